import { followThrough } from '../../../src/core/post-mortem/follow-through';
import { actionResolved, recurred } from '../../../src/core/post-mortem/recurrence';
import { documentOf, duration, markdownOf } from '../../../src/core/post-mortem/document';
import { anAction, aPostMortem, completed } from './builders';
import { lastDone } from './builders';

const at = '2026-11-20T09:00:00.000Z';
const later = { key: 'INC-7', at: '2026-11-19T08:00:00.000+0000', reopened: false };
const acting = aPostMortem({
  actions: [anAction('PAY-7'), anAction('PAY-8', { done: '2026-11-18' })],
});

describe('an incident that comes again', () => {
  it('is noted once, with the actions that were open, and the log says that their risk rises', () => {
    const next = recurred(acting, later, at);
    expect(next?.recurrences).toEqual([{ incident: 'INC-7', actions: ['PAY-7'], at }]);
    expect(lastDone(next)).toMatch(
      /INC-7 is the same again while PAY-7 is open: the technical risk/u,
    );
    expect(next && recurred(next, later, at)).toBeNull();
  });

  it('is none when it is the same incident, was there before, or every action is done', () => {
    expect(recurred(acting, { ...later, key: 'INC-1' }, at)).toBeNull();
    expect(recurred(acting, { ...later, at: '2026-11-01T08:00:00.000+0000' }, at)).toBeNull();
    expect(
      recurred({ ...acting, actions: [anAction('PAY-8', { done: '2026-11-18' })] }, later, at),
    ).toBeNull();
  });

  it('speaks against those actions alone that were there before it', () => {
    const between = { ...later, at: '2026-11-16T08:00:00.000+0000' };
    expect(recurred(acting, between, at)).toBeNull();
    const early = aPostMortem({
      actions: [anAction('PAY-6', { at: '2026-11-15T09:00:00.000Z' }), anAction('PAY-7')],
    });
    expect(recurred(early, between, at)?.recurrences).toEqual([
      { incident: 'INC-7', actions: ['PAY-6'], at },
    ]);
  });

  it('may be the same incident, each time that it is opened again', () => {
    const reopened = { key: 'INC-1', at: '2026-11-19T08:00:00.000Z', reopened: true };
    const next = recurred(acting, reopened, at);
    expect(next?.recurrences).toEqual([{ incident: 'INC-1', actions: ['PAY-7'], at }]);
    expect(lastDone(next)).toMatch(/INC-1 was opened again while PAY-7 is open/u);
    expect(next && recurred(next, reopened, '2026-11-21T09:00:00.000Z')).toBeNull();
    expect(
      next &&
        recurred(next, { ...reopened, at: '2026-11-21T08:00:00.000Z' }, '2026-11-21T09:00:00.000Z')
          ?.recurrences,
    ).toHaveLength(2);
    expect(recurred(acting, { ...reopened, at: '2026-11-15T08:00:00.000Z' }, at)).toBeNull();
  });
});

describe('follow-through', () => {
  it('counts what was done in time, late, is overdue or still has time', () => {
    const actions = [
      anAction('A-1', { done: '2026-12-14' }),
      anAction('A-2', { done: '2026-12-15' }),
      anAction('A-3', { due: '2026-12-19' }),
      anAction('A-4', { due: '2026-12-20' }),
    ];
    expect(followThrough([aPostMortem({ actions })], '2026-12-20')).toMatchObject({
      postMortems: 1,
      actions: { inTime: 1, late: 1, overdue: 1, open: 1 },
      share: 1 / 3,
    });
  });

  it('has no share while nothing had to be done, and counts completed post-mortems by their due day', () => {
    expect(followThrough([], '2026-12-20').share).toBeNull();
    expect(
      followThrough([completed(), completed(aPostMortem({ due: '2026-11-16' }))], '2026-12-20'),
    ).toMatchObject({ completedInTime: 1, completedLate: 1 });
  });

  it('notes an action that was done or opened again, and nothing twice', () => {
    const done = actionResolved(acting, '7', '2026-12-01', at);
    expect(done?.actions[0]?.done).toBe('2026-12-01');
    expect(done && actionResolved(done, '7', '2026-12-01', at)).toBeNull();
    expect(done && actionResolved(done, '7', null, at)?.actions[0]?.done).toBeNull();
    expect(actionResolved(acting, '99', '2026-12-01', at)).toBeNull();
  });
});

describe('the text to share', () => {
  it('names no customer and lets nothing be markup', () => {
    const blocks = documentOf({
      key: 'PAY-1',
      severity: 1,
      incidents: [{ key: 'INC-1', summary: 'secret', open: false }],
      owner: 'mara',
      spans: { toFirstStep: 125, toResolution: null },
      items: [
        {
          id: 'impact',
          text: '',
          kind: 'hand',
          blocks: true,
          done: null,
          note: '<b>*40*</b> [x](y)\u0000\nmore',
          link: null,
          owner: null,
          due: null,
        },
      ],
      factors: [],
      actions: [],
      noAction: null,
      review: null,
      earlier: [],
      people: { mara: 'Mara' },
    } as unknown as Parameters<typeof documentOf>[0]);
    const text = markdownOf(blocks);
    expect(text).toContain(
      '# Post-mortem of PAY-1\n\n- Severity: SEV1\n- Incidents: INC-1\n- Owner: Mara\n- First step after 2 h 5 min',
    );
    expect(text).toContain('\\<b\\>\\*40\\*\\</b\\> \\[x\\](y) more');
    expect(text).not.toContain('secret');
  });

  it('names nobody by what every object has', () => {
    const blocks = documentOf({
      key: 'PAY-1',
      severity: null,
      incidents: [],
      owner: 'constructor',
      spans: { toFirstStep: null, toResolution: null },
      items: [],
      factors: [],
      actions: [],
      noAction: null,
      review: null,
      earlier: null,
      people: {},
    } as unknown as Parameters<typeof documentOf>[0]);
    expect(markdownOf(blocks)).toBe('# Post-mortem of PAY-1\n\n- Owner: somebody');
  });

  it('says how long something took as people do', () => {
    expect([0, 59, 60, 125, 1440, 4560].map(duration)).toEqual([
      '0 min',
      '59 min',
      '1 h',
      '2 h 5 min',
      '1 d',
      '3 d 4 h',
    ]);
  });
});
