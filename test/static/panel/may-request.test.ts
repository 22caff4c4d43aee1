import type { MayKinds, MayView } from '../../../src/contract/overrides';
import { verdictOf, whenText } from '../../../static/ui/src/surfaces/panel/overrides/may-request';

const approvers = 'Administrators';
const atOnce: MayView = { may: true, approval: 'not needed', approvers };
const asks: MayView = { may: true, approval: 'needed', approvers };
const barred: MayView = {
  may: false,
  why: 'By the decision rights only Triage may do this.',
  approvers,
};
const mayOf = (others: MayView, hotFix: MayView = others): MayKinds => ({
  points: asks,
  pause: asks,
  decline: barred,
  lane: {
    'hot fix': hotFix,
    stability: others,
    'feature improvement': others,
    'strategic bet': others,
  },
});

/** What the form says about the wish: why not, or when it takes effect. */
const said = (
  may: MayKinds,
  ...wish: [kind: 'lane' | 'points' | 'decline', lane: 'hot fix' | 'stability' | null]
): string => {
  const verdict = verdictOf(may, ...wish);
  return verdict.may ? whenText(verdict, may) : verdict.why;
};

describe('what the form of an override says that a person may do', () => {
  it('depends on the lane for whoever owns one', () => {
    const owner = mayOf(asks, atOnce);
    expect(said(owner, 'lane', 'hot fix')).toBe('It takes effect at once.');
    expect(said(owner, 'lane', 'stability')).toBe('It takes effect once Administrators approve.');
    expect(said(owner, 'lane', null)).toBe(
      'In a lane of your own (hot fix) it takes effect at once, in any other once Administrators approve.',
    );
    expect(said(owner, 'points', 'hot fix')).toBe('It takes effect once Administrators approve.');
  });

  it('is the same for everybody else before a lane is chosen', () => {
    expect([said(mayOf(asks), 'lane', null), said(mayOf(atOnce), 'lane', null)]).toEqual([
      'It takes effect once Administrators approve.',
      'It takes effect at once.',
    ]);
    expect(said(mayOf(barred), 'lane', null)).toBe(
      'By the decision rights only Triage may do this.',
    );
  });

  it('offers an own lane to whom all others are barred', () => {
    expect(said(mayOf(barred, atOnce), 'lane', null)).toBe('It takes effect at once.');
    expect(said(mayOf(barred, atOnce), 'decline', null)).toBe(
      'By the decision rights only Triage may do this.',
    );
  });
});
