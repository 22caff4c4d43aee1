import { defaultRubric } from '../../src/core/rubric/presets/default-rubric';
import { PAY, settingsSite, withBands, type SettingsSite } from './settings-site';

const SITE = { project: null } as const;
const idOf = (site: SettingsSite, key: string): string => String(site.dev.site.peek(key)?.id);
const scored = async (site: SettingsSite, key: string) =>
  site.get('ada', 'score.view', { issueId: idOf(site, key) });
const bands = (immediate: number, soon: number, canWait: number) => ({ immediate, soon, canWait });

describe("the site's rubric", () => {
  it('judges every project without one of its own', async () => {
    const site = settingsSite();
    await site.get('ada', 'rubric.publish', {
      ...SITE,
      document: withBands(2),
      reason: 'for all',
      base: 0,
    });
    await site.settle();
    const view = await site.get('vera', 'settings.view', PAY);
    expect([
      view.published.source,
      view.published.version,
      view.published.base,
      view.published.by?.name,
    ]).toEqual(['site', 1, 0, 'Ada']);
    expect(view.inheritance?.sections).toContain('bands');
    expect((await scored(site, 'PAY-1')).rubric).toEqual({ name: 'By bands', version: 1 });
  });

  it('is followed by projects in the parts that they take from it, each by a version of its own; what is theirs stays', async () => {
    const site = settingsSite();
    site.dev.announceInstalled();
    await site.settle();
    const own = {
      ...defaultRubric,
      name: 'Of PAY',
      bands: bands(9, 8, 7),
      urgency: { ...defaultRubric.urgency, lambda: 0.1 },
    };
    await site.get('pam', 'rubric.publish', {
      ...PAY,
      document: own,
      reason: 'our own urgency',
      base: 0,
      inherits: ['bands', 'capacity'],
    });
    await site.settle();
    const first = (await site.get('pam', 'settings.view', PAY)).published;
    expect([first.document.bands, first.document.urgency.lambda, first.inherits]).toEqual([
      defaultRubric.bands,
      0.1,
      ['bands', 'capacity'],
    ]);

    await site.get('ada', 'rubric.publish', {
      ...SITE,
      document: {
        ...defaultRubric,
        bands: bands(3, 2, 1),
        urgency: { ...defaultRubric.urgency, lambda: 0.9 },
      },
      reason: 'all is urgent',
      base: 0,
    });
    await site.settle();
    const { published, inheritance } = await site.get('pam', 'settings.view', PAY);
    expect([
      published.version,
      published.document.bands,
      published.document.urgency.lambda,
      published.by?.name,
    ]).toEqual([2, bands(3, 2, 1), 0.1, 'Ada']);
    expect(inheritance).toMatchObject({
      sections: ['bands', 'capacity'],
      behind: null,
      site: { version: 1 },
    });
    const { versions } = await site.get('pam', 'rubric.versions', { ...PAY, before: null });
    expect(versions[0]).toMatchObject({
      version: 2,
      cause: 'follows the site',
      of: 1,
      reason: "Follows version 1 of the site's rubric: all is urgent",
    });
    expect(versions[0]?.changes.map(({ path }) => path)).toEqual([
      'bands.immediate',
      'bands.soon',
      'bands.canWait',
    ]);
    for (const key of ['PAY-1', 'PAY-2']) {
      const { rubric, band } = await scored(site, key);
      expect([rubric, band]).toEqual([{ name: 'Of PAY', version: 2 }, 'immediate']);
    }

    // What does not touch what it follows leaves the project alone.
    await site.get('ada', 'rubric.publish', {
      ...SITE,
      document: {
        ...defaultRubric,
        bands: bands(3, 2, 1),
        urgency: { ...defaultRubric.urgency, lambda: 0.2 },
      },
      reason: 'calmer',
      base: 1,
    });
    await site.settle();
    expect((await site.get('pam', 'settings.view', PAY)).published.version).toBe(2);
  });

  it('that does not fit into a project leaves it as it is, and both are told why', async () => {
    const site = settingsSite();
    const [first, second] = defaultRubric.pillars;
    const ofSecond = { ...defaultRubric.criteria[0], id: 'mine', pillar: second?.id };
    await site.get('pam', 'rubric.publish', {
      ...PAY,
      document: { ...defaultRubric, criteria: [...defaultRubric.criteria, ofSecond] },
      reason: 'own criteria',
      base: 0,
      inherits: ['pillars'],
    });
    await site.settle();
    const onePillar = {
      ...defaultRubric,
      pillars: [first],
      criteria: defaultRubric.criteria.map((one) => ({ ...one, pillar: first?.id })),
      lanes: defaultRubric.lanes.filter(({ any }) =>
        any.every(({ kind }) => kind !== 'strongestPillar'),
      ),
    };
    expect(
      await site.get('ada', 'rubric.publish', {
        ...SITE,
        document: onePillar,
        reason: 'one pillar',
        base: 0,
      }),
    ).toMatchObject({ ok: true });
    await site.settle();
    const { published, inheritance } = await site.get('pam', 'settings.view', PAY);
    expect([published.version, published.problems]).toEqual([1, []]);
    expect(inheritance?.behind?.problems.length).toBeGreaterThan(0);
    const job = await site.get('ada', 'job.view', SITE);
    expect([job?.state, job?.failures]).toEqual([
      'finished',
      [
        {
          id: expect.stringMatching(/^project \d+$/u) as string,
          key: 'PAY',
          why: expect.stringMatching(
            /^It keeps version 1 of its rubric, since version 1 of the site's does not fit into it: /u,
          ) as string,
        },
      ],
    ]);
    expect(await site.get('ada', 'health.view', SITE)).toBeDefined();
  });

  it('is followed by many projects, twenty here, however often the work is cut off', async () => {
    const keys = Array.from({ length: 20 }, (_, n) => `T${String.fromCharCode(65 + n)}`);
    const site = settingsSite([], { projects: keys.map((key) => ({ key, name: key })) });
    for (const key of keys)
      await site.get('ada', 'rubric.publish', {
        project: key,
        document: { ...defaultRubric, name: key },
        reason: 'own',
        base: 0,
        inherits: ['bands'],
      });
    await site.settle();
    let calls = 0;
    site.dev.host.interrupt((functionKey) =>
      functionKey === 'on-backlog' && (calls += 1) % 60 === 59 ? 'after' : null,
    );
    await site.get('ada', 'rubric.publish', {
      ...SITE,
      document: { ...defaultRubric, bands: bands(30, 20, 10) },
      reason: 'all',
      base: 0,
    });
    await site.settle();
    site.dev.host.interrupt(null);
    await site.dev.clock.sleep(60 * 60_000);
    await site.dev.host.runSchedule('hourly');
    await site.settle();
    for (const key of keys) {
      const { published } = await site.get('ada', 'settings.view', { project: key });
      expect([
        published.document.name,
        published.version,
        published.document.bands.immediate,
      ]).toEqual([key, 2, 30]);
    }
    expect(calls).toBeGreaterThan(60);
  });

  it('comes back exactly in a roll back, though the site has moved on: such parts follow it no longer', async () => {
    const site = settingsSite();
    await site.get('pam', 'rubric.publish', {
      ...PAY,
      document: { ...defaultRubric, name: 'Of PAY' },
      reason: 'own',
      base: 0,
      inherits: ['bands', 'calendar'],
    });
    await site.get('ada', 'rubric.publish', {
      ...SITE,
      document: { ...defaultRubric, bands: bands(3, 2, 1) },
      reason: 'all',
      base: 0,
    });
    await site.settle();
    expect(
      await site.get('pam', 'rubric.rollback', {
        ...PAY,
        version: 1,
        reason: 'not for us',
        base: 2,
      }),
    ).toMatchObject({ ok: true, version: 3 });
    const { published } = await site.get('pam', 'settings.view', PAY);
    expect([published.document.bands, published.inherits]).toEqual([
      defaultRubric.bands,
      ['calendar'],
    ]);
    const [newest] = (await site.get('pam', 'rubric.versions', { ...PAY, before: null })).versions;
    expect(newest?.changes[0]?.text).toBe("No longer follows the site's rubric in: Bands");
  });
});
