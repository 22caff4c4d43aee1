import type { Reply } from '../../src/contract';
import type { DecisionLog } from '../../src/contract/decisions';
import type { ScoreView } from '../../src/contract/score';
import type { Decision } from '../../src/core/decisions/decision';
import { describeBecause } from '../../src/core/describe/describe-because';
import { fromFirstForm, type DecisionBody1 } from '../../src/storage/decisions-first-form';
import { unpacked } from '../../src/storage/ledger-body';
import { redacted } from '../../src/usecases/access/redact';
import { smallSite, type SmallSite } from '../app/small-site';
import { inWords } from '../usecases/decision-in-words';
import { log, records, because, score, since } from './records-of-4bccf78.json';

const ISSUE_ID = '10001';

/** The site as it stood when that version had written these records: an incident and a ticket came, and a person moved the score. */
async function theirSite(): Promise<SmallSite> {
  const site = smallSite(
    [
      { key: 'PAY-1', summary: 'Payouts' },
      { key: 'PAY-2', summary: 'Waits for payouts' },
      { key: 'INC-1', projectKey: 'INC', typeName: 'Incident', priority: 'Highest' },
      { key: 'SUP-1', projectKey: 'SUP', typeName: 'Support request' },
    ],
    [],
    {
      projects: [
        { key: 'PAY', name: 'Payments' },
        { key: 'INC', name: 'Incidents' },
        { key: 'SUP', name: 'Support', typeKey: 'service_desk' },
      ],
    },
  );
  await site.link('Blocks', 'PAY-1', 'PAY-2');
  await site.link('Relates', 'PAY-1', 'INC-1');
  await site.link('Relates', 'PAY-1', 'SUP-1');
  await site.edit('PAY-1', { duedate: '2026-11-17' });
  for (const record of records) site.dev.host.damageKvs(record);
  return site;
}

async function ask<T>(site: SmallSite, question: string): Promise<T> {
  const reply = (await site.dev.host.invoke({
    resolverFunction: 'resolver',
    functionKey: question,
    payload: { issueId: ISSUE_ID },
    context: {},
    accountId: site.dev.adminId,
  })) as Reply<T>;
  if (!reply.ok) throw new Error(reply.refusal.what);
  return reply.value;
}

function bodyOf(entity: string, id: string): string {
  const found = records.find((one) => one.entity === entity && one.key.endsWith(id));
  return (found?.value as { body?: string } | undefined)?.body ?? '';
}

function decisionOf(id: string): Omit<DecisionBody1, 'id' | 'issueId' | 'project' | 'at'> {
  return (JSON.parse(bodyOf('decision', id)) as { d: DecisionBody1 }).d;
}

describe('records that commit 4bccf78 wrote', () => {
  it('are a log that reads as it did', async () => {
    const { decisions } = await ask<DecisionLog>(await theirSite(), 'decisions.list');
    expect(
      decisions
        .map(inWords)
        .map(({ kind, changes, cause, reason }) => ({ kind, changes, cause, reason })),
    ).toEqual(log);
  });

  it('are a rubric that judges as it did, and lines that a later score is told from as before', async () => {
    const view = await ask<ScoreView>(await theirSite(), 'score.view');
    expect(view).toMatchObject({ score, rubric: { name: 'With ratings', version: 1 } });
    expect(describeBecause(view.because)).toBe(because);
    expect(view.history.since).toBe(since);
  });

  it('are a record of the ledger whose signals are all there', () => {
    expect(unpacked(bodyOf('ledger', ISSUE_ID))).toMatchObject({
      written: { score, lane: 'hot fix' },
      signals: { issue: { key: 'PAY-1' }, evidence: [{ id: 'INC-1' }, { id: 'SUP-1' }] },
    });
  });

  it('name nothing to who may not see it', () => {
    const moved = decisionOf(':hot fix:76.4');
    const seen = new Map(moved.mentions.map((mention) => [mention, mention !== 'INC-1']));
    expect(JSON.stringify(moved)).toContain('INC-1');
    const shown: Omit<Decision, 'id' | 'issueId' | 'project' | 'at' | 'mentions'> = redacted(
      { ...fromFirstForm(moved), mentions: [] },
      seen,
    );
    expect(JSON.stringify(shown)).not.toContain('INC-1');
    expect(JSON.stringify(inWords(shown))).toContain('SEV1 incident a hidden issue is open');
  });

  it('still say which due date was set, and which line came from ratings', () => {
    expect(fromFirstForm(decisionOf(':due-date')).changes).toEqual([
      { kind: 'dueDate', from: null, to: '2026-11-17' },
    ]);
    const rated = fromFirstForm(decisionOf(':votes:2026-11-16')).lines?.find(
      ({ id }) => id === 'strategy',
    );
    expect(rated?.from).toMatchObject([{ text: 'median of 1 vote', ratings: 1 }]);
  });

  it('told only to who saw them all the segments that were affected, and still do', () => {
    const affected = {
      ...decisionOf(':flag'),
      changes: [{ what: 'affected segments', from: null, to: 'enterprise: 3 customers' }],
    };
    expect(fromFirstForm(affected).changes).toMatchObject([{ confidential: true }]);
  });
});
