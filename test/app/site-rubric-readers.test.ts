import { defaultRubric } from '../../src/core/rubric/presets/default-rubric';
import { answer, asked, separatePeople } from './separate-people';
import type { SmallSite } from './small-site';

const SITE = { project: null };
/** What stands in it of customers, issues and people. */
const NAMES = /Secret Bank|OPS-1|"ina"|"admin|mara|Clandestine/u;
const QUESTIONS: readonly (readonly [string, object])[] = [
  ['settings.view', SITE],
  ['rubric.versions', { ...SITE, before: null }],
  ['rubric.version', { ...SITE, version: 1 }],
  ['rubric.version', { ...SITE, version: 2 }],
  ['rubric.export', { ...SITE, version: null, format: 'json' }],
  ['rubric.export', { ...SITE, version: 1, format: 'yaml' }],
  ['rubric.import', { ...SITE, text: JSON.stringify(defaultRubric) }],
  ['settings.starts', SITE],
];

/** Two editions that name a customer, a service with its issue, a lane's owner and who decides. */
async function aSite(): Promise<SmallSite> {
  const site = await separatePeople();
  const publish = (document: object, base: number) =>
    answer(site, site.dev.adminId, 'rubric.publish', { ...SITE, document, base, reason: 'Ours' });
  const named = {
    customers: { ...defaultRubric.customers, members: { 'Secret Bank AG': 'enterprise' } },
    evidence: { ...defaultRubric.evidence, services: { Clandestine: ['OPS-1'] } },
    capacity: {
      ...defaultRubric.capacity,
      lanes: { stability: { least: 0, most: 1, owner: 'ina' } },
    },
    decisionRights: {
      ...defaultRubric.decisionRights,
      decline: { roles: [], people: ['ina'], approvers: { roles: [], people: ['ina'] } },
    },
  };
  await publish({ ...defaultRubric, name: 'House rules', ...named }, 0);
  await publish({ ...defaultRubric, name: 'House rules 2', ...named, customers: {} }, 1);
  await site.settle();
  return site;
}

describe("the site's rubric", () => {
  it.each(QUESTIONS)('is refused to who sees no project: %s %j', async (question, payload) => {
    const site = await aSite();
    expect(await asked(site, 'outsider', question, payload)).toMatchObject({
      ok: false,
      refusal: { kind: 'forbidden' },
    });
  });

  it('is read whole by a Jira administrator', async () => {
    const site = await aSite();
    const said = JSON.stringify(
      await Promise.all(
        QUESTIONS.map(([question, payload]) => answer(site, site.dev.adminId, question, payload)),
      ),
    );
    for (const name of ['Secret Bank AG', 'Clandestine', 'OPS-1', '"ina"'])
      expect(said).toContain(name);
  });

  it.each(['pat', 'reader'])(
    'is read without customers, issues and account ids by who sees a project that it judges: %s',
    async (who) => {
      const site = await aSite();
      for (const [question, payload] of QUESTIONS) {
        const said = JSON.stringify(await answer(site, who, question, payload));
        expect([question, said.match(NAMES)]).toEqual([question, null]);
        expect(said).not.toContain(site.dev.adminId);
      }
      expect(await answer(site, who, 'settings.view', SITE)).toMatchObject({
        published: {
          document: {
            name: 'House rules 2',
            decisionRights: { decline: { people: ['somebody'] } },
          },
        },
        others: [],
        waiting: null,
      });
    },
  );

  it('is read so by who only looks at a project, and whole by who may publish one of its own there', async () => {
    const site = await aSite();
    const ofProject = (who: string) =>
      Promise.all(
        [
          ['settings.view', {}],
          ['rubric.export', { version: null, format: 'json' }],
          ['rubric.import', { text: JSON.stringify(defaultRubric) }],
        ].map(([question, more]) =>
          answer(site, who, question as string, { project: 'PAY', ...(more as object) }),
        ),
      );
    expect(
      JSON.stringify(await ofProject('reader')).match(/Secret Bank|OPS-1|"ina"|Clandest/u),
    ).toBe(null);
    expect(JSON.stringify(await ofProject('pat'))).toContain('Clandestine');
  });

  it('is refused to who sees but projects with a rubric of their own', async () => {
    const site = await aSite();
    await answer(site, 'pat', 'rubric.publish', {
      project: 'PAY',
      document: { ...defaultRubric, name: 'Own' },
      inherits: [],
      base: 0,
      reason: 'Ours',
    });
    expect(await asked(site, 'pat', 'settings.view', SITE)).toMatchObject({ ok: false });
    expect(await asked(site, 'ina', 'settings.view', SITE)).toMatchObject({ ok: true });
  });

  it.each([
    ['its own', []],
    ['the customers of the site', ['customers', 'evidence']],
  ])(
    'is told of no name by the history of a project whose rubric judges by %s, to who only looks at it',
    async (_, inherits) => {
      const site = await aSite();
      await answer(site, site.dev.adminId, 'rubric.rollback', {
        ...SITE,
        version: 1,
        reason: 'Back',
        base: 2,
      });
      const { customers, evidence } = defaultRubric;
      await answer(site, 'pat', 'rubric.publish', {
        project: 'PAY',
        document: { ...defaultRubric, customers, evidence, name: 'Ours' },
        inherits,
        base: 0,
        reason: 'Ours',
      });
      const read = (who: string) =>
        Promise.all(
          [
            ['settings.view', {}],
            ['rubric.versions', { before: null }],
            ['rubric.version', { version: 1 }],
            ['rubric.export', { version: 1, format: 'json' }],
            ['rubric.import', { text: JSON.stringify(defaultRubric) }],
          ].map(([question, more]) =>
            answer(site, who, question as string, { project: 'PAY', ...(more as object) }),
          ),
        );
      expect(JSON.stringify(await read('member')).match(NAMES)).toBe(null);
      expect(JSON.stringify(await read('pat'))).toContain('Clandestine');
    },
  );
});
