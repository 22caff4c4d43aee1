import { firstTab, waitsBehind } from '../../../static/ui/src/surfaces/panel/tab-waits';
import { aView } from '../a-view';

const nothing = { approvals: 0, postMortem: false };
const question = {
  id: 'effort',
  label: 'Effort',
  why: { kind: 'notEstimated' },
  lanes: [],
  bands: [],
  low: 1,
  high: 2,
  place: { how: 'vote', min: 1, max: 5 },
  mayNot: null,
} as const;
const rated = [{ id: 'strategy', label: 'Strategic fit', voted: false }];

describe('a tab', () => {
  it('says nothing while nothing waits behind it', () => {
    for (const tab of ['score', 'lane', 'decisions', 'customer-update', 'post-mortem'])
      expect(waitsBehind(tab, aView({ waits: nothing }))).toBeNull();
  });

  it('says in words what waits: questions and ratings, approvals, an open post-mortem', () => {
    expect(waitsBehind('score', aView({ question }))).toBe('1 question');
    expect(waitsBehind('score', aView({ question, rated }))).toBe('2 questions');
    expect(waitsBehind('score', aView({ question: { ...question, id: 'strategy' }, rated }))).toBe(
      '1 question',
    );
    expect(waitsBehind('score', aView({ question, state: 'closed' }))).toBeNull();
    expect(waitsBehind('lane', aView({ waits: { ...nothing, approvals: 1 } }))).toBe(
      'approval waits',
    );
    expect(waitsBehind('lane', aView({ waits: { ...nothing, approvals: 3 } }))).toBe(
      '3 approvals wait',
    );
    expect(waitsBehind('post-mortem', aView({ waits: { ...nothing, postMortem: true } }))).toBe(
      'open',
    );
  });

  it('counts no question for a person who may not answer it', () => {
    const mayNot = 'You may not edit issues of this project.';
    expect(
      waitsBehind('score', aView({ question: { ...question, mayNot }, rated, mayNotRate: mayNot })),
    ).toBeNull();
    expect(waitsBehind('score', aView({ question: { ...question, mayNot }, rated }))).toBe(
      '1 question',
    );
    expect(waitsBehind('score', aView({ question, rated, mayNotRate: mayNot }))).toBe('1 question');
  });

  it('is the post-mortem at first where a resolved issue still owes one, and the score everywhere else', () => {
    expect(firstTab(aView({ state: 'closed', waits: { ...nothing, postMortem: true } }))).toBe(
      'post-mortem',
    );
    expect(firstTab(aView({ waits: { approvals: 1, postMortem: true } }))).toBe('score');
    expect(firstTab(aView({ state: 'closed' }))).toBe('score');
  });
});
