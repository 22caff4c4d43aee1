import { describePostMortemEntry } from '../../../src/core/describe/describe-post-mortem-entry';
import { inWords } from '../decision-in-words';
import { onClosing } from '../../../src/entrypoints/workflow-validator';
import { Declined, Forbidden, Gone, Limited } from '../../../src/usecases/ports/failures';
import { whyNotClose } from '../../../src/usecases/post-mortem/allow-closing';
import { createPreventiveAction } from '../../../src/usecases/post-mortem/create-action';
import { changePostMortem } from '../../../src/usecases/post-mortem/edit';
import { findOwners, suggestEarlier } from '../../../src/usecases/post-mortem/look-up';
import { sharePostMortem } from '../../../src/usecases/post-mortem/share';
import { startPostMortem, viewPostMortem } from '../../../src/usecases/post-mortem/view';
import { tick } from '../../core/post-mortem/builders';
import { aLink, anIssue, inMemoryWorld, linkBoth, marked, NOW } from '../in-memory-world';
import { aDesk, anUrgentFix, followChanges } from './a-context';

const [fix, incident] = anUrgentFix();

/** Opened by itself. */
async function opened() {
  const world = inMemoryWorld([fix, incident]);
  await followChanges([fix], world, NOW);
  return world;
}

const wish = { summary: 'Watch the queue', owner: 'omar', due: '2026-12-01', priority: true };

describe('a post-mortem opens', () => {
  it('once, however often the resolved fix is looked at', async () => {
    const world = await opened();
    await followChanges([fix, incident], world, NOW);
    await viewPostMortem(fix.id, aDesk(world));
    expect([...world.kept.values()].map(({ key, revision, due }) => [key, revision, due])).toEqual([
      ['PAY-1', 1, '2026-11-19'],
    ]);
    expect(
      [...world.log.values()].map(inWords).map(({ kind, changes }) => [kind, changes[0]?.to]),
    ).toEqual([['post-mortem', 'open, due 2026-11-19']]);
  });

  it('and goes along when the issue moves to another project', async () => {
    const world = await opened();
    await followChanges(
      [{ ...fix, key: 'CORE-9', project: { id: 'CORE', key: 'CORE' } }],
      world,
      NOW,
    );
    expect(world.kept.get(fix.id)).toMatchObject({ key: 'CORE-9', project: 'CORE', revision: 2 });
  });

  it('neither before the fix is resolved nor for one that was resolved long ago, but for whoever begins it', async () => {
    for (const facts of [
      { status: { name: 'In Progress', category: 'indeterminate' as const }, resolved: null },
      { resolved: '2026-09-01T12:00:00.000+0000' },
    ]) {
      const [other, its] = anUrgentFix(facts);
      const world = inMemoryWorld([
        other,
        {
          ...its,
          status: { name: 'Resolved', category: 'done' },
          resolved: '2026-09-01T12:00:00.000+0000',
        },
      ]);
      await followChanges([other], world, NOW);
      expect(world.kept.size).toBe(0);
      expect((await startPostMortem(other.id, aDesk(world))).state).toBe('open');
    }
  });

  it('at one of two fixes of the same incident; the other says where it is, to those who may see that', async () => {
    const [, both] = anUrgentFix();
    const second = anIssue('PAY-2', {
      status: fix.status,
      resolved: fix.resolved,
      links: [aLink('relates to', incident)],
    });
    const world = inMemoryWorld([
      fix,
      second,
      { ...both, links: [...both.links, aLink('relates to', second)] },
    ]);
    await followChanges([fix, second], world, NOW);
    expect(world.kept.size).toBe(1);
    expect(await viewPostMortem(second.id, aDesk(world))).toMatchObject({
      state: 'elsewhere',
      elsewhere: 'PAY-1',
    });
    expect(
      JSON.stringify(await viewPostMortem(second.id, aDesk(world, { blindTo: ['PAY-1'] }))),
    ).not.toContain('PAY-1');
    expect(await whyNotClose('PAY-2', world, NOW)).toBeNull();
  });
});

describe('two people at once', () => {
  it('lose nothing of what they do to different parts', async () => {
    const world = await opened();
    await Promise.all([
      changePostMortem(fix.id, 1, tick('impact', '40 customers'), aDesk(world, { me: 'mara' })),
      changePostMortem(fix.id, 1, tick('detection', 'by a customer'), aDesk(world, { me: 'teo' })),
      createPreventiveAction(fix.id, wish, aDesk(world, { me: 'hana' })),
    ]);
    const kept = world.kept.get(fix.id);
    expect([
      kept?.items['impact']?.note,
      kept?.items['detection']?.note,
      kept?.actions.length,
      kept?.revision,
    ]).toEqual(['40 customers', 'by a customer', 1, 4]);
  });

  it('see the other one’s change to the same part before theirs is saved', async () => {
    const world = await opened();
    await changePostMortem(
      fix.id,
      1,
      tick('detection', 'by a customer'),
      aDesk(world, { me: 'mara' }),
    );
    const late = changePostMortem(
      fix.id,
      1,
      tick('detection', 'by an alert'),
      aDesk(world, { me: 'teo' }),
    );
    await expect(late).rejects.toThrow(Declined);
    await late.catch((failure: unknown) =>
      expect(failure instanceof Declined && failure.advice).toContain('Look at theirs'),
    );
    expect(world.kept.get(fix.id)?.items['detection']?.note).toBe('by a customer');
  });
});

describe('what a person may not', () => {
  it('see does not show: neither keys nor words of hidden issues, wherever they are', async () => {
    const world = await opened();
    const history = [
      {
        at: '2026-11-10T09:00:00.000Z',
        by: 'teo',
        field: 'Link',
        from: '',
        to: 'This issue relates to INC-1',
      },
    ];
    await changePostMortem(fix.id, 1, { kind: 'earlier', keys: ['INC-1'] }, aDesk(world));
    const blind = await viewPostMortem(fix.id, aDesk(world, { blindTo: ['INC-1'], history }));
    expect(JSON.stringify(blind)).not.toMatch(/INC-1|Payouts are stuck/u);
    expect(blind.hidden).toBe('1 issue that belongs here is hidden from you');
    expect(JSON.stringify(await viewPostMortem(fix.id, aDesk(world, { history })))).toContain(
      'relates to INC-1',
    );
  });

  it.each([
    [
      'as data',
      { kind: 'tookIn', incidents: [{ ref: { key: 'INC-9' } }], due: null, again: false },
    ],
    ['in words of an older version', { kind: 'recorded', text: 'took in INC-9, due 2026-12-01' }],
    ['in what somebody wrote', { kind: 'noAction', text: 'INC-9 has its own post-mortem' }],
  ] as const)('see is hidden in the log %s', async (_, entry) => {
    const world = await opened();
    const record = (await world.postMortems.read([fix.id])).get(fix.id);
    if (record === undefined) throw new Error('nothing was opened');
    const log = [...record.log, { at: NOW.toISOString(), by: null, entry }];
    await world.postMortems.write({ ...record, log, revision: record.revision + 1 });
    world.jira.set('9', anIssue('INC-9', { id: '9' }));
    const read = async (blindTo: readonly string[]) =>
      (await viewPostMortem(fix.id, aDesk(world, { blindTo }))).log.map((line) =>
        describePostMortemEntry(line.entry),
      )[0];
    expect(await read([])).toContain('INC-9');
    expect(await read(['INC-9'])).toContain('a hidden issue');
    expect(JSON.stringify(await read(['INC-9']))).not.toContain('INC-9');
  });

  it('see at all is as if it were not there', async () => {
    const world = await opened();
    await expect(viewPostMortem(fix.id, aDesk(world, { blindTo: ['PAY-1'] }))).rejects.toThrow(
      Gone,
    );
    await expect(findOwners(fix.id, '', aDesk(world, { blindTo: ['PAY-1'] }))).rejects.toThrow(
      Gone,
    );
  });

  it('edit is refused, and said where the buttons would be', async () => {
    const world = await opened();
    const reader = aDesk(world, { rights: { edit: false, create: false, comment: false } });
    await expect(changePostMortem(fix.id, 1, tick('impact'), reader)).rejects.toThrow(Forbidden);
    await expect(createPreventiveAction(fix.id, wish, reader)).rejects.toThrow(Forbidden);
    expect((await viewPostMortem(fix.id, reader)).may).toMatchObject({
      edit: expect.stringContaining('may not edit'),
      act: expect.stringContaining('may not edit'),
      share: expect.stringContaining('may not comment'),
    });
    expect(world.kept.get(fix.id)?.revision).toBe(1);
  });

  it('be blamed for', async () => {
    const world = await opened();
    const blame = changePostMortem(
      fix.id,
      1,
      { kind: 'addFactor', factor: 'process', text: 'Omar Haddad was asleep' },
      aDesk(world, {
        names: { omar: 'Omar Haddad' },
        history: [
          { at: '2026-11-10T09:00:00.000Z', by: 'omar', field: 'status', from: 'a', to: 'b' },
        ],
      }),
    );
    await expect(blame).rejects.toThrow('never a person');
  });
});

describe('the transition that closes', () => {
  it('is let through where the rubric asks for nothing, and while the issue is only being created', async () => {
    const harmless = anIssue('PAY-5', { status: fix.status });
    const world = inMemoryWorld([harmless]);
    expect(await onClosing({ issue: { key: 'PAY-5' } }, world, NOW)).toEqual({ result: true });
    expect(await onClosing({ issue: { key: null } }, world, NOW)).toEqual({ result: true });
  });

  it('is refused where Ballast may not see the issue, with who can mend that', async () => {
    expect(await onClosing({ issue: { key: 'PAY-6' } }, inMemoryWorld([]), NOW)).toMatchObject({
      result: false,
      errorMessage: expect.stringMatching(/may not see PAY-6.*A Jira administrator/u) as string,
    });
  });

  it('is refused before anybody has begun, so that a workflow without a step between done and closed is guarded too', async () => {
    const [open, its] = anUrgentFix({
      status: { name: 'In Review', category: 'indeterminate' },
      resolved: null,
    });
    expect(await whyNotClose('PAY-1', inMemoryWorld([open, its]), NOW)).toMatch(
      /8 of 9 items are open/u,
    );
  });

  it('tells a person in words to try again when Jira asks to wait', async () => {
    const world = await opened();
    const limited = {
      ...world,
      issues: { ...world.issues, find: () => Promise.reject(new Limited(5, 'slow down')) },
    };
    expect(await onClosing({ issue: { key: 'PAY-1' } }, limited, NOW)).toMatchObject({
      result: false,
      errorMessage: expect.stringContaining('Try again'),
    });
  });
});

describe('actions and what follows', () => {
  it('are created with a label, linked and rescored; too late a day is refused before anything is made', async () => {
    const world = await opened();
    const context = aDesk(world);
    await expect(
      createPreventiveAction(fix.id, { ...wish, due: '2027-03-01' }, context),
    ).rejects.toThrow('between today and 2026-12-14');
    expect(context.created).toEqual([]);
    const view = await createPreventiveAction(fix.id, wish, context);
    expect(context.created).toEqual([
      {
        project: 'PAY',
        summary: 'Watch the queue',
        owner: 'omar',
        due: '2026-12-01',
        label: 'preventive-action',
      },
    ]);
    expect(world.linked).toEqual(['PAY-101 → PAY-1']);
    expect(marked(world)).toEqual([view.actions[0]?.issueId]);
  });

  it('are kept when Jira refuses the link, which Ballast makes later, but not against whoever took it away', async () => {
    const world = await opened();
    const context = aDesk(world);
    const refused = {
      ...context,
      jira: {
        ...context.jira,
        link: () => Promise.reject(new Forbidden('You may not link issues')),
      },
    };
    const view = await createPreventiveAction(fix.id, wish, refused);
    expect(view.actions).toMatchObject([{ key: 'PAY-101', linked: false }]);
    expect(view.log[0]?.entry).toEqual({
      kind: 'actionNotLinked',
      ref: { key: 'PAY-101' },
      fix: { ref: { key: 'PAY-1' } },
      refused: 'You may not link issues',
    });
    expect(marked(world)).toEqual([view.actions[0]?.issueId, fix.id]);
    const tookAway = {
      ...world,
      links: { ...world.links, takenAway: async () => new Set(['PAY-101']) },
    };
    await followChanges([fix], tookAway, NOW);
    expect(world.linked).toEqual([]);
    await followChanges([fix], world, NOW);
    expect(world.linked).toEqual(['PAY-101 → PAY-1']);
    expect([...world.log.values()].map(inWords).at(-1)).toMatchObject({
      changes: [{ what: 'Link', to: 'PAY-101' }],
      mentions: ['PAY-101'],
    });
    const linked = {
      ...fix,
      links: [
        ...fix.links,
        aLink('relates to', world.jira.get(view.actions[0]?.issueId ?? '') ?? fix),
      ],
    };
    world.jira.set(fix.id, linked);
    await followChanges([linked], world, NOW);
    expect(world.linked).toHaveLength(1);
    expect((await viewPostMortem(fix.id, context)).actions).toMatchObject([{ linked: true }]);
  });

  it('are left out for whoever may not see them, and found again under a new key', async () => {
    const world = await opened();
    const {
      actions: [action],
    } = await createPreventiveAction(fix.id, wish, aDesk(world));
    const blind = await viewPostMortem(fix.id, aDesk(world, { blindTo: ['PAY-101'] }));
    expect(JSON.stringify(blind)).not.toMatch(/PAY-101|Watch the queue/u);
    expect(blind.items.find(({ id }) => id === 'actions')?.done).not.toBeNull();
    const moved = anIssue('CORE-3', { summary: 'Watch the queue' });
    world.jira.set(action?.issueId ?? '', { ...moved, id: action?.issueId ?? '' });
    expect(
      (await viewPostMortem(fix.id, aDesk(world))).actions.map(({ key, summary }) => [
        key,
        summary,
      ]),
    ).toEqual([['CORE-3', 'Watch the queue']]);
  });

  it('rise when the incident comes again, once, even when the run was cut off after the link', async () => {
    const world = await opened();
    await createPreventiveAction(fix.id, wish, aDesk(world));
    const [again, relinked] = linkBoth(
      anIssue('INC-2', { type: incident.type, created: '2026-11-16T09:00:00.000+0000' }),
      'relates to',
      fix,
    );
    world.jira.set(again.id, again);
    const action = world.jira.get(world.kept.get(fix.id)?.actions[0]?.issueId ?? '');
    if (!action) throw new Error('no action');
    const cut = {
      ...world,
      postMortems: { ...world.postMortems, write: () => Promise.reject(new Error('cut off')) },
    };
    await expect(followChanges([relinked], cut, NOW)).rejects.toThrow('cut off');
    world.jira.set(again.id, { ...again, links: [...again.links, aLink('relates to', action)] });
    await followChanges([relinked], world, NOW);
    await followChanges([relinked, again], world, NOW);
    expect(world.linked.filter((one) => one.startsWith('INC-2'))).toEqual(['INC-2 → PAY-101']);
    expect(world.kept.get(fix.id)?.recurrences).toEqual([
      { incident: 'INC-2', actions: ['PAY-101'], at: NOW.toISOString() },
    ]);
    expect(
      [...world.log.values()]
        .map(inWords)
        .filter(({ issueId }) => issueId === action.id)
        .map(({ cause }) => cause),
    ).toEqual(['INC-2 is what this was to prevent: it came again while this is open']);
  });

  it('are suggested from incidents that the person may see, and shared in their name', async () => {
    const similar = anIssue('INC-7', {
      type: incident.type,
      summary: 'Payouts are stuck again',
      created: '2026-08-01T08:00:00.000+0000',
    });
    const world = inMemoryWorld([fix, incident, similar]);
    await followChanges([fix], world, NOW);
    expect((await suggestEarlier(fix.id, aDesk(world))).map(({ key }) => key)).toEqual(['INC-7']);
    expect(await suggestEarlier(fix.id, aDesk(world, { blindTo: ['INC-7'] }))).toEqual([]);
    const context = aDesk(world, { blindTo: ['INC-1'] });
    await sharePostMortem(fix.id, context);
    expect(context.comments).toHaveLength(1);
    expect(context.comments[0]).toMatch(/^PAY-1 /u);
    expect(context.comments[0]).not.toContain('INC-1');
    expect(world.kept.get(fix.id)?.shared).toMatchObject([{ by: 'mara', how: 'as a comment' }]);
  });
});

describe('an owner', () => {
  const item = {
    kind: 'item',
    id: 'impact',
    note: 'x',
    link: null,
    due: null,
    done: false,
  } as const;

  it.each(['constructor', '__proto__', 'nobody of that name'])(
    'is somebody whom Jira knows, and not %j',
    async (owner) => {
      const desk = aDesk(await opened(), { names: { omar: 'Omar Haddad' } });
      for (const change of [{ kind: 'owner', owner } as const, { ...item, owner }])
        await expect(changePostMortem(fix.id, 1, change, desk)).rejects.toThrow(
          'The owner is not a person on this site whom you can see',
        );
      const view = await viewPostMortem(fix.id, desk);
      expect([view.owner, view.items.map((one) => one.owner)]).toEqual([
        null,
        view.items.map(() => null),
      ]);
    },
  );

  it('who was named stays with an item whose note somebody changes who may not see them', async () => {
    const world = await opened();
    const named = aDesk(world, { names: { omar: 'Omar Haddad' } });
    await changePostMortem(fix.id, 1, { ...item, owner: 'omar' }, named);
    const view = await changePostMortem(
      fix.id,
      2,
      { ...item, note: 'y', owner: 'omar' },
      aDesk(world),
    );
    expect(view.items.find(({ id }) => id === 'impact')).toMatchObject({
      owner: 'omar',
      note: 'y',
    });
  });
});
