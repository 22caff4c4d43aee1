import { defaultRubric } from '../../src/core/rubric/default-rubric';
import type { IssueRecord } from '../../src/core/signals/issue-record';
import { Rejected } from '../../src/usecases/failures';
import { scoreIssues } from '../../src/usecases/score-issues';
import { anIssue, inMemoryWorld, linkBoth, NOW, type InMemoryWorld } from './in-memory-world';

const LATER = new Date('2026-11-20T09:00:00Z');

/** An issue scored while calm, and then linked to an open SEV1 incident. */
async function onFire(facts: Partial<IssueRecord> = {}, neighbours: readonly IssueRecord[] = []): Promise<InMemoryWorld & { readonly id: string }> {
  const calm = anIssue('PAY-1', facts);
  const world = inMemoryWorld([calm, ...neighbours]);
  world.siteFieldList.push({ id: 'customfield_10021', name: 'Flagged', type: 'array' });
  const document = {
    ...defaultRubric, calendar: { holidays: ['2026-11-23'] },
    capacity: { ...defaultRubric.capacity, lanes: { 'hot fix': { least: 0, most: 0.5, owner: 'omar' } } },
  };
  await world.rubrics.publish({ project: 'PAY' }, { document, version: 1, by: 'mara', reason: 'an owner', at: NOW.toISOString() });
  await scoreIssues([calm.id, ...neighbours.map(({ id }) => id)], world, NOW);
  const [burning, outage] = linkBoth(calm, 'relates to', anIssue('SEC-77', { type: { name: 'Incident', level: 0 }, priority: 'Highest' }));
  world.jira.set(burning.id, { ...burning, updated: '2026-11-20T08:30:00.000+0000' });
  world.jira.set(outage.id, outage);
  return Object.assign(world, { id: calm.id });
}

const urgentIn = ({ log }: InMemoryWorld) => [...log.values()].filter(({ kind }) => kind === 'urgent').flatMap(({ changes }) => changes);

describe('entering the lane hot fix', () => {
  it('flags the issue, sets the due date by severity past weekend and holiday, assigns the owner, and logs each', async () => {
    const world = await onFire();
    await scoreIssues([world.id], world, LATER);
    // A Friday; Monday is a holiday.
    expect(world.jira.get(world.id)).toMatchObject({ due: '2026-11-24', assignee: 'omar', fields: { customfield_10021: [{ value: 'Impediment' }] } });
    expect(urgentIn(world).map(({ what, to }) => [what, to])).toEqual(expect.arrayContaining([['flag', 'Impediment'], ['due date', '2026-11-24'], ['assignee', 'the owner of the lane hot fix']]));
  });

  it('never overwrites what a person has set', async () => {
    const world = await onFire({ due: '2027-01-15', assignee: 'hana', fields: { customfield_10021: [{ value: 'Impediment' }] } });
    await scoreIssues([world.id], world, LATER);
    expect(world.edited).toEqual([]);
    expect(world.jira.get(world.id)).toMatchObject({ due: '2027-01-15', assignee: 'hana' });
  });

  it('does each thing once when it is cut off in the middle and delivered again', async () => {
    const world = await onFire();
    world.failNext.ledgerWrite = new Error('cut off');
    await expect(scoreIssues([world.id], world, LATER)).rejects.toThrow('cut off');
    await scoreIssues([world.id], world, LATER);
    await scoreIssues([world.id], world, LATER);
    expect(world.edited.map(({ edit }) => edit.kind)).toEqual(['flag', 'due', 'assignee']);
    expect(urgentIn(world).filter(({ what }) => what === 'flag')).toHaveLength(1);
  });

  it('says in the log what Jira did not let it set, and goes on', async () => {
    const world = await onFire();
    world.failNext.edit = new Rejected("Field 'customfield_10021' cannot be set");
    await scoreIssues([world.id], world, LATER);
    expect(urgentIn(world)).toContainEqual({ what: 'flag', from: null, to: 'not set', because: "Field 'customfield_10021' cannot be set" });
    expect(world.jira.get(world.id)?.due).toBe('2026-11-24');
  });

  it('over the cap it names the least advanced bet that would pause, and who may decide', async () => {
    const bet = (key: string, facts: Partial<IssueRecord>) => anIssue(key, { type: { name: 'Epic', level: 1 }, ...facts });
    const begun = bet('PAY-2', { status: { name: 'In Progress', category: 'indeterminate' }, priority: 'Low' });
    const world = await onFire({ fields: {} }, [begun, bet('PAY-3', { priority: 'High' })]);
    const document = { ...defaultRubric, capacity: { ...defaultRubric.capacity, lanes: { 'hot fix': { least: 0, most: 0.2, owner: null } } } };
    await world.rubrics.publish({ project: 'PAY' }, { document, version: 2, by: 'mara', reason: 'a lower cap', at: NOW.toISOString() });
    await scoreIssues([world.id], world, LATER);
    const cap = urgentIn(world).find(({ what }) => what === 'capacity of hot fix');
    expect(cap).toMatchObject({ to: '33 %, over its cap of 20 %', because: 'PAY-3, the least advanced strategic work, would pause; Administrators may decide that' });
  });

  it('is not entered by a rubric that is rolled out', async () => {
    const world = await onFire();
    const calm = world.jira.get(world.id);
    if (calm) world.jira.set(world.id, { ...calm, links: [], updated: '2026-11-20T08:45:00.000+0000' });
    const document = { ...defaultRubric, lanes: [{ lane: 'hot fix', any: [{ kind: 'workType', names: ['Story'] }] }, ...defaultRubric.lanes] };
    await world.rubrics.publish({ project: 'PAY' }, { document, version: 2, by: 'mara', reason: 'stories burn', at: NOW.toISOString() });
    await scoreIssues([world.id], world, LATER);
    expect(world.entries.get(world.id)?.written?.lane).toBe('hot fix');
    expect(world.edited).toEqual([]);
  });

  it('does nothing for one that was urgent already', async () => {
    const world = await onFire();
    await scoreIssues([world.id], world, LATER);
    const issue = world.jira.get(world.id);
    if (issue) world.jira.set(world.id, { ...issue, due: null, updated: '2026-11-20T10:00:00.000+0000' });
    await scoreIssues([world.id], world, new Date(LATER.getTime() + 3_600_000));
    expect(world.jira.get(world.id)?.due).toBeNull();
  });
});
