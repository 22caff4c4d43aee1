import fc from 'fast-check';
import { overridesInForce } from '../../../src/core/overrides/overrides-in-force';
import type { Rubric } from '../../../src/core/rubric/schema/schema';
import type { BlockerNode } from '../../../src/core/blockers/inherited-score';
import { planScoring } from '../../../src/core/scoring/plan';
import { scoreIssue } from '../../../src/core/score-card/score-issue';
import type { ScoreCard } from '../../../src/core/score-card/score-card';
import { questionsOf, readingKey } from '../../../src/core/signals/reading-key';
import type { Signals } from '../../../src/core/signals/signal';
import { rubrics } from '../arbitrary/any-rubric';
import { overrides } from '../arbitrary/overrides';
import { pillarRubrics } from '../arbitrary/rubric';
import { runs } from '../arbitrary/runs';
import { evidence, knownReading, signalsFor } from '../arbitrary/signals';
import { inheritAll } from '../builders/inherit-all';
import { answered, missingOf } from '../builders/learning';
import { cardOf, now } from '../builders/signals-of';

const tenths = (points: number): number => Math.round(points * 10);
const sumOf = (card: ScoreCard): number =>
  card.lines.reduce((sum, line) => sum + tenths(line.contribution), 0);
const score = (signals: Signals, rubric: Rubric, kept: readonly unknown[]): ScoreCard =>
  scoreIssue({ signals, rubric, now, inherited: null, overrides: kept });
const unpaused = (signals: Signals, rubric: Rubric, kept: readonly unknown[]) =>
  score(
    signals,
    rubric,
    kept.filter(
      (one) => !(typeof one === 'object' && one !== null && 'kind' in one && one.kind === 'pause'),
    ),
  ).horizon;
const overridden = rubrics.chain((rubric) =>
  fc.record({ rubric: fc.constant(rubric), signals: signalsFor(rubric), kept: overrides }),
);

/** No invariant needs an exception for overrides: they move an issue's own score by a constant, before inheritance, or take it away until it is inherited. */
describe('a score that people may have overridden', () => {
  it('is the sum of its lines and lies in its range, which is a point when nothing is missing', () => {
    fc.assert(
      fc.property(overridden, ({ rubric, signals, kept }) => {
        const card = score(signals, rubric, kept);
        expect(sumOf(card)).toBe(tenths(card.score ?? 0));
        expect([card.low >= 0, card.low <= card.high, card.high <= 100]).toEqual([
          true,
          true,
          true,
        ]);
        if (card.score === null) return;
        expect(card.score).toBeGreaterThanOrEqual(card.low);
        expect(card.score).toBeLessThanOrEqual(card.high);
        if (card.missing.length === 0)
          expect([card.low, card.high]).toEqual([card.score, card.score]);
        for (const one of card.missing)
          expect([one.low >= card.low, one.high <= card.high]).toEqual([true, true]);
      }),
      runs,
    );
  });

  it('never falls with more evidence, however people moved it', () => {
    fc.assert(
      fc.property(overridden, evidence, ({ rubric, signals, kept }, piece) => {
        const more = { ...signals, evidence: [...signals.evidence, { ...piece, id: 'new' }] };
        const [before, after] = [score(signals, rubric, kept), score(more, rubric, kept)];
        expect([
          (after.score ?? 0) >= (before.score ?? 0),
          after.low >= before.low,
          after.high >= before.high,
        ]).toEqual([true, true, true]);
      }),
      runs,
    );
  });

  it('stays in the earlier range when one missing field is filled', () => {
    const learned = overridden.chain(({ rubric, signals, kept }) => {
      const missing = missingOf(cardOf(signals, rubric));
      const plans = planScoring(rubric).criteria;
      const open = questionsOf(rubric).filter((question) => {
        const readers = plans.filter(({ key }) => key === readingKey(question));
        return (
          readers.length > 0 &&
          readers.every(({ criterion }) => missing.has(criterion.id)) &&
          question.kind !== 'votes'
        );
      });
      return fc.record({
        rubric: fc.constant(rubric),
        signals: fc.constant(signals),
        kept: fc.constant(kept),
        answers: fc.tuple(
          ...open.map((question) =>
            knownReading(question).map((reading) => [readingKey(question), reading] as const),
          ),
        ),
      });
    });
    fc.assert(
      fc.property(learned, ({ rubric, signals, kept, answers }) => {
        // To touch an issue changes by itself what such a rubric makes of it.
        fc.pre(rubric.criteria.every(({ signal }) => signal.kind !== 'quiet'));
        const before = score(signals, rubric, kept);
        for (const [key, reading] of answers) {
          const after = score(answered(signals, { [key]: reading }, now), rubric, kept);
          expect([after.low >= before.low, after.high <= before.high]).toEqual([true, true]);
        }
      }),
      runs,
    );
  });

  it('differs from the judgement alone by exactly its override lines, and not at all where none is in force', () => {
    fc.assert(
      fc.property(overridden, ({ rubric, signals, kept }) => {
        const [card, plain] = [score(signals, rubric, kept), cardOf(signals, rubric)];
        const { lane, points, decline, pause } = overridesInForce(kept, now);
        if (decline !== null) {
          expect([card.score, card.own, card.band, card.lane, card.horizon, card.missing]).toEqual([
            null,
            null,
            null,
            'declined',
            null,
            [],
          ]);
          return;
        }
        expect(card.horizon).toBe(
          pause !== null && unpaused(signals, rubric, kept) === 'now'
            ? 'next'
            : unpaused(signals, rubric, kept),
        );
        const moved = card.lines
          .filter(({ id }) => id === 'override')
          .reduce((sum, line) => sum + tenths(line.contribution), 0);
        expect(tenths(card.score ?? 0) - tenths(plain.score ?? 0)).toBe(moved);
        if (points === null)
          expect([card.score, card.low, card.high]).toEqual([plain.score, plain.low, plain.high]);
        expect(card.lane).toBe(lane?.lane ?? plain.lane);
      }),
      runs,
    );
  });

  it('leaves every blocker at least as important as any open issue it blocks, in any graph', () => {
    const backlog = pillarRubrics.chain((rubric) =>
      fc.record({
        rubric: fc.constant(rubric),
        issues: fc.array(
          fc.record({
            signals: signalsFor(rubric),
            kept: overrides,
            blocks: fc.uniqueArray(fc.nat(4).map(String), { maxLength: 3 }),
          }),
          { minLength: 5, maxLength: 5 },
        ),
      }),
    );
    fc.assert(
      fc.property(backlog, ({ rubric, issues }) => {
        const nodes = new Map(
          issues.map(({ signals, kept, blocks }, at): [string, BlockerNode] => {
            const { own, ownLow, ownHigh } = score(signals, rubric, kept);
            return [String(at), { own, low: ownLow, high: ownHigh, blocks, open: true }];
          }),
        );
        const inherited = inheritAll(nodes);
        const cards = issues.map(({ signals, kept }, at) =>
          scoreIssue({
            signals,
            rubric,
            now,
            overrides: kept,
            inherited: inherited.get(String(at)) ?? null,
          }),
        );
        cards.forEach((card, at) => {
          expect(sumOf(card)).toBe(tenths(card.score ?? 0));
          for (const key of issues[at]?.blocks ?? [])
            if (key !== String(at))
              expect(card.score ?? 0).toBeGreaterThanOrEqual(cards[Number(key)]?.score ?? 0);
        });
      }),
      runs,
    );
  });
});
