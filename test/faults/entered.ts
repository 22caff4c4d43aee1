import { createHmac } from 'node:crypto';
import { ask } from '../../dev/bench/rescore/asking';
import type { DevSite } from '../../dev/dev-site';
import { RATED } from '../app/rated-rubric';

const DAY = '2026-12-30';
/** So many issues have something of each kind. */
const OF_EACH = 40;

/**
 * Has people enter something of every kind: a rubric of its own, a draft and a pilot in each of these projects, ratings and overrides on
 * issues, and evidence from outside. Returns the ids of the issues.
 */
export async function enterEverything(
  dev: DevSite,
  projects: readonly string[],
  issues: readonly { readonly id: string; readonly key: string }[],
): Promise<readonly string[]> {
  for (const project of projects) {
    await ask(dev, 'rubric.publish', { project, document: RATED, reason: 'Ours', base: 0 });
    await dev.host.settle();
    const document = { ...RATED, name: 'Half done' };
    await ask(dev, 'draft.save', { project, document, inherits: [], base: 1, seen: 0 });
  }
  const rated = issues.slice(0, OF_EACH);
  const overridden = issues.slice(OF_EACH / 2, OF_EACH + OF_EACH / 2);
  for (const [n, { id }] of rated.entries())
    await ask(dev, 'votes.cast', { issueId: id, criterion: 'strategy', value: 1 + (n % 5) });
  for (const { id } of overridden)
    await ask(dev, 'override.propose', {
      issueId: id,
      seen: '',
      wish: { kind: 'points', points: 7, reason: 'We know better', until: DAY },
    });
  await report(
    dev,
    issues.slice(OF_EACH, 2 * OF_EACH).map(({ key }) => key),
  );
  await dev.host.settle();
  return issues.slice(0, 2 * OF_EACH).map(({ id }) => id);
}

/** A ticket of another tool about each of these issues. */
async function report(dev: DevSite, keys: readonly string[]): Promise<void> {
  const { secret } = await ask(dev, 'evidence.rotateSecret', {});
  const occurredAt = new Date(dev.clock.now()).toISOString();
  const body = JSON.stringify({
    ballast: 1,
    evidence: keys.map((key, n) => ({
      source: 'desk',
      id: `T-${n}`,
      kind: 'support',
      occurredAt,
      issues: [key],
      customer: `Customer ${n}`,
    })),
  });
  const timestamp = String(Math.floor(dev.clock.now() / 1_000));
  const digits = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  const { statusCode } = await dev.host.webTrigger('evidence', {
    method: 'POST',
    path: '',
    queryParameters: {},
    headers: {
      'X-Ballast-Timestamp': [timestamp],
      'X-Ballast-Signature': [`sha256=${digits}`],
    },
    body,
  });
  if (statusCode !== 202) throw new Error(`The evidence was answered ${statusCode}`);
}

export type Kind = 'votes' | 'overrides' | 'evidence' | 'decisions' | 'drafts' | 'rubrics';

/** Every single thing that people and other tools have entered, by its kind, as storage has it. */
export function enteredIn({ host }: DevSite): ReadonlyMap<Kind, ReadonlySet<string>> {
  const found = new Map<Kind, Set<string>>();
  const add = (kind: Kind, what: unknown): void => {
    const all = found.get(kind) ?? new Set();
    found.set(kind, all.add(JSON.stringify(what)));
  };
  for (const { entity, key, value } of host.dumpKvs()) {
    if (entity === 'attached') {
      const { votes, overrides, evidence } = JSON.parse((value as { body: string }).body) as {
        votes: Record<string, readonly unknown[]>;
        overrides: readonly { id: string }[];
        evidence: readonly string[];
      };
      for (const [criterion, all] of Object.entries(votes))
        for (const vote of all) add('votes', [key, criterion, vote]);
      for (const { id } of overrides) add('overrides', [key, id]);
      for (const piece of evidence) add('evidence', [key, piece]);
    }
    if (entity === 'evidence') add('evidence', key);
    if (entity === 'decision') add('decisions', key);
    if (entity === null && key.startsWith('draft:')) add('drafts', [key, value]);
    if (entity === null && key.startsWith('rubric:')) add('rubrics', [key, value]);
  }
  return found;
}

/** How many of each kind there were, and what of them is there no more. */
export function missing(
  before: ReturnType<typeof enteredIn>,
  after: ReturnType<typeof enteredIn>,
): { readonly counts: string; readonly lost: readonly string[] } {
  const lost = [...before].flatMap(([kind, all]) =>
    [...all].filter((one) => after.get(kind)?.has(one) !== true).map((one) => `${kind} ${one}`),
  );
  const counts = [...before].map(([kind, all]) => `${all.size} ${kind}`).join(', ');
  return { counts, lost };
}
