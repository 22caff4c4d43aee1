import { Forbidden } from '../../../src/usecases/ports/failures';
import { publishRubric } from '../../../src/usecases/rubric-editing/publish';
import { scoreIssues } from '../../../src/usecases/scoring/score-issues';
import { proposeRubric } from '../../../src/usecases/rubric-editing/submit';
import { anIssue, aViewer, inMemoryWorld, NOW, type InMemoryWorld } from '../in-memory-world';
import { aSettingsDesk } from './a-settings-context';

const proposal = {
  scope: 'site' as const,
  document: {},
  reason: 'incidents weigh more',
  by: 'ada',
};
const admin = (world: InMemoryWorld) => aSettingsDesk(world, { permissions: ['ADMINISTER'] });

describe('publishing a rubric', () => {
  it('counts versions up and has the backlog scored', async () => {
    const world = inMemoryWorld([]);
    expect(await proposeRubric(null, proposal, admin(world))).toMatchObject({
      ok: true,
      version: 1,
    });
    expect(await proposeRubric(null, proposal, admin(world))).toMatchObject({
      ok: true,
      version: 2,
    });
    expect(world.engine.requests.map(({ kind }) => kind)).toEqual(['job', 'job']);
  });

  it('is refused to somebody who administers nothing, before anything is stored', async () => {
    const world = inMemoryWorld([]);
    await expect(
      proposeRubric(null, proposal, { ...admin(world), viewer: aViewer() }),
    ).rejects.toThrow(Forbidden);
    expect(await world.rubrics.read('site')).toBeNull();
    expect(world.engine.requests).toEqual([]);
  });

  it('lists every problem of a broken rubric and changes nothing', async () => {
    const world = inMemoryWorld([]);
    const answer = await publishRubric(
      {
        ...proposal,
        document: { bands: { immediate: 10, soon: 90, canWait: 50 }, urgency: { lambda: 7 } },
      },
      world,
      NOW,
    );
    expect(answer.ok).toBe(false);
    expect(answer.ok ? [] : answer.problems.map(({ path }) => path.split('.')[0])).toEqual(
      expect.arrayContaining(['bands', 'urgency']),
    );
    expect(await world.rubrics.read('site')).toBeNull();
  });

  it("judges a project by its own rubric and all others by the site's", async () => {
    const world = inMemoryWorld([anIssue('PAY-1'), anIssue('OPS-1')]);
    await publishRubric(
      {
        ...proposal,
        scope: { project: 'PAY' },
        document: { bands: { immediate: 3, soon: 2, canWait: 1 } },
      },
      world,
      NOW,
    );
    const { results } = await scoreIssues([...world.jira.keys()], world, NOW);
    expect(results.map(({ card }) => card?.band)).toEqual([
      'immediate',
      expect.not.stringMatching('immediate'),
    ]);
    expect(results.map(({ entry }) => entry.rubricVersion)).toEqual([1, 0]);
  });
});
