import { follow } from '../../../src/core/evidence-feeds/merge-report';
import { aReport } from '../../../src/core/evidence-feeds/report';
import { recordEvidenceOfItem } from '../../../src/usecases/automation/record-evidence-of-item';
import { aViewer, anIssue, inMemoryWorld, NOW } from '../in-memory-world';

const issue = anIssue('PAY-1');
const piece = { source: 'desk', externalId: '42' };
const said = {
  ...piece,
  kind: 'support',
  customer: null,
  segment: null,
  level: null,
  value: null,
} as const;

describe('evidence that a rule recorded before rules had places of their own', () => {
  it('is read, and goes on as the same piece', async () => {
    const world = inMemoryWorld([issue]);
    const report = aReport({ ...piece, occurred: 1, state: 'open', kind: 'support' });
    const { from: _, ...earlier } = follow(null, report, [issue.id]);
    await world.evidence.attach(issue.id, piece);
    await world.evidence.write(earlier, [], null);
    const viewer = aViewer({ permissions: ['EDIT_ISSUES'] });
    const user = { world, viewer, by: 'ada', now: NOW };
    await recordEvidenceOfItem(
      'PAY-1',
      { ...said, state: 'withdrawn', raised: '2026-11-01' },
      user,
    );
    const { evidence = [] } = (await world.evidence.ofIssues([issue.id])).get(issue.id) ?? {};
    expect(evidence.map(({ state }) => state.value.is)).toEqual(['withdrawn']);
  });
});
