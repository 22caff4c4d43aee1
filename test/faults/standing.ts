import { ask } from '../../dev/bench/rescore/asking';
import { createDevSite, type DevSite } from '../../dev/dev-site';
import { unpacked } from '../../src/storage/ledger-body';
import type { LedgerRecord } from '../../src/storage/ledger-record';

/** By issue id: what stands in Jira's fields and in the ledger, without the moments at which it was written. */
export type Standing = ReadonlyMap<
  string,
  { readonly fields: string; readonly ledger: string | null }
>;

const FIELDS = ['Priority score', 'Backlog lane', 'Time horizon', 'Score reasons'];

/** Of every open issue. */
export async function standingOf({ site, host, adminId }: DevSite): Promise<Standing> {
  const ledger = new Map<string, string>();
  for (const { entity, key, value } of host.dumpKvs())
    if (entity === 'ledger') ledger.set(key, kept(value as LedgerRecord));
  const standing = new Map<string, { fields: string; ledger: string | null }>();
  for (let nextPageToken: string | undefined; ;) {
    const { body } = await site.handle({
      method: 'POST',
      path: '/rest/api/3/search/jql',
      headers: { 'content-type': 'application/json' },
      principal: { kind: 'user', accountId: adminId },
      outsideQuota: true,
      body: JSON.stringify({
        jql: 'statusCategory != Done ORDER BY key ASC',
        fields: ['*all'],
        expand: 'names',
        maxResults: 100,
        nextPageToken,
      }),
    });
    const page = JSON.parse(body) as {
      issues: { id: string; key: string; fields: Record<string, unknown> }[];
      names: Record<string, string>;
      nextPageToken?: string;
    };
    const ids = FIELDS.map(
      (name) => Object.entries(page.names).find(([, text]) => text === name)?.[0] ?? '',
    );
    for (const { id, key, fields } of page.issues)
      standing.set(id, {
        fields: JSON.stringify([key, ...ids.map((field) => fields[field] ?? null)]),
        ledger: ledger.get(id) ?? null,
      });
    if (page.nextPageToken === undefined) return standing;
    nextPageToken = page.nextPageToken;
  }
}

/** Issues that the ledger holds as open. */
export function openInLedger({ host }: DevSite): readonly string[] {
  return [...host.dumpKvs()].flatMap(({ entity, key, value }) =>
    entity === 'ledger' && (value as LedgerRecord).shelf === 'open' ? [key] : [],
  );
}

function kept({ revision: _revision, scoredDay: _day, body, ...attributes }: LedgerRecord): string {
  const read = unpacked(body);
  if (read === null) return 'unreadable';
  const { scoredAt: _at, readAt: _read, updated: _updated, wrote: _wrote, ...rest } = read;
  return JSON.stringify([attributes, rest]);
}

/** Issues of the first that the second lacks, and those that stand otherwise there. */
export function compared(
  right: Standing,
  found: Standing,
): { readonly lost: readonly string[]; readonly wrong: readonly string[] } {
  const lost = [...right.keys()].filter((id) => found.get(id)?.ledger == null);
  const wrong = [...right].flatMap(([id, should]) => {
    const is = found.get(id);
    return is === undefined ||
      is.ledger === null ||
      (is.fields === should.fields && is.ledger === should.ledger)
      ? []
      : [`${id}\n  ${is.fields}\n  ${should.fields}\n  ${is.ledger}\n  ${should.ledger}`];
  });
  return { lost, wrong };
}

/**
 * What the app comes to when it is installed anew on the site as it stands now, and nothing goes wrong. Ends the first app's
 * part: from here on it hears of nothing.
 */
export async function calmStanding(troubled: DevSite, rubric: object | null): Promise<Standing> {
  const { site, clock, host } = troubled;
  host.close();
  await emptyFields(troubled);
  const calm = createDevSite({ clock, site });
  if (rubric === null) calm.announceInstalled();
  else await ask(calm, 'rubric.publish', { project: null, document: rubric, reason: 'Calm' });
  await calm.host.settle();
  calm.host.close();
  return standingOf(calm);
}

/**
 * So that nothing of what the first app left behind can pass for right. When each issue was last touched is the exception: where a write
 * was cut off, nobody can tell whether it or a person moved Jira's `updated`, so the next app is told what the first one took it for.
 */
export async function emptyFields({ site, host, adminId }: DevSite): Promise<void> {
  const touched = new Map<string, string>();
  for (const { entity, key, value } of host.dumpKvs()) {
    const day = entity === 'ledger' ? touchedIn(value as LedgerRecord) : undefined;
    if (day !== undefined) touched.set(key, day);
  }
  const ask = (method: 'GET' | 'POST', path: string, body?: unknown) =>
    site.handle({
      method,
      path,
      headers: { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      principal: method === 'GET' ? { kind: 'user', accountId: adminId } : { kind: 'app' },
      outsideQuota: true,
    });
  const known = JSON.parse((await ask('GET', '/rest/api/3/field')).body) as {
    id: string;
    name: string;
  }[];
  const issueIds = Array.from({ length: site.counts.issues * 2 }, (_, n) => 10_001 + n).filter(
    (id) => site.peek(String(id)) !== undefined,
  );
  for (let start = 0; start < issueIds.length; start += 1_000) {
    const updates = known
      .filter(({ name }) => FIELDS.includes(name))
      .map(({ id }) => ({
        customField: id,
        issueIds: issueIds.slice(start, start + 1_000),
        value: null,
      }));
    const { status, body } = await ask('POST', '/rest/api/3/app/field/value', { updates });
    if (status >= 300) throw new Error(`Emptying the fields: ${status} ${body}`);
  }
  for (const [id, day] of touched) {
    const issue = site.peek(id);
    if (issue !== undefined) issue.updated = Date.parse(day);
  }
}

function touchedIn({ body }: LedgerRecord): string | undefined {
  return unpacked(body)?.signals?.issue.touched;
}
