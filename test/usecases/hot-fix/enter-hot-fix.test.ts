import { describeCause } from '../../../src/core/describe/describe-cause';
import { describeChange } from '../../../src/core/describe/describe-change';
import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import type { IssueRecord } from '../../../src/core/issue/issue-record';
import { Rejected } from '../../../src/usecases/ports/failures';
import { listDecisions } from '../../../src/usecases/decisions/list-entries';
import { scoreIssues } from '../../../src/usecases/scoring/score-issues';
import {
  aViewer,
  anIssue,
  inMemoryWorld,
  linkBoth,
  NOW,
  type InMemoryWorld,
} from '../in-memory-world';

const LATER = new Date('2026-11-20T09:00:00Z');

/** An issue scored while calm, and then linked to an open SEV1 incident. */
async function onFire(
  facts: Partial<IssueRecord> = {},
  neighbours: readonly IssueRecord[] = [],
): Promise<InMemoryWorld & { readonly id: string }> {
  const calm = anIssue('PAY-1', facts);
  const world = inMemoryWorld([calm, ...neighbours]);
  world.siteFieldList.push({ id: 'customfield_10021', name: 'Flagged', type: 'array' });
  const document = {
    ...defaultRubric,
    calendar: { holidays: ['2026-11-23'] },
    capacity: {
      ...defaultRubric.capacity,
      lanes: { 'hot fix': { least: 0, most: 0.5, owner: 'omar' } },
    },
  };
  await world.rubrics.publish(
    { project: 'PAY' },
    { document, version: 1, by: 'mara', reason: 'an owner', at: NOW.toISOString() },
  );
  await scoreIssues([calm.id, ...neighbours.map(({ id }) => id)], world, NOW);
  const [burning, outage] = linkBoth(
    calm,
    'relates to',
    anIssue('SEC-77', { type: { name: 'Incident', level: 0 }, priority: 'Highest' }),
  );
  world.jira.set(burning.id, { ...burning, updated: '2026-11-20T08:30:00.000+0000' });
  world.jira.set(outage.id, outage);
  return Object.assign(world, { id: calm.id });
}

const urgentIn = ({ log }: InMemoryWorld) =>
  [...log.values()]
    .filter(({ kind }) => kind === 'urgent')
    .flatMap(({ changes }) => changes.map(describeChange));

describe('entering the lane hot fix', () => {
  it('flags the issue, sets the due date by severity past weekend and holiday, assigns the owner, and logs each', async () => {
    const world = await onFire();
    await scoreIssues([world.id], world, LATER);
    // A Friday; Monday is a holiday.
    expect(world.jira.get(world.id)).toMatchObject({
      due: '2026-11-24',
      assignee: 'omar',
      fields: { customfield_10021: [{ value: 'Impediment' }] },
    });
    expect(urgentIn(world).map(({ what, to }) => [what, to])).toEqual(
      expect.arrayContaining([
        ['flag', 'Impediment'],
        ['due date', '2026-11-24'],
        ['assignee', 'the owner of the lane hot fix'],
      ]),
    );
  });

  it('reads the work of the project once for all that enter together', async () => {
    const others = ['PAY-2', 'PAY-3', 'PAY-4'].map((key) => anIssue(key));
    const world = await onFire({}, others);
    const first = world.jira.get(world.id);
    for (const { id } of others) {
      const other = world.jira.get(id);
      if (first === undefined || other === undefined) throw new Error('They are not there');
      world.jira.set(id, { ...other, links: first.links, updated: first.updated });
    }
    const pages: unknown[] = [];
    const { page } = world.ledger;
    world.ledger.page = (question, cursor) => {
      if (question.by === 'project') pages.push(cursor);
      return page(question, cursor);
    };
    await scoreIssues([world.id, ...others.map(({ id }) => id)], world, LATER);
    const over = urgentIn(world).filter(({ what }) => what.includes('capacity'));
    expect(over).toHaveLength(4);
    expect(pages.filter((cursor) => cursor === null)).toHaveLength(1);
  });

  it('never overwrites what a person has set', async () => {
    const world = await onFire({
      due: '2027-01-15',
      assignee: 'hana',
      fields: { customfield_10021: [{ value: 'Impediment' }] },
    });
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
    expect(urgentIn(world)).toContainEqual({
      what: 'flag',
      from: null,
      to: 'not set',
      because: "Field 'customfield_10021' cannot be set",
    });
    expect(world.jira.get(world.id)?.due).toBe('2026-11-24');
  });

  it('over the cap it names the least advanced bet that would pause, and who may decide', async () => {
    const bet = (key: string, facts: Partial<IssueRecord>) =>
      anIssue(key, { type: { name: 'Epic', level: 1 }, ...facts });
    const begun = bet('PAY-2', {
      status: { name: 'In Progress', category: 'indeterminate' },
      priority: 'Low',
    });
    const world = await onFire({ fields: {} }, [begun, bet('PAY-3', { priority: 'High' })]);
    const document = {
      ...defaultRubric,
      capacity: {
        ...defaultRubric.capacity,
        lanes: { 'hot fix': { least: 0, most: 0.2, owner: null } },
      },
    };
    await world.rubrics.publish(
      { project: 'PAY' },
      { document, version: 2, by: 'mara', reason: 'a lower cap', at: NOW.toISOString() },
    );
    await scoreIssues([world.id], world, LATER);
    const cap = urgentIn(world).find(({ what }) => what === 'capacity of hot fix');
    expect(cap).toMatchObject({
      to: '33 %, over its cap of 20 %',
      because:
        'PAY-3, the least advanced strategic work, would pause; Administrators may decide that',
    });
  });

  it('is not entered by a rubric that is rolled out', async () => {
    const world = await onFire();
    const calm = world.jira.get(world.id);
    if (calm)
      world.jira.set(world.id, { ...calm, links: [], updated: '2026-11-20T08:45:00.000+0000' });
    const document = {
      ...defaultRubric,
      lanes: [
        { lane: 'hot fix', any: [{ kind: 'workType', names: ['Story'] }] },
        ...defaultRubric.lanes,
      ],
    };
    await world.rubrics.publish(
      { project: 'PAY' },
      { document, version: 2, by: 'mara', reason: 'stories burn', at: NOW.toISOString() },
    );
    await scoreIssues([world.id], world, LATER);
    expect(world.entries.get(world.id)?.written?.lane).toBe('hot fix');
    expect(world.edited).toEqual([]);
  });

  it('does nothing for one that was urgent already', async () => {
    const world = await onFire();
    await scoreIssues([world.id], world, LATER);
    const issue = world.jira.get(world.id);
    if (issue)
      world.jira.set(world.id, { ...issue, due: null, updated: '2026-11-20T10:00:00.000+0000' });
    await scoreIssues([world.id], world, new Date(LATER.getTime() + 3_600_000));
    expect(world.jira.get(world.id)?.due).toBeNull();
  });

  it('takes an incident without a severity for as bad as the rubric says, for the due date too', async () => {
    const calm = anIssue('PAY-1');
    const world = inMemoryWorld([calm]);
    const document = {
      ...defaultRubric,
      evidence: {
        ...defaultRubric.evidence,
        incidents: { ...defaultRubric.evidence.incidents, assumedSeverity: 1 },
      },
    };
    await world.rubrics.publish(
      { project: 'PAY' },
      { document, version: 1, by: 'mara', reason: 'the worst until known', at: NOW.toISOString() },
    );
    await scoreIssues([calm.id], world, NOW);
    const [burning, outage] = linkBoth(
      calm,
      'relates to',
      anIssue('SEC-77', { type: { name: 'Incident', level: 0 }, priority: null }),
    );
    world.jira.set(burning.id, { ...burning, updated: '2026-11-20T08:30:00.000+0000' });
    world.jira.set(outage.id, outage);
    await scoreIssues([calm.id], world, LATER);
    expect(urgentIn(world)).toContainEqual({ what: 'due date', from: null, to: '2026-11-23' });
  });

  it('says in the log whose segments it hurts, to nobody who may not see all that says so', async () => {
    const world = await onFire();
    const issue = world.jira.get(world.id);
    if (issue === undefined) throw new Error('no issue');
    const [linked, ticket] = linkBoth(
      issue,
      'relates to',
      anIssue('SUP-9', {
        type: { name: 'Support request', level: 0 },
        reporter: { id: 'c-1', name: 'Harbour Coffee' },
      }),
    );
    world.jira.set(linked.id, { ...linked, updated: '2026-11-20T08:45:00.000+0000' });
    world.jira.set(ticket.id, ticket);
    await scoreIssues([world.id], world, LATER);
    const shownTo = async (blindTo: readonly string[]) =>
      JSON.stringify(
        await listDecisions(world.id, {
          viewer: aViewer({ blindTo }),
          people: { names: async () => new Map() },
          world,
        }),
      );
    expect(urgentIn(world)).toContainEqual({
      what: 'affected segments',
      from: null,
      to: 'without a segment: 1 customer',
    });
    expect(await shownTo([])).toContain('affectedSegments');
    expect(await shownTo(['SUP-9'])).not.toContain('affectedSegments');
    expect(await shownTo([])).not.toContain('Harbour Coffee');
  });
});

describe('a worse incident on a hot fix', () => {
  /** A hot fix by a SEV2 incident, due by Ballast's own date, and then a SEV1. */
  async function worse(between: (world: InMemoryWorld, id: string) => void = () => undefined) {
    const calm = anIssue('PAY-1');
    const world = inMemoryWorld([calm]);
    await scoreIssues([calm.id], world, NOW);
    const [burning, outage] = linkBoth(
      calm,
      'relates to',
      anIssue('SEC-77', { type: { name: 'Incident', level: 0 }, priority: 'High' }),
    );
    world.jira.set(burning.id, { ...burning, updated: '2026-11-16T10:00:00.000+0000' });
    world.jira.set(outage.id, outage);
    await scoreIssues([calm.id], world, new Date('2026-11-16T10:00:00Z'));
    expect(world.entries.get(calm.id)?.written?.lane).toBe('hot fix');
    const first = world.jira.get(calm.id)?.due;
    between(world, calm.id);
    const issue = world.jira.get(calm.id);
    if (issue === undefined) throw new Error('no issue');
    const [again, blaze] = linkBoth(
      issue,
      'relates to',
      anIssue('SEC-78', { type: { name: 'Incident', level: 0 }, priority: 'Highest' }),
    );
    world.jira.set(again.id, { ...again, updated: '2026-11-16T11:00:00.000+0000' });
    world.jira.set(blaze.id, blaze);
    await scoreIssues([calm.id], world, new Date('2026-11-16T11:00:00Z'));
    await scoreIssues([calm.id], world, new Date('2026-11-16T11:30:00Z'));
    return { world, first, now: world.jira.get(calm.id)?.due };
  }

  it('brings its due date nearer, once, and the log says why', async () => {
    const { world, first, now } = await worse();
    expect([first, now]).toEqual(['2026-11-19', '2026-11-17']);
    expect(
      urgentIn(world).filter(({ what, from }) => what === 'due date' && from !== null),
    ).toEqual([{ what: 'due date', from: '2026-11-19', to: '2026-11-17' }]);
    expect([...world.log.values()].map(({ cause }) => describeCause(cause))).toContain(
      'a SEV1 incident speaks for it now',
    );
  });

  it('leaves a due date that a person has set since', async () => {
    const { world, now } = await worse((jira, id) => {
      const issue = jira.jira.get(id);
      if (issue) jira.jira.set(id, { ...issue, due: '2026-12-24' });
    });
    expect(now).toBe('2026-12-24');
    expect(
      urgentIn(world).filter(({ what, from }) => what === 'due date' && from !== null),
    ).toEqual([]);
  });
});
