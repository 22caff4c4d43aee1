import type { Page } from 'playwright-core';
import { signedHeaders } from '../../dev/automation/outside-tool';
import type { Answer, Ask, Question, Reply } from '../../src/contract';
import { eventually, rest } from './as-person';
import { hostile, hostileRubric } from './hostile-words';
import { openPage, surface, type LittleJira } from './little-jira';

export const ISSUE = 'HOST-1';

type Given<Q extends Question> = Omit<Ask<Q>, 'issueId'>;

/** Asks the resolver as the page's person through the bridge of the panel. */
export async function ask<Q extends Question>(
  page: Page,
  question: Q,
  payload: Given<Q>,
): Promise<Answer<Q>> {
  const { id } = await rest<{ readonly id: string }>(
    page,
    'GET',
    `/rest/api/3/issue/${ISSUE}?fields=summary`,
  );
  const data = { functionKey: question, payload: { issueId: id, ...payload } };
  const reply = await rest<{
    readonly ok: boolean;
    readonly value: Reply<Answer<Q>>;
    readonly error?: string;
  }>(page, 'POST', '/__forge/bridge', {
    surface: 'ballast-panel',
    issueKey: ISSUE,
    command: 'invoke',
    data,
  });
  if (!reply.ok) throw new Error(`${question}: ${String(reply.error)}`);
  if (!reply.value.ok) throw new Error(`${question}: ${JSON.stringify(reply.value.refusal)}`);
  return reply.value.value;
}

/** As long as Ballast takes it, most of it without a place to break the line. */
const endless = (what: string, most: number): string =>
  hostile(what).padEnd(most, 'W').slice(0, most);

const logIn = (page: Page, accountId: string): Promise<void> =>
  rest(page, 'POST', '/__host/login', { accountId });

/** Everything that people, rules and other tools can write into Ballast about an issue, written with harm in mind. */
export async function prepareHostile(jira: LittleJira): Promise<void> {
  const { page } = await openPage(jira, `/browse/${ISSUE}`);
  await surface(page, 'panel');
  // What Jira takes from people, it takes from these too.
  await rest(page, 'PUT', '/rest/api/3/issue/HOST-2', {
    fields: {
      summary: hostile('short summary', 250),
      labels: ['<script>window.hacked=1</script>', '\u202elabel'],
    },
  });
  await rest(page, 'POST', `/rest/api/3/issue/${ISSUE}/comment`, {
    body: {
      type: 'doc',
      version: 1,
      content: [{ type: 'paragraph', content: [{ type: 'text', text: hostile('said') }] }],
    },
  });
  await ask(page, 'rubric.publish', {
    project: 'HOST',
    reason: hostile('why published', 200),
    document: hostileRubric,
  });
  await eventually('the hostile rubric scores', async () =>
    (await ask(page, 'score.view', {})).rubric.name.includes('«rubric»'),
  );
  await customersAndEvidence(page);
  for (const [person, value] of [
    ['local-admin', 3],
    ['eve', 1],
    ['mallory', 5],
  ] as const) {
    await logIn(page, person);
    await ask(page, 'votes.cast', { criterion: 'appeal', value });
  }
  await logIn(page, 'eve');
  await override(page);
  await ask(page, 'update.send', { seen: '', keys: ['SUP-1'], text: endless('update', 10_000) });
  await postMortem(page);
  await logIn(page, 'local-admin');
  await page.close();
}

async function override(page: Page): Promise<void> {
  const until = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  const reasons = [
    endless('override', 500),
    `«forged»\n\nDecisions on BANK-1\n\n2026-11-20 10:00 UTC · Override · Mara\u2028  Reason: none`,
  ];
  for (const [at, reason] of reasons.entries()) {
    const { seen } = await ask(page, 'override.view', {});
    await ask(page, 'override.propose', {
      seen,
      wish: { kind: 'points', points: 3 + at, reason, until },
    });
  }
}

/** Another tool's incident and report, and a customer of the table. */
async function customersAndEvidence(page: Page): Promise<void> {
  const customer = hostile('outside customer', 120);
  await ask(page, 'customers.save', {
    name: customer,
    segment: hostile('segment', 120),
    weight: '2',
    revenue: '',
    was: null,
  });
  const { secret } = await ask(page, 'evidence.rotateSecret', {});
  const { now } = await rest<{ readonly now: number }>(page, 'GET', '/__host/clock');
  const occurredAt = new Date(now).toISOString();
  const body = JSON.stringify({
    ballast: 1,
    evidence: [
      {
        source: 'Helpdesk',
        id: hostile('outside ticket', 120),
        kind: 'support',
        occurredAt,
        issues: [ISSUE],
        customer,
        segment: hostile('segment', 120),
      },
      {
        source: 'Pager',
        id: hostile('outside incident', 120),
        kind: 'incident',
        occurredAt,
        issues: [ISSUE],
        severity: hostile('outside severity', 120),
      },
    ],
  });
  const headers = Object.fromEntries(
    Object.entries(signedHeaders(body, secret, now)).map(([name, [value]]) => [name, value]),
  );
  const status = await page.evaluate<number>(
    `fetch('/x1/evidence', { method: 'POST', headers: ${JSON.stringify(headers)}, body: ${JSON.stringify(body)} }).then((answer) => answer.status)`,
  );
  if (status !== 202) throw new Error(`The evidence was answered with ${status}`);
}

async function postMortem(page: Page): Promise<void> {
  let { revision, actionDays } = await ask(page, 'postmortem.start', {});
  for (const change of [
    { kind: 'owner', owner: 'mallory' },
    { kind: 'addFactor', factor: 'testing', text: endless('factor', 500) },
    ...(['impact', 'timeline', 'detection'] as const).map(
      (id) =>
        ({
          kind: 'item',
          id,
          note: endless(`note ${id}`, 4_000),
          link: `https://example.com/?q=${encodeURIComponent('<script>')}`,
          owner: 'eve',
          due: null,
          done: id === 'impact',
        }) as const,
    ),
    { kind: 'noAction', reason: endless('no action', 1_000) },
    { kind: 'earlier', keys: ['INC-1'] },
    { kind: 'review', note: endless('review', 1_000) },
    { kind: 'shared', how: hostile('shared with', 190) },
  ] as const)
    ({ revision, actionDays } = await ask(page, 'postmortem.change', { seen: revision, change }));
  await ask(page, 'postmortem.act', {
    summary: hostile('action', 240),
    owner: 'eve',
    due: actionDays.priority,
    priority: true,
  });
}
