import type { Reply } from '../../src/contract';
import type { RubricPublication } from '../../src/contract/publication';
import type { ScoreView } from '../../src/contract/score';
import { smallSite, type SmallSite } from './small-site';

async function ask<T>(
  site: SmallSite,
  question: string,
  payload: unknown,
  accountId: string | null = site.dev.adminId,
): Promise<Reply<T>> {
  return (await site.dev.host.invoke({
    resolverFunction: 'resolver',
    functionKey: question,
    payload,
    context: {},
    accountId,
  })) as Reply<T>;
}
const idOf = (site: SmallSite, key: string): string => String(site.dev.site.peek(key)?.id);

describe('the panel asks', () => {
  it('and gets the score that comes to stand in the fields, with lines that add up to it', async () => {
    const site = smallSite([{ priority: 'High', duedate: '2026-11-18' }]);
    const reply = await ask<ScoreView>(site, 'score.view', { issueId: idOf(site, 'PAY-1') });
    const view = reply.ok ? reply.value : null;
    expect([view?.pending, (await site.fields('PAY-1')).score]).toEqual([
      { fields: { score: null } },
      null,
    ]);
    await site.settle();
    expect(view?.score).toBe((await site.fields('PAY-1')).score);
    expect(
      Math.round(
        (view?.lines ?? []).reduce((sum, { contribution }) => sum + contribution, 0) * 10,
      ) / 10,
    ).toBe(view?.score);
    expect(view?.lines.length).toBeGreaterThan(3);
    const later = await ask<ScoreView>(site, 'score.view', { issueId: idOf(site, 'PAY-1') });
    expect(later.ok && later.value.pending).toBeNull();
  });

  it('and is refused without a person, with a wrong id, and for an issue that is not there', async () => {
    const site = smallSite([{}]);
    expect(await ask(site, 'score.view', { issueId: idOf(site, 'PAY-1') }, null)).toMatchObject({
      ok: false,
      refusal: { kind: 'forbidden' },
    });
    expect(await ask(site, 'score.view', { issueId: 'PAY-1; DROP' })).toMatchObject({
      ok: false,
      refusal: { kind: 'invalid' },
    });
    expect(await ask(site, 'score.view', { issueId: '999999' })).toMatchObject({
      ok: false,
      refusal: { kind: 'gone' },
    });
  });

  it('and hears how long to wait when Jira asks to', async () => {
    const site = smallSite([{}]);
    site.dev.site.faults.set({
      faults: [{ effect: { kind: 'status', status: 429, retryAfterSeconds: 9 } }],
    });
    expect(await ask(site, 'score.view', { issueId: idOf(site, 'PAY-1') })).toMatchObject({
      ok: false,
      refusal: { kind: 'limited', retryAfter: 9 },
    });
  });

  it('and a rubric is published by an administrator only, checked first, and applied to every issue', async () => {
    const site = smallSite([{ priority: 'High' }, { priority: 'Low' }]);
    await site.dev.host.settle();
    const document = {
      name: 'Nothing but priority',
      bands: { immediate: 99, soon: 98, canWait: 97 },
    };
    expect(
      await ask(site, 'rubric.publish', { project: null, document, reason: 'trying' }, 'nobody'),
    ).toMatchObject({ ok: false });
    const broken = await ask<RubricPublication>(site, 'rubric.publish', {
      project: null,
      document: { criteria: [] },
      reason: 'trying',
    });
    expect(broken).toMatchObject({ ok: true, value: { ok: false } });
    expect(
      await ask(site, 'rubric.publish', { project: null, document, reason: 'trying' }),
    ).toMatchObject({ ok: true, value: { ok: true, version: 1 } });
    await site.settle();
    const reply = await ask<ScoreView>(site, 'score.view', { issueId: idOf(site, 'PAY-1') });
    expect(reply.ok && reply.value.rubric).toEqual({ name: 'Nothing but priority', version: 1 });
    expect(reply.ok && reply.value.band).toBe('consider declining');
  });
});
