import type { Question } from '../../src/contract';
import { defaultRubric } from '../../src/core/rubric/presets/default-rubric';
import { PAY, people, settingsSite, withBands, type SettingsSite } from './settings-site';

const FEW = [{ priority: 'High' }, { priority: 'Low' }, { priority: 'Highest', typeName: 'Bug' }];
const ownerRights = (approvers: readonly string[]) => ({
  ...defaultRubric.decisionRights,
  publishRubric: {
    roles: ['Product owners'],
    people: [],
    approvers: { roles: approvers, people: [] },
  },
});

async function allFields(site: SettingsSite) {
  return Promise.all(
    (await site.search('project = PAY ORDER BY key ASC')).map((key) => site.fields(key)),
  );
}
const stampsIn = (site: SettingsSite): unknown[] =>
  [...site.dev.host.dumpKvs()]
    .filter(({ entity }) => entity === 'ledger')
    .map(({ value }) => (value as { shelf: string }).shelf);

describe('publishing', () => {
  it('moves every field of the project, and of no other; rolling back restores every score exactly', async () => {
    const site = settingsSite(FEW);
    site.dev.announceInstalled();
    await site.settle();
    const first = {
      ...defaultRubric,
      name: 'First',
      urgency: { ...defaultRubric.urgency, lambda: 0.3 },
    };
    await site.get('pam', 'rubric.publish', {
      ...PAY,
      document: first,
      reason: 'a beginning',
      base: 0,
    });
    await site.settle();
    const before = await allFields(site);
    const [one, ...rest] = defaultRubric.criteria;
    const second = {
      ...first,
      criteria: [{ ...one, weight: 1 }, ...rest],
      bands: { immediate: 40, soon: 20, canWait: 10 },
    };
    await site.get('pam', 'rubric.publish', {
      ...PAY,
      document: second,
      reason: 'priority says less',
      base: 1,
    });
    await site.settle();
    const between = await allFields(site);
    expect(between.map(({ score }) => score)).not.toEqual(before.map(({ score }) => score));
    for (const key of await site.search('project = PAY')) {
      const view = await site.get('pam', 'score.view', {
        issueId: String(site.dev.site.peek(key)?.id),
      });
      expect(view.rubric).toEqual({ name: 'First', version: 2 });
    }
    const { rollback } = await site.get('vera', 'rubric.version', { ...PAY, version: 1 });
    expect(rollback.length).toBeGreaterThan(0);
    expect(
      await site.get('pam', 'rubric.rollback', {
        ...PAY,
        version: 1,
        reason: 'it was better',
        base: 2,
      }),
    ).toMatchObject({ ok: true, version: 3 });
    await site.settle();
    expect(await allFields(site)).toEqual(before);
    const { versions } = await site.get('pam', 'rubric.versions', { ...PAY, before: null });
    expect(versions.map(({ version, cause, of }) => [version, cause, of])).toEqual([
      [3, 'rolled back', 1],
      [2, 'published', null],
      [1, 'published', null],
    ]);
    expect(versions[0]?.changes).toEqual(rollback);
    expect(stampsIn(site)).toHaveLength(3);
  });

  it('rolls back nothing that somebody else has published over, and no version that never was', async () => {
    const site = settingsSite();
    await site.get('pam', 'rubric.publish', {
      ...PAY,
      document: withBands(90),
      reason: 'a',
      base: 0,
    });
    await site.get('ada', 'rubric.publish', {
      ...PAY,
      document: withBands(80),
      reason: 'b',
      base: 1,
    });
    expect(
      await site.get('pam', 'rubric.rollback', { ...PAY, version: 1, reason: 'c', base: 1 }),
    ).toMatchObject({ ok: false, overtaken: { version: 2, by: { name: 'Ada' } } });
    expect(
      await site.refused('pam', 'rubric.rollback', { ...PAY, version: 9, reason: 'c', base: 2 }),
    ).toMatchObject({ kind: 'gone' });
  });

  it('cut off after any of its calls leaves the old version or the new one whole, and trying again ends with the new one scored everywhere', async () => {
    let calls = 0;
    const run = async (cutAfter: number) => {
      const site = settingsSite(FEW);
      site.dev.announceInstalled();
      await site.settle();
      const before = await allFields(site);
      calls = 0;
      site.dev.host.interrupt((functionKey) => {
        if (functionKey !== 'resolver') return null;
        calls += 1;
        return calls === cutAfter ? 'after' : null;
      });
      const wish = { ...PAY, document: withBands(3), reason: 'try', base: 0 };
      const first = site.get('pam', 'rubric.publish', wish).then(
        () => true,
        () => false,
      );
      await site.settle();
      const whole = await first;
      site.dev.host.interrupt(null);
      const { published } = await site.get('pam', 'settings.view', PAY);
      expect([published.version, published.problems]).toEqual([
        published.source === 'project' ? 1 : 0,
        [],
      ]);
      if (!whole)
        expect(await site.get('pam', 'rubric.publish', wish)).toMatchObject({
          ok: true,
          version: 1,
        });
      await site.settle();
      expect(
        (await site.get('pam', 'rubric.versions', { ...PAY, before: null })).versions.map(
          ({ version }) => version,
        ),
      ).toEqual([1]);
      const views = await Promise.all(
        (await site.search('project = PAY')).map((key) =>
          site.get('pam', 'score.view', { issueId: String(site.dev.site.peek(key)?.id) }),
        ),
      );
      expect(views.map(({ rubric, band }) => [rubric.version, band])).toEqual(
        views.map(() => [1, 'immediate']),
      );
      expect(before).toHaveLength(3);
      return whole;
    };
    expect(await run(-1)).toBe(true);
    const all = calls;
    expect(all).toBeGreaterThan(5);
    for (let n = 1; n <= all; n += 1) expect(await run(n)).toBe(false);
  }, 120_000);

  it('that was cut off before its scoring began is scored by the hourly run, without anybody trying again', async () => {
    const site = settingsSite(FEW);
    site.dev.announceInstalled();
    await site.settle();
    site.dev.host.interrupt((functionKey, { type, remote }) =>
      functionKey === 'resolver' && type !== 'kvs' && remote === 'stargate' ? 'before' : null,
    );
    const cut = site
      .get('pam', 'rubric.publish', { ...PAY, document: withBands(3), reason: 'try', base: 0 })
      .catch(() => null);
    await site.settle();
    await cut;
    site.dev.host.interrupt(null);
    await site.dev.clock.sleep(50 * 60_000);
    await site.dev.host.runSchedule('hourly');
    await site.settle();
    expect([...new Set((await allFields(site)).map(({ reasons }) => reasons !== null))]).toEqual([
      true,
    ]);
    const stamps = [...site.dev.host.dumpKvs()].filter(
      ({ entity, key }) => entity === null && /^job:publish-\d+-1/u.test(key),
    );
    expect(stamps).toHaveLength(1);
  });

  it('keeps hostile texts as texts, and refuses what is no reason', async () => {
    const site = settingsSite();
    const reason =
      "<img src=x onerror=alert(1)> ${process.env} \u202Egnp.exe '; DROP TABLE rubrics; -- 🧨";
    await site.get('pam', 'rubric.publish', {
      ...PAY,
      document: { ...defaultRubric, name: '<script>alert(1)</script>' },
      reason,
      base: 0,
    });
    const { published } = await site.get('vera', 'settings.view', PAY);
    expect([published.reason, published.document.name]).toEqual([
      reason,
      '<script>alert(1)</script>',
    ]);
    expect(
      (await site.get('vera', 'rubric.versions', { ...PAY, before: null })).versions[0],
    ).toMatchObject({
      reason,
      changes: [
        { path: 'inherits' },
        { path: 'name', text: 'Name “Three pillars” → “<script>alert(1)</script>”' },
      ],
    });
    for (const bad of ['', '   ', 'x'.repeat(1_001)])
      expect(
        await site.refused('pam', 'rubric.publish', {
          ...PAY,
          document: defaultRubric,
          reason: bad,
        }),
      ).toMatchObject({ kind: 'invalid' });
    const poison = JSON.parse('{"__proto__":{"polluted":true},"name":"x"}') as unknown;
    await site.get('pam', 'rubric.publish', { ...PAY, document: poison, reason: 'a trap' });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

const CHANGING: readonly [Question, Record<string, unknown>][] = [
  ['draft.save', { document: defaultRubric, base: 1, seen: 0 }],
  ['draft.rebase', { seen: 1, choices: {} }],
  ['rubric.publish', { document: withBands(2), reason: 'mine' }],
  ['rubric.publish', { document: withBands(2), reason: 'mine', base: 1 }],
  ['rubric.rollback', { version: 1, reason: 'back', base: 1 }],
  ['rubric.answer', { id: 'x', answer: 'approve', reason: 'yes' }],
];

describe('a person without the right', () => {
  it('sees everything and can change nothing, also when asking directly', async () => {
    const site = settingsSite();
    await site.get('pam', 'rubric.publish', {
      ...PAY,
      document: withBands(90),
      reason: 'so',
      base: 0,
    });
    await site.settle();
    const view = await site.get('vera', 'settings.view', PAY);
    const why = 'By the decision rights only Administrators may do this.';
    expect(view.may).toEqual({
      edit: why,
      publish: why,
      rollBack: why,
      approve: 'Nothing waits for approval.',
    });
    expect(view.published).toMatchObject({
      source: 'project',
      version: 1,
      reason: 'so',
      by: { name: 'Pam' },
    });
    expect((await site.get('vera', 'settings.inputs', PAY)).fields.length).toBeGreaterThan(0);
    expect(
      (await site.get('vera', 'rubric.export', { ...PAY, version: null, format: 'yaml' })).text,
    ).toContain('name: By bands');
    const kept = site.storage();
    for (const [question, payload] of CHANGING) {
      const refusal = await site.refused('vera', question, { ...PAY, ...payload });
      expect([question, refusal.kind]).toEqual([
        question,
        question === 'rubric.answer' ? 'invalid' : 'forbidden',
      ]);
    }
    await site.settle();
    expect(site.storage()).toBe(kept);
  });

  it("may not change the site's rubric as the administrator of a project, nor see figures of the whole site", async () => {
    const site = settingsSite();
    expect((await site.get('pam', 'settings.view', { project: null })).may.publish).toBe(
      "Only a Jira administrator may change the site's rubric.",
    );
    for (const [question, payload] of CHANGING.slice(0, 5))
      expect(await site.refused('pam', question, { project: null, ...payload })).toMatchObject({
        kind: 'forbidden',
      });
    expect(await site.refused('pam', 'settings.inputs', { project: null })).toMatchObject({
      kind: 'forbidden',
    });
  });

  it('does not learn of a project that they may not see', async () => {
    const site = settingsSite();
    await site.get('pam', 'rubric.publish', {
      ...PAY,
      document: withBands(90),
      reason: 'so',
      base: 0,
    });
    const reading: readonly [Question, Record<string, unknown>][] = [
      ['settings.view', {}],
      ['settings.inputs', {}],
      ['rubric.versions', { before: null }],
      ['rubric.version', { version: 1 }],
      ['rubric.export', { version: null, format: 'json' }],
      ['rubric.import', { text: '{}' }],
    ];
    for (const [question, payload] of [...reading, ...CHANGING])
      expect([
        question,
        (await site.refused('mallory', question, { ...PAY, ...payload })).kind,
      ]).toEqual([question, 'gone']);
    expect(await site.get('mallory', 'settings.starts', { project: 'OPS' })).toEqual({
      projects: [],
    });
    expect(await site.get('ada', 'settings.starts', { project: 'OPS' })).toEqual({
      projects: [{ project: 'PAY', version: 1 }],
    });
  });
});

describe('a rubric that needs an approval', () => {
  const set = async () => {
    const site = settingsSite(FEW);
    await site.get('pam', 'rubric.publish', {
      ...PAY,
      document: { ...defaultRubric, decisionRights: ownerRights(['Approvers']) },
      reason: 'owners propose',
      base: 0,
    });
    await site.settle();
    return site;
  };
  const wish = {
    ...PAY,
    document: { ...defaultRubric, ...withBands(3), decisionRights: ownerRights(['Approvers']) },
    reason: 'bands',
    base: 1,
  };

  it('waits, is answered by an approver and nobody else, and is published in the name of its author', async () => {
    const site = await set();
    await site.get('olga', 'draft.save', { ...wish, seen: 0 });
    expect((await site.get('olga', 'settings.view', PAY)).approval).toEqual({
      needed: true,
      approvers: 'Approvers or project administrators',
    });
    const handedIn = await site.get('olga', 'rubric.publish', wish);
    expect(handedIn).toMatchObject({
      ok: false,
      problems: [],
      waiting: expect.any(String) as string,
    });
    const id = handedIn.ok ? '' : (handedIn.waiting ?? '');
    expect((await site.get('vera', 'settings.view', PAY)).waiting).toMatchObject({
      id,
      by: { name: 'Olga' },
      reason: 'bands',
      canAnswer: false,
      canTakeBack: false,
      changes: expect.arrayContaining([]) as [],
    });
    expect((await site.get('vera', 'settings.view', PAY)).published.version).toBe(1);
    for (const who of ['vera', 'olga'] as const)
      expect(
        await site.refused(who, 'rubric.answer', { ...PAY, id, answer: 'approve', reason: 'fine' }),
      ).toMatchObject({ kind: 'forbidden' });
    expect(
      await site.refused('aron', 'rubric.answer', {
        ...PAY,
        id: 'another',
        answer: 'approve',
        reason: 'fine',
      }),
    ).toMatchObject({ kind: 'invalid' });
    expect((await site.get('aron', 'settings.view', PAY)).may.approve).toBeNull();
    expect(
      await site.get('aron', 'rubric.answer', {
        ...PAY,
        id,
        answer: 'approve',
        reason: 'looks right',
      }),
    ).toMatchObject({ done: 'published', version: 2 });
    await site.settle();
    const view = await site.get('olga', 'settings.view', PAY);
    expect([view.waiting, view.draft, view.published.version, view.published.by?.name]).toEqual([
      null,
      null,
      2,
      'Olga',
    ]);
    expect(
      (await site.get('olga', 'rubric.versions', { ...PAY, before: null })).versions[0],
    ).toMatchObject({
      version: 2,
      by: { name: 'Olga' },
      approvedBy: { name: 'Aron' },
      approvalNote: 'looks right',
    });
  });

  it('that is refused tells its author why, whose draft is kept; one may take one’s own back', async () => {
    const site = await set();
    await site.get('olga', 'draft.save', { ...wish, seen: 0 });
    const first = await site.get('olga', 'rubric.publish', wish);
    await site.get('aron', 'rubric.answer', {
      ...PAY,
      id: first.ok ? '' : (first.waiting ?? ''),
      answer: 'refuse',
      reason: 'too steep',
    });
    const view = await site.get('olga', 'settings.view', PAY);
    expect([view.waiting, view.refused, view.draft?.revision]).toEqual([
      null,
      {
        by: { accountId: 'acc-aron', name: 'Aron' },
        reason: 'too steep',
        at: expect.any(String) as string,
        replaced: false,
      },
      1,
    ]);
    expect((await site.get('aron', 'settings.view', PAY)).refused).toBeNull();
    const second = await site.get('olga', 'rubric.publish', wish);
    const id = second.ok ? '' : (second.waiting ?? '');
    expect(
      await site.refused('aron', 'rubric.answer', { ...PAY, id, answer: 'takeBack', reason: '' }),
    ).toMatchObject({ kind: 'forbidden' });
    expect(
      await site.get('olga', 'rubric.answer', { ...PAY, id, answer: 'takeBack', reason: '' }),
    ).toEqual({ done: 'taken back' });
    expect((await site.get('aron', 'settings.view', PAY)).waiting).toBeNull();
  });

  it('is not approved over a version that came in between, nor published twice by two approvers', async () => {
    const site = await set();
    const handedIn = await site.get('olga', 'rubric.publish', wish);
    const id = handedIn.ok ? '' : (handedIn.waiting ?? '');
    const both = await Promise.allSettled(
      (['aron', 'pam'] as const).map((who) =>
        site.get(who, 'rubric.answer', { ...PAY, id, answer: 'approve', reason: who }),
      ),
    );
    expect(both.some(({ status }) => status === 'fulfilled')).toBe(true);
    await site.settle();
    expect((await site.get('pam', 'settings.view', PAY)).published.version).toBe(2);
    const again = await site.get('olga', 'rubric.publish', {
      ...wish,
      base: 2,
      document: { ...wish.document, name: 'Another' },
    });
    await site.get('pam', 'rubric.publish', {
      ...PAY,
      document: { ...wish.document, name: 'Quicker' },
      reason: 'urgent',
      base: 2,
    });
    expect((await site.get('aron', 'settings.view', PAY)).waiting?.overtaken).toMatchObject({
      version: 3,
    });
    expect(
      await site.refused('aron', 'rubric.answer', {
        ...PAY,
        id: again.ok ? '' : (again.waiting ?? ''),
        answer: 'approve',
        reason: 'ok',
      }),
    ).toMatchObject({ kind: 'invalid', what: 'Version 3 was published since this was handed in' });
  });

  it('tells whoever’s proposal was overtaken and made room for another, and keeps what others were told', async () => {
    const roles = Object.entries({
      Administrators: ['pam'],
      'Product owners': ['olga', 'vera'],
      Approvers: ['aron'],
    } as const).map(([name, who]) => ({ name, accountIds: who.map((one) => people[one]) }));
    const site = settingsSite(FEW, {
      projects: [
        { key: 'PAY', name: 'Payments', roles },
        { key: 'INC', name: 'Incidents' },
        { key: 'SUP', name: 'Support' },
      ],
    });
    const document = { ...defaultRubric, decisionRights: ownerRights(['Approvers']) };
    await site.get('pam', 'rubric.publish', {
      ...PAY,
      document,
      reason: 'owners propose',
      base: 0,
    });
    const submitForReview = (who: 'olga' | 'vera', base: number, name: string) =>
      site.get(who, 'rubric.publish', {
        ...PAY,
        document: { ...document, name },
        reason: name,
        base,
      });
    const olgas = await submitForReview('olga', 1, 'Olga’s');
    await site.get('pam', 'rubric.publish', {
      ...PAY,
      document: { ...document, name: 'Quicker' },
      reason: 'urgent',
      base: 1,
    });
    const veras = await submitForReview('vera', 2, 'Vera’s');
    expect(olgas).not.toEqual(veras);
    const told = { replaced: true, by: { accountId: 'acc-vera', name: 'Vera' }, reason: 'Vera’s' };
    expect((await site.get('olga', 'settings.view', PAY)).refused).toMatchObject(told);
    await site.get('aron', 'rubric.answer', {
      ...PAY,
      id: veras.ok ? '' : (veras.waiting ?? ''),
      answer: 'refuse',
      reason: 'no',
    });
    expect((await site.get('vera', 'settings.view', PAY)).refused).toMatchObject({
      replaced: false,
      reason: 'no',
    });
    expect((await site.get('olga', 'settings.view', PAY)).refused).toMatchObject(told);
    await submitForReview('olga', 2, 'Olga’s again');
    expect((await site.get('olga', 'settings.view', PAY)).refused).toBeNull();
    expect((await site.get('vera', 'settings.view', PAY)).refused).toMatchObject({ reason: 'no' });
  });
});
