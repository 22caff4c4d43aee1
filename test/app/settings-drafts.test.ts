import { defaultRubric } from '../../src/core/rubric/presets/default-rubric';
import { inheritable } from '../../src/core/rubric/document/inherit';
import { PAY, settingsSite, withBands, type SettingsSite } from './settings-site';

const renamed = (name: string) => ({ ...defaultRubric, name });

describe('a draft', () => {
  it('survives a reload, broken or not, and says what is wrong with it and what it changes', async () => {
    const site = settingsSite();
    const broken = {
      ...defaultRubric,
      bands: { immediate: 10, soon: 50, canWait: 30 },
      weights: 3,
    };
    expect(
      await site.get('pam', 'draft.save', { ...PAY, document: broken, base: 0, seen: 0 }),
    ).toMatchObject({ saved: true, draft: { revision: 1 } });
    const { draft } = await site.get('pam', 'settings.view', PAY);
    expect(draft?.document).toEqual(JSON.parse(JSON.stringify(broken)));
    expect(draft?.problems.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['weights', 'bands.soon']),
    );
    expect(draft?.changes).toBeNull();
    const sound = { ...defaultRubric, bands: { immediate: 80, soon: 50, canWait: 30 } };
    const saved = await site.get('pam', 'draft.save', {
      ...PAY,
      document: sound,
      base: 0,
      seen: 1,
    });
    expect(saved.saved && saved.draft.changes?.map(({ text }) => text)).toEqual([
      "No longer follows the site's rubric in: every part",
      expect.stringMatching(/^Bands: immediate \d+ → 80$/u),
      expect.stringMatching(/^Bands: soon/u),
      expect.stringMatching(/^Bands: can wait/u),
    ]);
    expect(saved.saved && saved.draft.problems).toEqual([]);
  });

  it('of a project that followed the site in everything changes only what the person changed', async () => {
    const site = settingsSite();
    const inherits = inheritable.filter((section) => section !== 'bands');
    const saved = await site.get('pam', 'draft.save', {
      ...PAY,
      document: { ...defaultRubric, bands: { ...defaultRubric.bands, immediate: 80 } },
      inherits,
      base: 0,
      seen: 0,
    });
    expect(saved.saved && saved.draft.changes?.map(({ text }) => text)).toEqual([
      "No longer follows the site's rubric in: Bands",
      'Bands: immediate 65 → 80',
    ]);
    await site.get('pam', 'rubric.publish', {
      ...PAY,
      document: { ...defaultRubric, bands: { ...defaultRubric.bands, immediate: 80 } },
      inherits,
      base: 0,
      reason: 'calmer',
    });
    expect(
      (
        await site.get('vera', 'rubric.versions', { ...PAY, before: null })
      ).versions[0]?.changes.map(({ path }) => path),
    ).toEqual(['inherits', 'bands.immediate']);
  });

  it('warns of fields that the site lacks', async () => {
    const site = settingsSite();
    const [first, ...rest] = defaultRubric.criteria;
    const document = {
      ...defaultRubric,
      criteria: [
        {
          ...first,
          signal: { kind: 'number', fields: ['Moon phase'] },
          curve: { kind: 'linear', from: { x: 0, points: 0 }, to: { x: 9, points: 100 } },
        },
        ...rest,
      ],
    };
    const saved = await site.get('pam', 'draft.save', { ...PAY, document, base: 0, seen: 0 });
    expect(saved.saved && saved.draft.warnings).toEqual([
      expect.objectContaining({
        path: 'criteria.0.signal',
        problem: expect.stringContaining('Moon phase') as string,
      }),
    ]);
  });

  it('of one administrator is not touched by the other, and tells the other only who and when', async () => {
    const site = settingsSite();
    await site.get('ada', 'draft.save', {
      ...PAY,
      document: renamed('Ada’s secret plan'),
      base: 0,
      seen: 0,
    });
    await site.get('ben', 'draft.save', { ...PAY, document: renamed('Ben’s'), base: 0, seen: 0 });
    const view = await site.get('ben', 'settings.view', PAY);
    expect(view.draft?.document).toMatchObject({ name: 'Ben’s' });
    expect(view.others).toEqual([
      { by: { accountId: 'acc-ada', name: 'Ada' }, base: 0, savedAt: expect.any(String) as string },
    ]);
    expect(JSON.stringify(view)).not.toContain('secret plan');
    expect((await site.get('ada', 'settings.view', PAY)).draft?.document).toMatchObject({
      name: 'Ada’s secret plan',
    });
    expect((await site.get('ada', 'settings.view', { project: 'OPS' })).others).toEqual([]);
  });

  it('that another window saved meanwhile is shown before it is written over', async () => {
    const site = settingsSite();
    await site.get('ada', 'draft.save', { ...PAY, document: renamed('first'), base: 0, seen: 0 });
    await site.get('ada', 'draft.save', {
      ...PAY,
      document: renamed('of the other window'),
      base: 0,
      seen: 1,
    });
    for (const seen of [0, 1]) {
      expect(
        await site.get('ada', 'draft.save', {
          ...PAY,
          document: renamed('of this window'),
          base: 0,
          seen,
        }),
      ).toMatchObject({
        saved: false,
        conflict: { revision: 2, document: { name: 'of the other window' } },
      });
    }
    expect(
      await site.get('ada', 'draft.save', {
        ...PAY,
        document: renamed('of this window'),
        base: 0,
        seen: 2,
      }),
    ).toMatchObject({ saved: true });
  });

  it('saved by two windows in the same moment is saved by one of them', async () => {
    const site = settingsSite();
    const both = await Promise.all(
      ['left', 'right'].map((name) =>
        site.get('ada', 'draft.save', { ...PAY, document: renamed(name), base: 0, seen: 0 }),
      ),
    );
    expect(both.map(({ saved }) => saved).sort()).toEqual([false, true]);
  });

  it('is gone once discarded, and a window left open does not take a new one for its own', async () => {
    const site = settingsSite();
    await site.get('ada', 'draft.save', { ...PAY, document: renamed('old'), base: 0, seen: 0 });
    expect(await site.refused('ada', 'draft.discard', { ...PAY, seen: 7 })).toMatchObject({
      kind: 'invalid',
    });
    await site.get('ada', 'draft.discard', { ...PAY, seen: 1 });
    expect((await site.get('ada', 'settings.view', PAY)).draft).toBeNull();
    const fresh = await site.get('ada', 'draft.save', {
      ...PAY,
      document: renamed('new'),
      base: 0,
      seen: 0,
    });
    expect(fresh).toMatchObject({ saved: true });
    expect(
      await site.get('ada', 'draft.save', {
        ...PAY,
        document: renamed('from the old window'),
        base: 0,
        seen: 1,
      }),
    ).toMatchObject({ saved: false, conflict: { document: { name: 'new' } } });
    expect((await site.get('ben', 'settings.view', PAY)).others).toHaveLength(1);
  });
});

describe('two administrators at once', () => {
  it('each keep their work: the later is told what the other changed, takes it in, and chooses where both changed the same', async () => {
    const site = settingsSite();
    const mine = {
      ...defaultRubric,
      name: 'Ben’s',
      bands: { ...defaultRubric.bands, immediate: 88 },
    };
    await site.get('ben', 'draft.save', { ...PAY, document: mine, base: 0, seen: 0 });
    const theirs = {
      ...defaultRubric,
      bands: { ...defaultRubric.bands, immediate: 77 },
      capacity: { ...defaultRubric.capacity, scopeCreep: 0.5 },
    };
    expect(
      await site.get('ada', 'rubric.publish', {
        ...PAY,
        document: theirs,
        reason: 'more room',
        base: 0,
      }),
    ).toMatchObject({ ok: true, version: 1 });
    const refused = await site.get('ben', 'rubric.publish', {
      ...PAY,
      document: mine,
      reason: 'mine',
      base: 0,
    });
    expect(refused).toMatchObject({
      ok: false,
      problems: [],
      overtaken: { version: 1, by: { name: 'Ada' }, reason: 'more room' },
    });
    expect(refused.ok ? [] : refused.overtaken?.changes.map(({ path }) => path)).toEqual([
      'bands.immediate',
      'capacity.scopeCreep',
    ]);
    expect((await site.get('ben', 'settings.view', PAY)).draft?.overtaken).toMatchObject({
      version: 1,
      changes: [{}, {}],
    });

    const rebased = await site.get('ben', 'draft.rebase', { ...PAY, seen: 1 });
    expect(rebased.conflicts).toEqual([
      expect.objectContaining({
        path: 'bands.immediate',
        place: 'Bands: immediate',
        mine: 88,
        theirs: 77,
      }),
    ]);
    expect(rebased.draft).toMatchObject({
      base: 1,
      overtaken: null,
      document: { name: 'Ben’s', bands: { immediate: 88 }, capacity: { scopeCreep: 0.5 } },
    });
    const published = await site.get('ben', 'rubric.publish', {
      ...PAY,
      document: rebased.draft.document,
      reason: 'both',
      base: 1,
      draft: rebased.draft.revision,
    });
    expect(published).toMatchObject({ ok: true, version: 2 });
    expect((await site.get('ben', 'settings.view', PAY)).draft).toBeNull();
    const { versions } = await site.get('vera', 'rubric.versions', { ...PAY, before: null });
    expect(
      versions.map(({ version, by, reason, changes }) => [
        version,
        by.name,
        reason,
        changes.length,
      ]),
    ).toEqual([
      [2, 'Ben', 'both', 2],
      [1, 'Ada', 'more room', 3],
    ]);
  });

  it('who both begin with the site’s rubric each keep their own part, and all others go on following', async () => {
    const site = settingsSite();
    const without = (...own: readonly string[]) =>
      inheritable.filter((section) => !own.includes(section));
    await site.get('ben', 'draft.save', {
      ...PAY,
      document: { ...defaultRubric, bands: { ...defaultRubric.bands, immediate: 88 } },
      inherits: without('bands'),
      base: 0,
      seen: 0,
    });
    await site.get('ada', 'rubric.publish', {
      ...PAY,
      document: { ...defaultRubric, capacity: { ...defaultRubric.capacity, scopeCreep: 0.5 } },
      inherits: without('capacity'),
      reason: 'room',
      base: 0,
    });
    const { draft } = await site.get('ben', 'draft.rebase', { ...PAY, seen: 1 });
    expect(draft).toMatchObject({
      document: { bands: { immediate: 88 }, capacity: { scopeCreep: 0.5 } },
    });
    expect([...draft.inherits].sort()).toEqual(without('bands', 'capacity').toSorted());
  });

  it('may choose theirs in a conflict', async () => {
    const site = settingsSite();
    await site.get('ben', 'draft.save', {
      ...PAY,
      document: { ...defaultRubric, name: 'mine' },
      base: 0,
      seen: 0,
    });
    await site.get('ada', 'rubric.publish', {
      ...PAY,
      document: { ...defaultRubric, name: 'theirs' },
      reason: 'so',
      base: 0,
    });
    expect(
      await site.get('ben', 'draft.rebase', { ...PAY, seen: 1, choices: { name: 'theirs' } }),
    ).toMatchObject({ conflicts: [], draft: { document: { name: 'theirs' }, changes: [] } });
  });

  it('who publish in the same moment get one version: the other is told', async () => {
    for (const base of [0, undefined]) {
      const site = settingsSite();
      const both = await Promise.allSettled(
        (['ada', 'ben'] as const).map((who, n) =>
          site.get(who, 'rubric.publish', {
            ...PAY,
            document: withBands(90 + n),
            reason: `of ${who}`,
            ...(base === undefined ? {} : { base }),
          }),
        ),
      );
      await site.settle();
      const { versions } = await site.get('ada', 'rubric.versions', { ...PAY, before: null });
      const { published } = await site.get('ada', 'settings.view', PAY);
      const won = both.flatMap((one, n) =>
        one.status === 'fulfilled' && one.value.ok
          ? [{ who: n === 0 ? 'Ada' : 'Ben', version: one.value.version }]
          : [],
      );
      // Whoever is told that it is published finds it in the history as theirs.
      expect(versions.map(({ version, by }) => ({ who: by.name, version })).reverse()).toEqual(
        won.sort((a, b) => a.version - b.version),
      );
      expect(published.version).toBe(won.length);
      if (base === 0)
        expect(
          both.map(
            (one) =>
              one.status === 'fulfilled' && (one.value.ok || one.value.overtaken?.version === 1),
          ),
        ).toEqual([true, true]);
    }
  });
});

describe('the first draft of a project, while the site’s rubric goes on', () => {
  const bands = (immediate: number, soon: number, canWait: number) => ({
    immediate,
    soon,
    canWait,
  });
  const beside = (...own: readonly string[]) =>
    inheritable.filter((section) => !own.includes(section));
  const publishSite = (site: SettingsSite, base: number, document: Record<string, unknown>) =>
    site.get('ada', 'rubric.publish', {
      project: null,
      document,
      reason: `site ${base + 1}`,
      base,
    });
  /** Pam drafts another threshold for immediate under version 1 of the site's rubric, and version 2 has another for soon. */
  const overtaken = async () => {
    const site = settingsSite();
    await publishSite(site, 0, { name: 'S', bands: bands(70, 40, 20) });
    const { published, inheritance } = await site.get('pam', 'settings.view', PAY);
    const mine = { ...published.document, bands: bands(75, 40, 20) };
    const wish = {
      ...PAY,
      document: mine,
      inherits: beside('bands'),
      base: 0,
      site: inheritance?.site.version ?? -1,
    };
    await site.get('pam', 'draft.save', { ...wish, seen: 0 });
    await publishSite(site, 1, {
      name: 'S',
      bands: bands(70, 50, 20),
      capacity: { scopeCreep: 0.5 },
    });
    return { site, wish };
  };

  it('is told what the site’s rubric changed beside what it follows, and does not put it back', async () => {
    const { site, wish } = await overtaken();
    const { draft } = await site.get('pam', 'settings.view', PAY);
    expect(draft?.overtaken).toMatchObject({
      ofSite: true,
      version: 2,
      by: { name: 'Ada' },
      reason: 'site 2',
      changes: [{ path: 'bands.soon' }],
    });
    expect(draft?.document).toMatchObject({ capacity: { scopeCreep: 0.5 } });
    // Also where the page that publishes does not say which version it saw.
    const { site: _, ...old } = wish;
    for (const one of [wish, old])
      expect(await site.get('pam', 'rubric.publish', { ...one, reason: 'calmer' })).toMatchObject({
        ok: false,
        problems: [],
        overtaken: { ofSite: true, version: 2 },
      });
    const rebased = await site.get('pam', 'draft.rebase', { ...PAY, seen: 1 });
    expect(rebased).toMatchObject({
      conflicts: [],
      taken: [{ path: 'bands.soon' }],
      draft: { base: 0, site: 2, overtaken: null, document: { bands: bands(75, 50, 20) } },
    });
    expect(
      await site.get('pam', 'rubric.publish', {
        ...PAY,
        document: rebased.draft.document,
        inherits: rebased.draft.inherits,
        reason: 'calmer',
        base: 0,
        site: 2,
      }),
    ).toMatchObject({ ok: true, version: 1 });
    expect((await site.get('pam', 'settings.view', PAY)).published.document.bands).toEqual(
      bands(75, 50, 20),
    );
  });

  it('is merged with what somebody else published first from what the site’s rubric was when it was begun', async () => {
    const { site } = await overtaken();
    const { published } = await site.get('ada', 'settings.view', PAY);
    await site.get('ada', 'rubric.publish', {
      ...PAY,
      document: { ...published.document, bands: bands(70, 50, 35) },
      inherits: beside('bands'),
      reason: 'less',
      base: 0,
    });
    const { draft } = await site.get('pam', 'settings.view', PAY);
    expect(draft?.overtaken).toMatchObject({
      ofSite: false,
      version: 1,
      changes: [{ path: 'bands.soon' }, { path: 'bands.canWait' }, { path: 'capacity.scopeCreep' }],
    });
    const rebased = await site.get('pam', 'draft.rebase', { ...PAY, seen: 1 });
    expect(rebased).toMatchObject({
      conflicts: [],
      draft: { document: { bands: bands(75, 50, 35) } },
    });
  });

  it('is overtaken by nothing that it goes on following', async () => {
    const site = settingsSite();
    await publishSite(site, 0, { name: 'S' });
    const wish = {
      ...PAY,
      document: { ...defaultRubric, bands: bands(75, 40, 20) },
      inherits: beside('bands'),
      base: 0,
      site: 1,
    };
    await site.get('pam', 'draft.save', { ...wish, seen: 0 });
    await publishSite(site, 1, { name: 'S', capacity: { scopeCreep: 0.5 } });
    expect((await site.get('pam', 'settings.view', PAY)).draft?.overtaken).toBeNull();
    expect(await site.get('pam', 'rubric.publish', { ...wish, reason: 'calmer' })).toMatchObject({
      ok: true,
      version: 1,
    });
  });
});

describe('an earlier version', () => {
  it('says before it is brought back which of its fields the site lacks', async () => {
    const site = settingsSite();
    const [first, ...rest] = defaultRubric.criteria;
    const moon = {
      ...defaultRubric,
      criteria: [
        {
          ...first,
          signal: { kind: 'number', fields: ['Moon phase'] },
          curve: { kind: 'linear', from: { x: 0, points: 0 }, to: { x: 9, points: 100 } },
        },
        ...rest,
      ],
    };
    await site.get('pam', 'rubric.publish', {
      ...PAY,
      document: moon,
      reason: 'by the moon',
      base: 0,
    });
    await site.get('pam', 'rubric.publish', {
      ...PAY,
      document: defaultRubric,
      reason: 'without it',
      base: 1,
    });
    const moonlit = await site.get('pam', 'rubric.version', { ...PAY, version: 1 });
    expect([moonlit.problems, moonlit.warnings]).toEqual([
      [],
      [
        expect.objectContaining({
          path: 'criteria.0.signal',
          problem: expect.stringContaining('Moon phase') as string,
        }),
      ],
    ]);
    expect((await site.get('pam', 'rubric.version', { ...PAY, version: 2 })).warnings).toEqual([]);
  });
});

describe('a publication that names no version', () => {
  it('is one of what its author had before them: over somebody else’s it is refused', async () => {
    const site = settingsSite();
    await site.get('pam', 'draft.save', { ...PAY, document: renamed('mine'), base: 0, seen: 0 });
    await site.get('ada', 'rubric.publish', {
      ...PAY,
      document: renamed('theirs'),
      reason: 'first',
      base: 0,
    });
    expect(
      await site.get('pam', 'rubric.publish', {
        ...PAY,
        document: renamed('mine'),
        reason: 'unseen',
      }),
    ).toMatchObject({ ok: false, overtaken: { version: 1, by: { name: 'Ada' } } });
    expect((await site.get('ada', 'settings.view', PAY)).published).toMatchObject({
      version: 1,
      document: { name: 'theirs' },
    });
  });
});

describe('people in a rubric', () => {
  it('are found by the beginning of a name among those who may be given work, and shown by name', async () => {
    const site = settingsSite();
    const { found, named } = await site.get('pam', 'settings.people', {
      ...PAY,
      query: 'ol',
      ids: ['acc-aron', 'acc-nobody'],
    });
    expect(found).toEqual([{ accountId: 'acc-olga', name: 'Olga' }]);
    expect(named).toEqual([
      { accountId: 'acc-aron', name: 'Aron' },
      { accountId: 'acc-nobody', name: null },
    ]);
    expect(
      await site.refused('mallory', 'settings.people', { ...PAY, query: '', ids: [] }),
    ).toMatchObject({ kind: 'gone' });
  });

  it('are found in the whole site by its administrators alone, for the rubric of the site', async () => {
    const site = settingsSite();
    const { found, named } = await site.get('ada', 'settings.people', {
      project: null,
      query: 'ol',
      ids: ['acc-aron'],
    });
    expect([found, named]).toEqual([
      [{ accountId: 'acc-olga', name: 'Olga' }],
      [{ accountId: 'acc-aron', name: 'Aron' }],
    ]);
    expect(
      (await site.get('ada', 'settings.people', { project: null, query: '', ids: [] })).found,
    ).toEqual([]);
    expect(
      await site.refused('pam', 'settings.people', { project: null, query: 'ol', ids: [] }),
    ).toMatchObject({ kind: 'forbidden' });
  });

  it('share roles, whose names are offered: those of the project, or of every project for the site', async () => {
    const site = settingsSite();
    expect((await site.get('vera', 'settings.inputs', PAY)).names.roles).toEqual([
      'Administrators',
      'Approvers',
      'Product owners',
      'Viewers',
    ]);
    expect((await site.get('ada', 'settings.inputs', { project: null })).names.roles).toEqual([
      'Administrators',
      'Approvers',
      'Product owners',
      'Viewers',
    ]);
  });
});
