import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import { checkSetup } from '../../../src/usecases/setup/check-setup';
import type { SetupContext } from '../../../src/usecases/setup/check';
import { aViewer, anIssue, inMemoryWorld, NOW, type InMemoryWorld } from '../in-memory-world';

function context(world: InMemoryWorld): SetupContext {
  return {
    world,
    jira: world,
    now: NOW,
    viewer: aViewer({ permissions: ['ADMINISTER', 'ADMINISTER_PROJECTS', 'BROWSE_PROJECTS'] }),
    screens: {
      of: async () => ({ kind: 'team-managed' }),
      add: async () => undefined,
      associate: async () => false,
    },
    address: { evidence: async () => 'https://site.example/x1/evidence' },
    appRights: { lacking: async () => [] },
    siteStorage: {
      known: async () => null,
      tryOut: async () => Promise.reject(new Error('nobody asked')),
    },
    secret: { read: async () => null, connections: async () => [] } as never,
    readCatalogue: async () => ({ linkTypes: [], issueTypes: [], projects: [] }),
  };
}

describe('the check of the setup, while the rubric in force cannot be used', () => {
  it('says so with every problem and how to mend it, and looks at everything else', async () => {
    const world = inMemoryWorld([anIssue('PAY-1')]);
    await world.rubrics.publish(
      { project: 'PAY' },
      {
        document: { ...defaultRubric, bands: { immediate: 10, soon: 50, canWait: 90 } },
        version: 1,
        by: 'ann',
        reason: 'calmer',
        at: NOW.toISOString(),
      },
    );
    const checks = await checkSetup('PAY', context(world));
    expect(checks.map(({ id }) => id)).toEqual([
      'screens',
      'names',
      'app',
      'rubric',
      'evidence',
      'ledger',
      'events',
      'quota',
      'automation',
      'secret',
      'storage',
      'people',
    ]);
    expect(checks.find(({ id }) => id === 'rubric')).toMatchObject({
      state: 'attention',
      says: 'Version 1 of the rubric cannot be used any more, so no issue is scored.',
      details: [
        expect.stringContaining('bands.') as string,
        expect.stringContaining('bands.') as string,
      ],
      repair: { kind: 'steps' },
    });
    expect(checks.find(({ id }) => id === 'evidence')).toMatchObject({
      state: 'unknown',
      says: expect.stringContaining('cannot be used') as string,
    });
    expect(checks.find(({ id }) => id === 'app')).toMatchObject({ state: 'ok' });
  });

  it('of a project with a sound rubric of its own is not kept from looking by the site’s', async () => {
    const world = inMemoryWorld([anIssue('PAY-1')]);
    await world.rubrics.publish('site', {
      document: { ...defaultRubric, bands: { immediate: 10, soon: 50, canWait: 90 } },
      version: 1,
      by: 'ann',
      reason: 'calmer',
      at: NOW.toISOString(),
    });
    await world.rubrics.publish(
      { project: 'PAY' },
      { document: defaultRubric, version: 1, by: 'ann', reason: 'ours', at: NOW.toISOString() },
    );
    expect(
      (await checkSetup('PAY', context(world))).find(({ id }) => id === 'rubric')?.says,
    ).toContain('“Three pillars”, version 1');
  });
});
