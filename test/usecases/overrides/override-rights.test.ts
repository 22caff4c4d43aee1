import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import { Forbidden } from '../../../src/usecases/ports/failures';
import { proposeOverride } from '../../../src/usecases/overrides/propose-override';
import { viewOverrides } from '../../../src/usecases/overrides/view-overrides';
import { NOW, type InMemoryWorld } from '../in-memory-world';
import { aScoredWorld, asMember, issue, toHotFix } from './overridden-world';

describe('what may be done with a lane', () => {
  async function withOwner(lane: string, rights: object = {}): Promise<InMemoryWorld> {
    const world = await aScoredWorld();
    const document = {
      ...defaultRubric,
      decisionRights: {
        ...defaultRubric.decisionRights,
        overrideLane: { ...defaultRubric.decisionRights.overrideLane, ...rights },
      },
      capacity: {
        ...defaultRubric.capacity,
        lanes: { [lane]: { least: 0, most: 1, owner: 'omar' } },
      },
    };
    await world.rubrics.publish(
      { project: 'PAY' },
      { document, version: 1, by: 'mara', reason: 'an owner', at: NOW.toISOString() },
    );
    return world;
  }
  const lanes = ['hot fix', 'stability', 'feature improvement', 'strategic bet'] as const;

  it.each([
    ['hot fix', {}],
    ['hot fix', { roles: ['Triage'] }],
    ['feature improvement', {}],
    ['feature improvement', { roles: ['Triage'] }],
  ])(
    'is told beforehand for each as it then comes true, to the owner of %s under the rights %j',
    async (owned, rights) => {
      for (const lane of lanes) {
        const world = await withOwner(owned, rights);
        const asking = asMember(world, 'omar');
        const told = (await viewOverrides(issue.id, asking)).may.lane[lane];
        const done = await proposeOverride(issue.id, { ...toHotFix, lane }, '', asking).catch(
          (failure: unknown) => failure,
        );
        if (!told.may) expect(done).toEqual(new Forbidden(told.why));
        else
          expect(done).toMatchObject({
            approval: { state: told.approval === 'needed' ? 'waiting' : 'not needed' },
          });
      }
    },
  );

  it('is said of an own lane that the issue is not in yet: it takes effect at once, even where only named roles may override', async () => {
    const world = await withOwner('hot fix', { roles: ['Triage'] });
    const { may } = await viewOverrides(issue.id, asMember(world, 'omar'));
    expect(may.lane).toMatchObject({
      'hot fix': { may: true, approval: 'not needed' },
      stability: { may: false, why: 'By the decision rights only Triage may do this.' },
    });
  });
});
