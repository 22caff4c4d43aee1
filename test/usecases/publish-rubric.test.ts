import { Forbidden } from '../../src/usecases/failures';
import { publishRubric } from '../../src/usecases/publish-rubric';
import { scoreIssues } from '../../src/usecases/score-issues';
import { aViewer, anIssue, inMemoryWorld, NOW } from './in-memory-world';

const admin = aViewer({ permissions: ['ADMINISTER', 'ADMINISTER_PROJECTS'] });
const proposal = { scope: 'site' as const, document: {}, reason: 'incidents weigh more', by: 'ada' };

describe('publishing a rubric', () => {
  it('counts versions up and has the backlog scored', async () => {
    const world = inMemoryWorld([]);
    expect(await publishRubric(proposal, admin, world, NOW)).toMatchObject({ ok: true, version: 1 });
    expect(await publishRubric(proposal, admin, world, NOW)).toMatchObject({ ok: true, version: 2 });
    expect(world.engine.requests.map(({ kind }) => kind)).toEqual(['job', 'job']);
  });

  it('is refused to somebody who administers nothing, before anything is stored', async () => {
    const world = inMemoryWorld([]);
    await expect(publishRubric(proposal, aViewer(), world, NOW)).rejects.toThrow(Forbidden);
    expect(await world.rubrics.read('site')).toBeNull();
    expect(world.engine.requests).toEqual([]);
  });

  it('lists every problem of a broken rubric and changes nothing', async () => {
    const world = inMemoryWorld([]);
    const answer = await publishRubric({ ...proposal, document: { bands: { immediate: 10, soon: 90, canWait: 50 }, urgency: { lambda: 7 } } }, admin, world, NOW);
    expect(answer.ok).toBe(false);
    expect(answer.ok ? [] : answer.problems.map(({ path }) => path.split('.')[0])).toEqual(expect.arrayContaining(['bands', 'urgency']));
    expect(await world.rubrics.read('site')).toBeNull();
  });

  it("judges a project by its own rubric and all others by the site's", async () => {
    const world = inMemoryWorld([anIssue('PAY-1'), anIssue('OPS-1')]);
    await publishRubric({ ...proposal, scope: { project: 'PAY' }, document: { bands: { immediate: 3, soon: 2, canWait: 1 } } }, admin, world, NOW);
    const { results } = await scoreIssues([...world.jira.keys()], world, NOW);
    expect(results.map(({ card }) => card?.band)).toEqual(['immediate', expect.not.stringMatching('immediate')]);
    expect(results.map(({ entry }) => entry.rubricVersion)).toEqual([1, 0]);
  });
});
