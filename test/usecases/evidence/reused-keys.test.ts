import { aReport } from '../../../src/core/evidence-feeds/report';
import { recordEvidence } from '../../../src/usecases/evidence/record-reports';
import { gatherAll } from '../../../src/usecases/scoring/gather-signals';
import { scoreIssues } from '../../../src/usecases/scoring/score-issues';
import type { IssueRecord } from '../../../src/core/issue/issue-record';
import { anIssue, inMemoryWorld, linkBoth, NOW } from '../in-memory-world';

const incident = { type: { name: 'Incident', level: 0 } };
const outage = anIssue('INC-7', incident);
const report = aReport({
  source: 'desk',
  externalId: 'inc-7',
  occurred: NOW.getTime(),
  state: 'open',
  level: 'SEV2',
  issues: { keys: ['PAY-1'], whole: true },
});
/** The one that was called so moved to another key, and another issue was given its own. */
const moved = { ...outage, key: 'OPS-3' };
const stranger = { ...outage, id: '99999', summary: 'Something else' };

async function told(issues: readonly IssueRecord[]) {
  const world = inMemoryWorld(issues);
  await recordEvidence([report], async () => undefined, world);
  return world;
}

/** Evidence of PAY-1 in a site of these issues, of which the first is PAY-1 itself. */
async function evidenceIn(issues: readonly IssueRecord[], older = false) {
  const before = await told([anIssue('PAY-1'), outage]);
  const world = inMemoryWorld(issues);
  const [work] = issues;
  for (const { kept } of before.outside.records.values()) {
    const { itself, ...without } = kept;
    expect(itself).toBe(outage.id);
    const ref = older ? without : kept;
    await world.evidence.write(ref, [], null);
    await world.evidence.attach(work!.id, ref);
  }
  return { world, work: work! };
}

async function idsOf(issues: readonly IssueRecord[], older = false): Promise<readonly string[]> {
  const { world, work } = await evidenceIn(issues, older);
  const [result] = (await scoreIssues([work.id], world, NOW)).results;
  const rubricOf = () => result!.inForce;
  const linked = new Map(issues.map((one) => [one.key, one]));
  const all = await gatherAll({ issues: [work], linked, rubricOf, fields: [] }, world);
  return all.get(work.id)!.evidence.map(({ id }) => id);
}

describe('evidence that is itself an issue, by its key', () => {
  it('is known by the id that the key had, and says nothing new when told again', async () => {
    const world = await told([anIssue('PAY-1'), outage]);
    expect(await recordEvidence([report], async () => undefined, world)).toMatchObject({
      changed: 0,
      known: 1,
    });
  });

  it('is one with that issue however it is called by now', async () => {
    expect(await idsOf(linkBoth(anIssue('PAY-1'), 'relates to', outage))).toEqual(['INC-7']);
    expect(await idsOf(linkBoth(anIssue('PAY-1'), 'relates to', moved))).toEqual(['OPS-3']);
  });

  it('is not one with another issue that was given its key', async () => {
    const issues = linkBoth(anIssue('PAY-1'), 'relates to', stranger);
    expect(await idsOf(issues)).toEqual(['INC-7', 'desk:inc-7']);
    // Records of earlier versions know the key alone.
    expect(await idsOf(issues, true)).toEqual(['INC-7']);
  });

  it('is linked as the issue that it was, not as the one that has its key', async () => {
    const { world, work } = await evidenceIn([anIssue('PAY-1'), moved, stranger]);
    await scoreIssues([work.id], world, NOW);
    expect(world.linked).toEqual(['PAY-1 → OPS-3']);
  });
});
