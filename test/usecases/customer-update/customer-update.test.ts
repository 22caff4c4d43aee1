import { inWords } from '../decision-in-words';
import { Declined, Forbidden, Unsure } from '../../../src/usecases/ports/failures';
import { listDecisions } from '../../../src/usecases/decisions/list-entries';
import { scoreIssues } from '../../../src/usecases/scoring/score-issues';
import type { PersonsJira } from '../../../src/usecases/ports/post-mortem';
import {
  viewCustomerUpdate,
  type UpdateContext,
} from '../../../src/usecases/customer-update/view-update';
import {
  sendCustomerUpdate,
  type SendOutcome,
} from '../../../src/usecases/customer-update/send-update';
import {
  aViewer,
  anIssue,
  inMemoryWorld,
  linkBoth,
  NOW,
  type InMemoryWorld,
} from '../in-memory-world';

const people = {
  names: async (ids: readonly string[]) => new Map(ids.map((id) => [id, `Name of ${id}`])),
};

async function aTroubledIssue() {
  const ticket = (key: string) =>
    anIssue(key, {
      type: { name: 'Support request', level: 0 },
      reporter: { id: `c-${key}`, name: `Customer of ${key}` },
    });
  const [once, first] = linkBoth(anIssue('PAY-1'), 'relates to', ticket('SUP-1'));
  const [issue, second] = linkBoth(once, 'relates to', ticket('SUP-2'));
  const world = inMemoryWorld([issue, first, second]);
  await scoreIssues([issue.id], world, NOW);
  return { world, issueId: issue.id };
}

interface Facts {
  readonly me?: string;
  readonly now?: Date;
  readonly blindTo?: readonly string[];
  /** What commenting on one of these throws. */
  readonly trouble?: Readonly<Record<string, Error>>;
  /** Happens just before a comment is posted. */
  readonly before?: (key: string) => void | Promise<void>;
}

interface TestDesk extends UpdateContext {
  readonly comments: [string, string][];
  readonly audiences: (string | undefined)[];
}

function deskOf(
  world: InMemoryWorld,
  { me = 'ines', now = NOW, blindTo = [], trouble = {}, before }: Facts = {},
): TestDesk {
  const comments: [string, string][] = [];
  const audiences: (string | undefined)[] = [];
  const jira = {
    issues: {
      ...world.issues,
      find: async (wishes: readonly string[]) =>
        withoutLinksTo(
          blindTo,
          await world.issues.find(
            wishes.filter((wish) => !blindTo.includes(wish)),
            [],
          ),
        ),
    },
    rights: async () => ({ edit: true, create: true, comment: true }),
    comment: async (
      key: string,
      blocks: readonly { readonly text?: string }[],
      audience?: string,
    ) => {
      await before?.(key);
      const failure = trouble[key];
      if (failure !== undefined) throw failure;
      comments.push([key, blocks.map(({ text }) => text).join('|')]);
      audiences.push(audience);
    },
  } as unknown as PersonsJira;
  return { world, viewer: aViewer({ blindTo }), people, jira, me, now, comments, audiences };
}

type Found = Awaited<ReturnType<PersonsJira['issues']['find']>>;
const withoutLinksTo = (keys: readonly string[], found: Found): Found => ({
  ...found,
  issues: found.issues.map((issue) => ({
    ...issue,
    links: issue.links.filter(({ other }) => !keys.includes(other.key)),
  })),
});

/** Sends as somebody who has just looked. */
async function send(
  issueId: string,
  keys: readonly string[],
  text: string,
  context: UpdateContext,
): Promise<SendOutcome> {
  return sendCustomerUpdate(
    issueId,
    { keys, text, seen: (await viewCustomerUpdate(issueId, context)).seen },
    context,
  );
}
const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);
const wordsOf = (shown: Awaited<ReturnType<typeof viewCustomerUpdate>>) =>
  shown.sent.map(inWords).map(({ changes }) => changes.map(({ to }) => to));

describe('a customer update', () => {
  it('goes to the chosen support requests as a public comment in the words that were read, and is kept with whom it went to', async () => {
    const { world, issueId } = await aTroubledIssue();
    const context = deskOf(world);
    expect(
      (await viewCustomerUpdate(issueId, context)).requests
        .map(({ key, notified: told }) => [key, told])
        .sort(),
    ).toEqual([
      ['SUP-1', null],
      ['SUP-2', null],
    ]);
    expect(await send(issueId, ['SUP-1', 'SUP-2'], 'Hello,\n\nit is fixed.', context)).toEqual({
      sent: ['SUP-1', 'SUP-2'],
      failed: [],
      perhaps: [],
    });
    expect(context.comments).toEqual([
      ['SUP-1', 'Hello,|it is fixed.'],
      ['SUP-2', 'Hello,|it is fixed.'],
    ]);
    expect(context.audiences).toEqual(['public', 'public']);
    const {
      sent: [kept],
      requests,
    } = await viewCustomerUpdate(issueId, context);
    expect(kept && inWords(kept)).toMatchObject({
      by: 'Name of ines',
      reason: 'Hello,\n\nit is fixed.',
      changes: [{ to: 'sent to SUP-1, SUP-2' }],
    });
    expect(requests.map(({ notified: told }) => told)).toEqual([
      { at: NOW.toISOString(), sure: true },
      { at: NOW.toISOString(), sure: true },
    ]);
  });

  it('says which request it did not reach and why, and keeps the others', async () => {
    const { world, issueId } = await aTroubledIssue();
    const outcome = await send(
      issueId,
      ['SUP-1', 'SUP-2'],
      'It is fixed.',
      deskOf(world, { trouble: { 'SUP-2': new Forbidden('You may not comment on SUP-2') } }),
    );
    expect(outcome).toEqual({
      sent: ['SUP-1'],
      failed: [{ key: 'SUP-2', why: 'You may not comment on SUP-2' }],
      perhaps: [],
    });
    expect(wordsOf(await viewCustomerUpdate(issueId, deskOf(world)))).toEqual([['sent to SUP-1']]);
  });

  it('that reached nobody is in the log as such, without its text, and is none that was sent', async () => {
    const { world, issueId } = await aTroubledIssue();
    await send(
      issueId,
      ['SUP-2'],
      'It is fixed.',
      deskOf(world, { trouble: { 'SUP-2': new Forbidden('You may not comment on SUP-2') } }),
    );
    expect((await viewCustomerUpdate(issueId, deskOf(world))).sent).toEqual([]);
    expect(
      [...world.log.values()].filter(({ kind }) => kind === 'customer update').map(inWords),
    ).toMatchObject([{ changes: [{ to: 'sent to nobody' }], reason: null }]);
  });

  it('never goes to an issue that is no linked request, or that the sender may not see', async () => {
    const { world, issueId } = await aTroubledIssue();
    await expect(send(issueId, ['PAY-9'], 'Hello', deskOf(world))).rejects.toThrow(Declined);
    const blind = deskOf(world, { blindTo: ['SUP-2'] });
    await expect(send(issueId, ['SUP-2'], 'Hello', blind)).rejects.toThrow(Declined);
    expect(blind.comments).toEqual([]);
  });

  it('shows neither name nor number of what the viewer may not see', async () => {
    const { world, issueId } = await aTroubledIssue();
    await send(issueId, ['SUP-1', 'SUP-2'], 'It is fixed.', deskOf(world));
    const shown = await viewCustomerUpdate(issueId, deskOf(world, { blindTo: ['SUP-2'] }));
    expect(JSON.stringify(shown)).not.toMatch(/SUP-2|Customer of/u);
    expect(shown.customers).toBe(1);
    expect(shown.sent[0]?.reason).toBe('It is fixed.');
  });

  it('keeps its text from who sees none of the requests that it stands on, in the log too', async () => {
    const { world, issueId } = await aTroubledIssue();
    await send(issueId, ['SUP-2'], 'Dear Harbour Coffee, it is fixed.', deskOf(world));
    const viewer = aViewer({ blindTo: ['SUP-2'] });
    const [entry] = (await listDecisions(issueId, { viewer, people, world })).filter(
      ({ decision }) => decision.kind === 'customer update',
    );
    expect(entry && inWords(entry.decision)).toMatchObject({
      reason: null,
      changes: [{ to: 'sent to a hidden issue' }],
      sentTo: [],
      mentions: [],
    });
  });

  it('is offered on open issues for hot fixes or where support requests are linked, and says why not elsewhere', async () => {
    const calm = anIssue('PAY-5');
    const [fire, outage] = linkBoth(
      anIssue('PAY-6'),
      'relates to',
      anIssue('INC-1', { type: { name: 'Incident', level: 0 }, priority: 'Highest' }),
    );
    const world = inMemoryWorld([calm, fire, outage]);
    await scoreIssues([calm.id, fire.id], world, NOW);
    expect((await viewCustomerUpdate(calm.id, deskOf(world))).why).toBe(
      'PAY-5 is no hot fix, and no support request that you may see is linked with it',
    );
    expect((await viewCustomerUpdate(fire.id, deskOf(world))).why).toBeNull();
  });

  it('that a fix is resolved can be sent once it is, to the requests that its links name and the person sees', async () => {
    const { world, issueId } = await aTroubledIssue();
    const issue = world.jira.get(issueId);
    if (issue)
      world.jira.set(issueId, {
        ...issue,
        status: { name: 'Done', category: 'done' },
        updated: '2026-11-16T10:00:00.000+0000',
      });
    await scoreIssues([issueId], world, new Date('2026-11-16T11:00:00Z'));
    const blind = deskOf(world, { blindTo: ['SUP-2'] });
    expect((await viewCustomerUpdate(issueId, blind)).requests.map(({ key }) => key)).toEqual([
      'SUP-1',
    ]);
    await expect(send(issueId, ['SUP-2'], 'It is resolved.', blind)).rejects.toThrow(Declined);
    expect((await send(issueId, ['SUP-1'], 'It is resolved.', blind)).sent).toEqual(['SUP-1']);
    const blinder = await viewCustomerUpdate(
      issueId,
      deskOf(world, { blindTo: ['SUP-1', 'SUP-2'] }),
    );
    expect([blinder.why, blinder.requests]).toEqual([
      'PAY-1 is closed, and no support request that you may see is linked with it',
      [],
    ]);
  });
});

describe('of an update whose answer was lost', () => {
  const lost = new Unsure(
    'Jira did not answer while commenting on SUP-1',
    'Look at the comments of SUP-1 before you send it again.',
  );

  it('the person hears that it perhaps got there and where to look, and the log says the same', async () => {
    const { world, issueId } = await aTroubledIssue();
    const outcome = await send(
      issueId,
      ['SUP-1', 'SUP-2'],
      'It is fixed.',
      deskOf(world, { trouble: { 'SUP-1': lost } }),
    );
    expect(outcome).toEqual({
      sent: ['SUP-2'],
      failed: [],
      perhaps: [
        {
          key: 'SUP-1',
          why: 'Jira did not answer while commenting on SUP-1. Look at the comments of SUP-1 before you send it again.',
        },
      ],
    });
    const shown = await viewCustomerUpdate(issueId, deskOf(world));
    expect(wordsOf(shown)).toEqual([['sent to SUP-2', 'perhaps sent to SUP-1']]);
    expect(shown.requests.find(({ key }) => key === 'SUP-1')?.notified).toEqual({
      at: NOW.toISOString(),
      sure: false,
    });
  });

  it('one that is cut off in the middle is in the log as far as it came', async () => {
    const { world, issueId } = await aTroubledIssue();
    const cut = deskOf(world, {
      before: (key) => {
        if (key === 'SUP-2') throw new Error('cut off');
      },
    });
    await expect(send(issueId, ['SUP-1', 'SUP-2'], 'It is fixed.', cut)).rejects.toThrow('cut off');
    const shown = await viewCustomerUpdate(issueId, deskOf(world));
    expect(wordsOf(shown)).toEqual([['sent to SUP-1', 'perhaps sent to SUP-2']]);
    expect(shown.sent.map(inWords)[0]?.changes[1]?.because).toBe(
      'the answer did not come back: look at its comments before you write to it again',
    );
    // Once it is sure that it was cut off, somebody who has seen that may write again.
    await expect(
      send(issueId, ['SUP-2'], 'It is fixed.', deskOf(world, { now: later(20) })),
    ).rejects.toThrow('You are sending an update to these customers at this moment');
    expect(
      (await send(issueId, ['SUP-2'], 'It is fixed.', deskOf(world, { now: later(90) }))).sent,
    ).toEqual(['SUP-2']);
  });

  it('nothing goes out that the log could not take', async () => {
    const { world, issueId } = await aTroubledIssue();
    const context = deskOf({
      ...world,
      decisions: {
        ...world.decisions,
        record: () => Promise.reject(new Forbidden('Storage is full')),
      },
    });
    expect(await send(issueId, ['SUP-1'], 'It is fixed.', context)).toEqual({
      sent: [],
      failed: [{ key: 'SUP-1', why: 'Storage is full' }],
      perhaps: [],
    });
    expect(context.comments).toEqual([]);
  });

  it('when time runs out the rest is not begun, and is named', async () => {
    const { world, issueId } = await aTroubledIssue();
    let left = 25_000;
    const context = deskOf(
      { ...world, remainingMs: () => left },
      {
        before: () => {
          left = 5_000;
        },
      },
    );
    expect(await send(issueId, ['SUP-1', 'SUP-2'], 'It is fixed.', context)).toEqual({
      sent: ['SUP-1'],
      failed: [{ key: 'SUP-2', why: 'There was no time left for it: send it again' }],
      perhaps: [],
    });
  });
});

describe('of two who write at once', () => {
  it('the second hears of the first before theirs goes out, and may send it once they have seen it', async () => {
    const { world, issueId } = await aTroubledIssue();
    const [ines, omar] = [deskOf(world), deskOf(world, { me: 'omar', now: later(5) })];
    const { seen } = await viewCustomerUpdate(issueId, omar);
    await send(issueId, ['SUP-1'], 'We are on it.', ines);
    await expect(
      sendCustomerUpdate(issueId, { keys: ['SUP-1'], text: 'We are looking.', seen }, omar),
    ).rejects.toMatchObject({
      message: 'Name of ines wrote to these customers after you opened this',
      advice: expect.stringContaining('Nothing of this text went out') as string,
    });
    expect(omar.comments).toEqual([]);
    expect((await send(issueId, ['SUP-1'], 'And one thing more.', omar)).sent).toEqual(['SUP-1']);
    expect(wordsOf(await viewCustomerUpdate(issueId, omar))).toEqual([
      ['sent to SUP-1'],
      ['sent to SUP-1'],
    ]);
  });

  it('or of one person who clicks twice, only one update goes out', async () => {
    const { world, issueId } = await aTroubledIssue();
    const desks = [deskOf(world), deskOf(world, { now: later(0.01) })];
    const { seen } = await viewCustomerUpdate(issueId, deskOf(world));
    const outcomes = await Promise.allSettled(
      desks.map((context) =>
        sendCustomerUpdate(issueId, { keys: ['SUP-1'], text: 'We are on it.', seen }, context),
      ),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(desks.flatMap(({ comments }) => comments)).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { message: expect.stringMatching(/^You (are sending|wrote)/u) as string },
    });
  });

  it('the first is shown though queries of the log lag behind', async () => {
    const { world, issueId } = await aTroubledIssue();
    await send(issueId, ['SUP-1'], 'We are on it.', deskOf(world));
    const lagging = {
      ...world,
      decisions: {
        ...world.decisions,
        of: async () => [],
        page: async () => ({ decisions: [], next: null }),
      },
    };
    expect(wordsOf(await viewCustomerUpdate(issueId, deskOf(lagging)))).toEqual([
      ['sent to SUP-1'],
    ]);
  });
});
