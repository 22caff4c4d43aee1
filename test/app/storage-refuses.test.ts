import { createHmac } from 'node:crypto';
import { lenientReadings, strictReadings } from '../../dev/forge/kvs/readings';
import type { Reply } from '../../src/contract';
import type { DecisionLog } from '../../src/contract/decisions';
import type { HealthView } from '../../src/contract/health';
import type { OverridesView } from '../../src/contract/overrides';
import type { SetupView } from '../../src/contract/setup';
import { defaultRubric } from '../../src/core/rubric/presets/default-rubric';
import { ownBatch } from '../core/evidence-feeds/payloads';
import { smallSite, type SmallSite } from './small-site';

const BOTH = [
  ['strictly', strictReadings],
  ['the other way', lenientReadings],
] as const;

function reply<T>(
  site: SmallSite,
  question: string,
  payload: object,
  accountId = site.dev.adminId,
): Promise<Reply<T>> {
  return site.dev.host.invoke({
    resolverFunction: 'resolver',
    functionKey: question,
    payload,
    context: {},
    accountId,
  }) as Promise<Reply<T>>;
}

async function answer<T>(site: SmallSite, question: string, payload: object): Promise<T> {
  const given = await reply<T>(site, question, payload);
  if (!given.ok) throw new Error(given.refusal.what);
  return given.value;
}

const nested = (levels: number): unknown => (levels === 0 ? 1 : { deeper: nested(levels - 1) });

describe.each(BOTH)('where storage is read %s', (_name, readings) => {
  const site = (issues = [{}, {}]) => smallSite(issues, [], {}, readings);

  it('two open surfaces and an event that score one issue at once all come through, and nobody’s score is lost', async () => {
    const at = site([{ priority: 'Low' }, {}]);
    at.dev.announceInstalled();
    await at.settle();
    const issueId = String(at.dev.site.peek('PAY-1')?.id);
    for (const priority of ['High', 'Lowest', 'Highest']) {
      await at.ask('PUT', '/rest/api/3/issue/PAY-1', { fields: { priority: { name: priority } } });
      const replies = await Promise.all(
        Array.from({ length: 4 }, () => reply(at, 'score.view', { issueId })),
      );
      expect(replies.map(({ ok }) => ok)).toEqual([true, true, true, true]);
      await at.settle();
    }
    const { failures } = await answer<HealthView>(at, 'health.view', { project: 'PAY' });
    expect(failures).toEqual([]);
    expect(at.dev.host.invocations.totals().failed).toBe(0);
    expect(await at.search('"Priority score" > 0 ORDER BY "Priority score" DESC')).toContain(
      'PAY-1',
    );
  });

  it('a draft that is too deep or too large is refused in words, and counted', async () => {
    const at = site();
    const draft = { project: null, base: 0, seen: 0 };
    const deep = await reply(at, 'draft.save', {
      ...draft,
      document: { ...defaultRubric, note: nested(40) },
    });
    expect(deep).toMatchObject({
      ok: false,
      refusal: {
        kind: 'invalid',
        what: 'This draft is nested more deeply than any rubric',
        advice: 'Take brackets or levels away, then try again.',
      },
    });
    const { failures } = await answer<HealthView>(at, 'health.view', { project: null });
    expect(failures).toMatchObject([
      { what: 'draft.save', why: expect.stringContaining('nested') as string },
    ]);
    expect(await reply(at, 'draft.save', { ...draft, document: defaultRubric })).toMatchObject({
      ok: true,
      value: { saved: true },
    });
  });

  it('an issue whose record is full takes no override and no evidence, and says so instead of asking to try again', async () => {
    const at = site();
    at.dev.announceInstalled();
    await at.settle();
    const issueId = String(at.dev.site.peek('PAY-1')?.id);
    const keys = Array.from({ length: 3_650 }, (_, n) => String(n).padStart(64, '0'));
    const voters = Array.from({ length: 3_300 }, (_, n) => ({
      by: `person-${String(n).padStart(20, '0')}`,
      value: 3,
      at: '2026-11-16',
    }));
    const body = JSON.stringify({ evidence: [], overrides: [], votes: { fit: voters } });
    at.dev.host.damageKvs({ entity: 'attached', key: issueId, value: { revision: 7, body } });
    const view = await answer<OverridesView>(at, 'override.view', { issueId });
    const wish = { kind: 'lane', lane: 'stability', reason: 'x'.repeat(500), until: '2026-11-20' };
    const refused = await reply(at, 'override.propose', { issueId, seen: view.seen, wish });
    const full = `Storage refused while writing what people and tools said about issue ${issueId}: it is larger than one record may be`;
    expect(refused).toMatchObject({ ok: false, refusal: { kind: 'invalid', what: full } });
    const { secret } = await answer<{ secret: string }>(at, 'evidence.rotateSecret', {});
    const before = (await at.fields('PAY-2')).score;
    const sent = ownBatch(...keys.slice(0, 3).map((id) => ({ id })), {
      id: 'other',
      kind: 'incident',
      severity: 'SEV1',
      issues: ['PAY-2'],
    });
    const timestamp = String(Math.floor(at.dev.clock.now() / 1000));
    const signature = createHmac('sha256', secret).update(`${timestamp}.${sent}`).digest('hex');
    const delivered = await at.dev.host.webTrigger('evidence', {
      method: 'POST',
      path: '',
      queryParameters: {},
      headers: {
        'X-Ballast-Timestamp': [timestamp],
        'X-Ballast-Signature': [`sha256=${signature}`],
      },
      body: sent,
    });
    expect(delivered.statusCode).toBe(400);
    // What else was in the delivery counts.
    await at.settle();
    expect((await at.fields('PAY-2')).score).toBeGreaterThan(before ?? 0);
    const intake = [...at.dev.host.dumpKvs()].filter(({ entity }) => entity === 'intake');
    expect(JSON.stringify(intake)).toContain(full);
    const { failures } = await answer<HealthView>(at, 'health.view', { project: 'PAY' });
    expect(failures).toMatchObject([{ what: 'override.propose', why: full }]);
  });

  it('a place in the log is good for its own issue alone, and nonsense is refused in words', async () => {
    const at = site();
    at.dev.announceInstalled();
    await at.settle();
    const [mine, other] = ['PAY-1', 'PAY-2'].map((key) => String(at.dev.site.peek(key)?.id));
    for (let n = 0; n < 130; n += 1)
      at.dev.host.damageKvs({
        entity: 'decision',
        key: `${other}:${n}`,
        value: {
          issueId: other,
          project: 'PAY',
          at: new Date(Date.UTC(2026, 10, 1, 0, n)).toISOString(),
          kind: 'override',
          body: JSON.stringify({
            v: 2,
            d: {
              kind: 'override',
              changes: [],
              cause: { kind: 'recorded', text: 'secret' },
              reason: 'layoffs',
              by: null,
              rubricVersion: 1,
              score: 1,
              lines: null,
              mentions: [],
            },
          }),
        },
      });
    const { next, decisions } = await answer<DecisionLog>(at, 'decisions.list', { issueId: other });
    expect(decisions).toHaveLength(100);
    const rest = await answer<DecisionLog>(at, 'decisions.list', { issueId: other, before: next });
    expect(rest.decisions.length).toBeGreaterThanOrEqual(30);
    expect(rest.next).toBeNull();
    const forged = Buffer.from(
      JSON.stringify([Date.now(), 'by-issue', JSON.stringify([other]), '2027', 'x']),
    ).toString('base64url');
    for (const before of [next, forged, 'nonsense', '', '%%%']) {
      const refused = await reply<DecisionLog>(at, 'decisions.list', { issueId: mine, before });
      expect(JSON.stringify(refused)).not.toContain('layoffs');
      expect(refused).toMatchObject({
        ok: false,
        refusal: { kind: 'invalid', what: 'This page of the decision log cannot be opened' },
      });
    }
  });

  it('an issue that is deleted before it was ever scored leaves no failure', async () => {
    const at = site();
    await at.remove('PAY-2');
    await at.settle();
    const { failures } = await answer<HealthView>(at, 'health.view', { project: 'PAY' });
    expect(failures).toEqual([]);
    expect(at.dev.host.invocations.totals().failed).toBe(0);
  });

  it('the setup check tells how it answers once the app is installed, and can try it again', async () => {
    const at = site();
    const storage = async () =>
      (await answer<SetupView>(at, 'setup.check', { project: null })).checks.find(
        ({ id }) => id === 'storage',
      );
    expect(await storage()).toMatchObject({ state: 'unknown', repair: { label: 'Try it now' } });
    at.dev.announceInstalled();
    await at.settle();
    const strict = readings.emptyText === 'refused';
    expect(await storage()).toMatchObject({
      state: 'ok',
      details: [
        strict
          ? 'A first record under a condition: refused (400 CONDITIONAL_CHECK_FAILED); first records are made one by one'
          : 'A first record under a condition: taken',
        `A write whose condition does not hold: refused (${strict ? '400 CONDITIONAL_CHECK_FAILED' : '409 CONDITION_NOT_MET'})`,
        'A first record where there is one: refused (409 KEY_CONFLICT)',
        `One key for two kinds of records at once: ${strict ? 'refused (400 KEY_DUPLICATION_ERROR)' : 'taken'}`,
        `An empty text: ${strict ? 'refused (400 INVALID_ENTITY_VALUE)' : 'taken'}`,
      ],
    });
    const left = [...at.dev.host.dumpKvs()].filter(({ key }) => key.startsWith('storage-trial'));
    expect(left.map(({ key }) => key)).toEqual(['storage-trial']);
    expect(await answer(at, 'setup.repair', { project: null, id: 'storage' })).toMatchObject({
      done: expect.stringContaining('Storage was tried') as string,
    });
  });
});
