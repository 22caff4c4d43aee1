import type { LedgerEntry } from '../../../src/usecases/ports/world';
import { dependentsInBacklog, dependentsOf } from '../../../src/usecases/scoring/saving/dependents';
import { scoreIssues } from '../../../src/usecases/scoring/score-issues';
import { anIssue, inMemoryWorld, NOW } from '../in-memory-world';

async function anEntry(): Promise<LedgerEntry> {
  const issue = anIssue('PAY-1');
  const world = inMemoryWorld([issue]);
  await scoreIssues([issue.id], world, NOW);
  const entry = world.entries.get(issue.id);
  if (entry === undefined) throw new Error('It was not scored');
  return entry;
}

/** An incident that was read while the issue was out of the app's sight knows nothing of it. */
const silent = (entry: LedgerEntry): LedgerEntry => ({ ...entry, issueId: '20001', feeds: [] });

describe('an issue that a backlog job brings back into sight', () => {
  it('has its incidents read again, which were read without it', async () => {
    const after = await anEntry();
    const step = { before: null, after, spokenForBy: ['20001'] };
    expect(dependentsInBacklog(step, () => silent(after))).toEqual([{ id: '20001', kind: 'read' }]);
  });

  it('has them read again as well when the job was cut off after its fields were claimed', async () => {
    const after = await anEntry();
    const claim = { ...after, own: null, evidence: '', unsure: true };
    const step = { before: claim, after, spokenForBy: ['20001'] };
    expect(dependentsInBacklog(step, () => silent(after))).toEqual([{ id: '20001', kind: 'read' }]);
  });

  it('leaves them alone when it was known all the time', async () => {
    const after = await anEntry();
    const step = { before: after, after, spokenForBy: ['20001'] };
    expect(dependentsInBacklog(step, () => silent(after))).toEqual([]);
  });
});

describe('an issue that was moved', () => {
  const neighbours = { blocks: ['2'], blockers: ['3'], feeds: ['4'] };

  it('has the others read again, which name it by its former key', async () => {
    const before = { ...(await anEntry()), ...neighbours };
    const after = { ...before, key: 'OPS-7', project: 'OPS' };
    expect(dependentsOf({ before, after })).toEqual(
      ['2', '3', '4'].map((id) => ({ id, kind: 'read' })),
    );
  });

  it('leaves them alone while it keeps its key', async () => {
    const before = { ...(await anEntry()), ...neighbours };
    expect(dependentsOf({ before, after: before })).toEqual([]);
  });
});
