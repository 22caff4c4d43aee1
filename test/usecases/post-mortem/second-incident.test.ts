import { inWords } from '../decision-in-words';
import type { IssueRecord } from '../../../src/core/issue/issue-record';
import { whyNotClose } from '../../../src/usecases/post-mortem/allow-closing';
import { viewPostMortem } from '../../../src/usecases/post-mortem/view';
import { anAction, aPostMortem, completed } from '../../core/post-mortem/builders';
import {
  aLink,
  anIssue,
  inMemoryWorld,
  linkBoth,
  NOW,
  type InMemoryWorld,
} from '../in-memory-world';
import { aDesk, anUrgentFix, followChanges } from './a-context';

const incidentType = { name: 'Incident', level: 0 };
const aSecond = (facts: Partial<IssueRecord> = {}): IssueRecord =>
  anIssue('INC-2', {
    type: incidentType,
    priority: 'Highest',
    created: '2026-11-14T08:00:00.000+0000',
    ...facts,
  });
const action = anIssue('PAY-7', {
  labels: ['preventive-action'],
  status: { name: 'Done', category: 'done' },
  resolved: '2026-11-15T12:00:00.000+0000',
});
const done = { at: '2026-11-12T09:00:00.000Z', issueId: action.id, done: '2026-11-15' };

/** A fix whose post-mortem was complete when it was opened again, for one more incident. */
function aFixAgain({
  second = aSecond(),
  facts = {},
}: { readonly second?: IssueRecord; readonly facts?: Partial<IssueRecord> } = {}): {
  readonly world: InMemoryWorld;
  readonly fix: IssueRecord;
} {
  const [first, incident] = anUrgentFix(facts);
  const [fix, again] = linkBoth(
    { ...first, links: [...first.links, aLink('relates to', action)] },
    'relates to',
    second,
  );
  const world = inMemoryWorld([fix, incident, again, action]);
  const record = completed(aPostMortem({ issueId: fix.id, actions: [anAction('PAY-7', done)] }));
  world.kept.set(fix.id, { ...record, actions: [anAction('PAY-7', done)] });
  return { world, fix };
}

describe('a second incident that asks for a post-mortem', () => {
  it('opens the complete one again when its fix is resolved again, and the log says why', async () => {
    const { world, fix } = aFixAgain();
    expect(await whyNotClose('PAY-1', world, NOW)).toMatch(/PAY-1 cannot be closed yet/u);
    await followChanges([fix], world, NOW);
    await followChanges([fix], world, NOW);
    expect(world.kept.get(fix.id)).toMatchObject({
      completed: null,
      incidents: ['INC-1', 'INC-2'],
      due: '2026-11-19',
      review: null,
    });
    expect(
      [...world.log.values()].map(inWords).map(({ changes, mentions }) => [changes, mentions]),
    ).toEqual([
      [[{ what: 'Post-mortem', from: 'complete', to: 'open, due 2026-11-19' }], ['INC-2', 'INC-1']],
    ]);
    expect(await whyNotClose('PAY-1', world, NOW)).toMatch(/PAY-1 cannot be closed yet/u);
  });

  it('is announced while the fix is worked on, and keeps it from being closed at once', async () => {
    const { world, fix } = aFixAgain({
      facts: { status: { name: 'In Progress', category: 'indeterminate' }, resolved: null },
    });
    await followChanges([fix], world, NOW);
    const view = await viewPostMortem(fix.id, aDesk(world));
    expect([view.state, view.since]).toEqual([
      'complete',
      '1 incident that asks for a post-mortem was linked since. Once PAY-1 is resolved, this opens again for it, and PAY-1 cannot be closed before it is done.',
    ]);
    expect(
      JSON.stringify(await viewPostMortem(fix.id, aDesk(world, { blindTo: ['INC-2'] }))),
    ).not.toContain('INC-2');
    expect(await whyNotClose('PAY-1', world, NOW)).toMatch(/PAY-1 cannot be closed yet/u);
  });

  it('is taken in by whoever looks first', async () => {
    const { world, fix } = aFixAgain();
    expect(await viewPostMortem(fix.id, aDesk(world))).toMatchObject({
      state: 'open',
      since: null,
      incidents: [{ key: 'INC-1' }, { key: 'INC-2' }],
    });
  });

  it('is none of this fix when it came after it was resolved, asks for none, or other work learns from it', async () => {
    const other = anIssue('PAY-3');
    const cases = [
      aSecond({ created: '2026-11-16T08:00:00.000+0000' }),
      aSecond({ priority: 'Medium' }),
      aSecond({ links: [aLink('relates to', other)] }),
    ];
    for (const second of cases) {
      const { world, fix } = aFixAgain({ second });
      world.kept.set(
        other.id,
        aPostMortem({ issueId: other.id, key: 'PAY-3', incidents: ['INC-2'] }),
      );
      await followChanges([fix], world, NOW);
      expect(world.kept.get(fix.id)).toMatchObject({
        completed: '2026-11-17',
        incidents: ['INC-1'],
      });
      expect(await whyNotClose('PAY-1', world, NOW)).toBeNull();
    }
  });

  it('gives a post-mortem that was begun for less its severity and day', async () => {
    const { world, fix } = aFixAgain({ second: aSecond({ priority: 'Low' }) });
    world.kept.set(
      fix.id,
      aPostMortem({ issueId: fix.id, severity: 3, due: null, incidents: ['INC-1', 'INC-2'] }),
    );
    await followChanges([fix], world, NOW);
    expect(world.kept.get(fix.id)).toMatchObject({ severity: 1, due: '2026-11-19' });
  });
});

describe('an action against an incident that came again', () => {
  /** An action that is done, with the incident that Ballast linked to it. */
  function anActionAgain(): { readonly world: InMemoryWorld; readonly act: IssueRecord } {
    const [fix] = anUrgentFix();
    const [linkedFix, withFix] = linkBoth(fix, 'relates to', action);
    const [act, again] = linkBoth(withFix, 'relates to', aSecond());
    const world = inMemoryWorld([linkedFix, act, again]);
    world.kept.set(
      fix.id,
      aPostMortem({
        issueId: fix.id,
        actions: [anAction('PAY-7', done)],
        recurrences: [{ incident: 'INC-2', actions: ['PAY-7'], at: '2026-11-14T08:01:00.000Z' }],
      }),
    );
    return { world, act };
  }

  it('owes no post-mortem of its own: it may be closed, and its panel says where that is', async () => {
    const { world, act } = anActionAgain();
    expect(await whyNotClose('PAY-7', world, NOW)).toBeNull();
    await followChanges([act], world, NOW);
    expect(world.kept.size).toBe(1);
    expect(await viewPostMortem(act.id, aDesk(world))).toMatchObject({
      state: 'elsewhere',
      elsewhere: 'PAY-1',
      why: 'This is one of its preventive actions: it is kept with the fix, PAY-1.',
    });
  });

  it('but what only has the label of one does, and it opens by itself', async () => {
    const { world, act } = anActionAgain();
    world.kept.clear();
    expect(await whyNotClose('PAY-7', world, NOW)).toMatch(/8 of 9 items are open/u);
    await followChanges([act], world, NOW);
    expect([...world.kept.keys()]).toEqual([act.id]);
  });

  it('rises when the very same incident is opened again, each time once', async () => {
    const [fix, incident] = anUrgentFix();
    const open = { ...action, status: { name: 'Open', category: 'new' as const }, resolved: null };
    const world = inMemoryWorld([fix, incident, open]);
    world.kept.set(
      fix.id,
      aPostMortem({
        issueId: fix.id,
        raised: incident.created,
        actions: [anAction('PAY-7', { issueId: action.id, at: '2026-11-12T09:00:00.000Z' })],
      }),
    );
    await followChanges([incident], world, NOW);
    expect(world.kept.get(fix.id)?.recurrences).toEqual([]);
    const reopened = {
      ...world,
      issues: {
        ...world.issues,
        histories: async () =>
          new Map([
            [
              incident.id,
              { statusSince: null, reopened: 1, reopenedAt: '2026-11-16T08:00:00.000Z' },
            ],
          ]),
      },
    };
    await followChanges([incident], reopened, NOW);
    await followChanges([fix, incident], reopened, NOW);
    expect(world.kept.get(fix.id)?.recurrences).toEqual([
      { incident: 'INC-1', actions: ['PAY-7'], at: NOW.toISOString() },
    ]);
    expect(world.linked).toContain('INC-1 → PAY-7');
    expect(
      [...world.log.values()]
        .map(inWords)
        .filter(({ issueId }) => issueId === action.id)
        .map(({ cause }) => cause),
    ).toEqual(['INC-1 is what this was to prevent: it was opened again while this is open']);
  });
});
