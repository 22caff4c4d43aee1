import type { Refusal } from '../../../src/contract';
import {
  afterAnswer,
  afterRefusal,
  askAgainAfter,
} from '../../../static/ui/src/shared/scores/shown-score';
import { aView } from '../a-view';

const aRefusal = (given: Partial<Refusal> = {}): Refusal => ({
  kind: 'failed',
  what: 'It failed.',
  advice: 'Try again.',
  ...given,
});

describe('a score after a refusal', () => {
  it.each(['failed', 'invalid', 'limited'] as const)(
    'stays beside the words when asking again is %s',
    (kind) => {
      expect(afterRefusal({ view: aView() }, aRefusal({ kind }), 5)).toEqual({
        view: aView(),
        refusal: aRefusal({ kind }),
        refusedAt: 5,
      });
    },
  );

  it.each(['forbidden', 'gone'] as const)('is taken away when the issue is %s', (kind) => {
    expect(afterRefusal({ view: aView() }, aRefusal({ kind }), 5)).toEqual({
      refusal: aRefusal({ kind }),
      refusedAt: 5,
    });
  });

  it('is not invented where there was none', () => {
    expect(afterRefusal(undefined, aRefusal(), 5)).toEqual({ refusal: aRefusal(), refusedAt: 5 });
  });

  it('is asked for again by itself after a limit’s own time, and otherwise when the person says so', () => {
    expect(askAgainAfter({ view: aView() }, 0)).toBe(false);
    expect(askAgainAfter({ refusal: aRefusal({ kind: 'limited', retryAfter: 42 }) }, 0)).toBe(
      42_000,
    );
    expect(askAgainAfter({ refusal: aRefusal() }, 0)).toBe(false);
  });

  it('is hurried less where Ballast says when it is done', () => {
    const listening = { channel: 'scored:1', token: 'a.b.c', expiresAt: null };
    const told = afterAnswer(undefined, aView({ pending: { fields: null }, listening }), 1_000);
    expect(askAgainAfter(told, 2_000)).toBe(12_000);
  });

  it('is asked for again soon while something has still to be written, but not for ever', () => {
    const behind = aView({ pending: { fields: { score: 40 } } });
    const first = afterAnswer(undefined, behind, 1_000);
    const second = afterAnswer(first, behind, 4_000);
    expect(second).toEqual({ view: behind, pendingSince: 1_000 });
    expect(askAgainAfter(second, 4_000)).toBe(3_000);
    expect(askAgainAfter(second, 61_000)).toBe(300_000);
    const done = afterAnswer(second, aView(), 7_000);
    expect(done).toEqual({ view: aView() });
    expect(askAgainAfter(done, 7_000)).toBe(false);
  });
});
