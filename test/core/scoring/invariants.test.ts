import fc from 'fast-check';
import type { Rubric } from '../../../src/core/rubric/schema/schema';
import { scoreIssue } from '../../../src/core/score-card/score-issue';
import type { ScoreCard } from '../../../src/core/score-card/score-card';
import {
  askedByEffort,
  questionsFor,
  readingKey,
  type FieldQuestion,
} from '../../../src/core/signals/reading-key';
import type { Evidence, Signals } from '../../../src/core/signals/signal';
import type { Reading } from '../../../src/core/issue/reading';
import type { Severity } from '../../../src/core/terms/severity';
import { rubrics } from '../arbitrary/any-rubric';
import { runs } from '../arbitrary/runs';
import { evidence, knownReading, signalsFor } from '../arbitrary/signals';
import { answered, missingOf } from '../builders/learning';
import { cardOf, now } from '../builders/signals-of';
import { dayNumber, dayNumberOf, dayOfNumber } from '../../../src/core/time/utc-day';

const judged = rubrics.chain((rubric) =>
  fc.record({ rubric: fc.constant(rubric), signals: signalsFor(rubric) }),
);

/** To touch an issue changes by itself what such a rubric makes of it, whatever else is learned then. */
const mindsTouching = ({ criteria }: Rubric): boolean =>
  criteria.some(({ signal }) => signal.kind === 'quiet');

const tenths = (points: number): number => Math.round(points * 10);
const sumOf = (card: ScoreCard): number =>
  card.lines.reduce((sum, line) => sum + tenths(line.contribution), 0);

/** The questions whose answers the card says are missing, and on which nothing hangs that is not missing (a blank taken for zero). */
function missingQuestions(rubric: Rubric, signals: Signals): readonly FieldQuestion[] {
  const missing = missingOf(cardOf(signals, rubric));
  const asked = (isMissing: boolean) =>
    rubric.criteria
      .filter((criterion) => missing.has(criterion.id) === isMissing)
      .flatMap(({ signal }) => questionsFor(signal));
  const settled = new Set(asked(false).map(readingKey));
  const effort = missing.has('effort')
    ? rubric.effort.sources.map(({ fields }): FieldQuestion => ({ kind: 'number', fields }))
    : [];
  return [...asked(true), ...effort].filter((question) => !settled.has(readingKey(question)));
}

/** Numbers of which more may not lower the score: neither effort nor what a formula counts as cost, nor what makes no sense and so is not known yet. */
function mayGrow(rubric: Rubric, signals: Signals): readonly string[] {
  const missing = new Set(cardOf(signals, rubric).missing.map(({ id }) => id));
  const efforts = rubric.effort.sources.map((source) => readingKey(askedByEffort(source)));
  const others = rubric.criteria.flatMap(({ id, signal, curve }) =>
    missing.has(id) || isCost(curve) || isShare(curve) ? questionsFor(signal).map(readingKey) : [],
  );
  return Object.keys(signals.readings).filter((key) => ![...efforts, ...others].includes(key));
}

function isCost(curve: Rubric['criteria'][number]['curve']): boolean {
  return curve.kind === 'amount' && curve.direction === 'falling';
}

/** Of a share, 2 is a percentage and 1 all of it: more of one is not less of the other. What people mean by it grows in a test of its own. */
function isShare(curve: Rubric['criteria'][number]['curve']): boolean {
  return curve.kind === 'amount' && curve.per === 100 && curve.max === 1;
}

/** The same issue after one thing about it grew. */
function grown(signals: Signals, key: string, by: number): Signals {
  const reading = signals.readings[key];
  if (reading?.state !== 'known' || typeof reading.value !== 'number') return signals;
  return {
    ...signals,
    readings: { ...signals.readings, [key]: { ...reading, value: reading.value + by } },
  };
}

function expectNotLower(before: Signals, after: Signals, rubric: Rubric): void {
  const [first, second] = [cardOf(before, rubric), cardOf(after, rubric)];
  expect(second.score ?? -1).toBeGreaterThanOrEqual(first.score ?? -1);
  expect(second.low).toBeGreaterThanOrEqual(first.low);
  expect(second.high).toBeGreaterThanOrEqual(first.high);
}

describe('a score under any rubric', () => {
  it('is the sum of its lines, with one decimal throughout', () => {
    fc.assert(
      fc.property(judged, ({ rubric, signals }) => {
        const card = cardOf(signals, rubric);
        if (card.score === null) return expect(card.lines).toEqual([]);
        expect(sumOf(card)).toBe(tenths(card.score));
        for (const number of [
          card.score,
          card.low,
          card.high,
          ...card.lines.map((line) => line.contribution),
        ])
          expect(number).toBe(tenths(number) / 10);
      }),
      runs,
    );
  });

  it('gives each criterion its share of the points, within the tenth that rounding may move', () => {
    fc.assert(
      fc.property(judged, ({ rubric, signals }) => {
        for (const line of cardOf(signals, rubric).lines) {
          if (line.points !== null && line.weight !== null)
            expect(Math.abs(line.contribution - line.points * line.weight)).toBeLessThan(0.11);
          if (line.points === 0 && line.weight !== null) expect(line.contribution).toBe(0);
        }
      }),
      runs,
    );
  });

  it('lies in its range, between 0 and 100', () => {
    fc.assert(
      fc.property(judged, ({ rubric, signals }) => {
        const { score, low, high } = cardOf(signals, rubric);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(100);
        expect(low).toBeLessThanOrEqual(high);
        if (score === null) return;
        expect(score).toBeGreaterThanOrEqual(low);
        expect(score).toBeLessThanOrEqual(high);
      }),
      runs,
    );
  });

  it('lies in its range and adds up when it is inherited, too', () => {
    const inheritances = fc
      .tuple(...Array.from({ length: 3 }, () => fc.integer({ min: 0, max: 1000 })))
      .map((all) => all.sort((a, b) => a - b).map((n) => n / 10));
    fc.assert(
      fc.property(judged, inheritances, ({ rubric, signals }, [low = 0, score = 0, high = 0]) => {
        const card = scoreIssue({
          signals,
          rubric,
          now,
          inherited: { key: 'PRO-9', score, low, high },
        });
        expect(card.score).toBe(Math.max(card.own ?? 0, score));
        expect(sumOf(card)).toBe(tenths(card.score ?? 0));
        expect(card.low).toBeLessThanOrEqual(card.score ?? 0);
        expect(card.high).toBeGreaterThanOrEqual(card.score ?? 0);
        for (const one of card.missing)
          expect(one.low).toBeGreaterThanOrEqual(Math.max(card.low, score));
      }),
      runs,
    );
  });

  it('has a point for a range when nothing is missing', () => {
    fc.assert(
      fc.property(judged, ({ rubric, signals }) => {
        const card = cardOf(signals, rubric);
        if (card.missing.length === 0 && card.score !== null)
          expect([card.low, card.high]).toEqual([card.score, card.score]);
      }),
      runs,
    );
  });

  it('stays in the earlier range whatever is learned, and ranges nest', () => {
    const learned = judged.chain(({ rubric, signals }) => {
      const open = missingQuestions(rubric, signals);
      return fc
        .tuple(...open.map((question) => fc.option(knownReading(question))))
        .map((answers) => {
          const readings: Record<string, Reading> = { ...signals.readings };
          open.forEach((question, at) => {
            const answer = answers[at];
            if (answer !== null && answer !== undefined) readings[readingKey(question)] = answer;
          });
          return { rubric, before: signals, after: answered(signals, readings, now) };
        });
    });
    fc.assert(
      fc.property(learned, ({ rubric, before, after }) => {
        fc.pre(!mindsTouching(rubric));
        const [first, second] = [cardOf(before, rubric), cardOf(after, rubric)];
        expect(second.low).toBeGreaterThanOrEqual(first.low);
        expect(second.high).toBeLessThanOrEqual(first.high);
        if (second.score === null) return;
        expect(second.score).toBeGreaterThanOrEqual(first.low);
        expect(second.score).toBeLessThanOrEqual(first.high);
      }),
      { numRuns: runs.numRuns * 2 },
    );
  });

  it('names for every missing input what it alone could make of the score, within the range', () => {
    fc.assert(
      fc.property(judged, ({ rubric, signals }) => {
        const card = cardOf(signals, rubric);
        for (const one of card.missing) {
          expect(one.low).toBeGreaterThanOrEqual(card.low);
          expect(one.high).toBeLessThanOrEqual(card.high);
          expect(one.low).toBeLessThanOrEqual(one.high);
        }
      }),
      runs,
    );
  });

  it('never falls when one more piece of evidence speaks for the issue', () => {
    fc.assert(
      fc.property(judged, evidence, ({ rubric, signals }, piece) => {
        const more: Evidence = { ...piece, id: 'new' };
        expectNotLower(signals, { ...signals, evidence: [...signals.evidence, more] }, rubric);
      }),
      runs,
    );
  });

  it('never falls when an incident proves worse, is reopened, or a ticket passes its agreed time', () => {
    fc.assert(
      fc.property(judged, ({ rubric, signals }) => {
        signals.evidence.forEach((piece, at) => {
          const worse: Severity =
            piece.severity === undefined ? 1 : (Math.max(1, piece.severity - 1) as Severity);
          const grownWorse = piece.kind === 'incident' ? { ...piece, severity: worse } : piece;
          expectNotLower(
            signals,
            { ...signals, evidence: signals.evidence.with(at, grownWorse) },
            rubric,
          );
          expectNotLower(
            signals,
            { ...signals, evidence: signals.evidence.with(at, { ...piece, open: true }) },
            rubric,
          );
          expectNotLower(
            signals,
            { ...signals, evidence: signals.evidence.with(at, { ...piece, slaBreached: true }) },
            rubric,
          );
        });
      }),
      runs,
    );
  });

  it('never falls when votes, watchers or a stated number grow, or when the issue comes to block another', () => {
    fc.assert(
      fc.property(judged, fc.nat(50), ({ rubric, signals }, by) => {
        for (const key of mayGrow(rubric, signals))
          expectNotLower(signals, grown(signals, key, by), rubric);
        expectNotLower(signals, { ...signals, blocks: [...signals.blocks, 'NEW-1'] }, rubric);
      }),
      runs,
    );
  });

  it('never falls as the due date comes nearer', () => {
    fc.assert(
      fc.property(judged, fc.integer({ min: 1, max: 100 }), ({ rubric, signals }, by) => {
        // Once the ramp has ended, it may fade.
        const end = dayNumber(now) + Math.min(0, rubric.urgency.due.full);
        const due = Math.max(end, dayNumberOf(signals.issue.due ?? '') ?? end + 5);
        const dueIn = (day: number): Signals => ({
          ...signals,
          issue: { ...signals.issue, due: dayOfNumber(day) },
        });
        expectNotLower(dueIn(due), dueIn(Math.max(end, due - by)), rubric);
        const without = { ...signals, issue: { ...signals.issue, due: null } };
        expectNotLower(without, dueIn(due), rubric);
        expectNotLower(dueIn(end - 2 * by), dueIn(end - by), rubric);
      }),
      runs,
    );
  });

  it('never falls as somebody touches the issue, and only then by what fades', () => {
    fc.assert(
      fc.property(judged, fc.nat(2000), ({ rubric, signals }, days) => {
        fc.pre(!mindsTouching(rubric));
        const today = dayNumber(now);
        const touched = (day: number): Signals => ({
          ...signals,
          issue: { ...signals.issue, touched: dayOfNumber(day) },
        });
        expectNotLower(touched(today - 2 * days), touched(today - days), rubric);
        expectNotLower(touched(today - days), touched(today), rubric);
        const lasting = {
          ...rubric,
          criteria: rubric.criteria.map(({ fades: _, ...criterion }) => criterion),
        };
        expect(cardOf(touched(today - days), lasting)).toEqual(cardOf(touched(today), lasting));
      }),
      runs,
    );
  });

  it('never rises with effort', () => {
    fc.assert(
      fc.property(judged, fc.nat(60), ({ rubric, signals }, by) => {
        for (const source of rubric.effort.sources) {
          const key = readingKey({ kind: 'number', fields: source.fields });
          const reading = signals.readings[key];
          // Less than no effort is no effort that anybody could know.
          if (reading?.state === 'known' && Number(reading.value) < 0) continue;
          expectNotLower(grown(signals, key, by * source.perUnit), signals, rubric);
        }
        const missing = new Set(cardOf(signals, rubric).missing.map(({ id }) => id));
        for (const { id, signal, curve } of rubric.criteria) {
          if (!isCost(curve) || missing.has(id)) continue;
          for (const question of questionsFor(signal))
            expectNotLower(grown(signals, readingKey(question), by), signals, rubric);
        }
      }),
      runs,
    );
  });

  it('does not depend on the order of evidence and links, and is the same twice', () => {
    fc.assert(
      fc.property(judged, ({ rubric, signals }) => {
        const turned = {
          ...signals,
          evidence: signals.evidence.toReversed(),
          blocks: signals.blocks.toReversed(),
        };
        expect(cardOf(turned, rubric).score).toBe(cardOf(signals, rubric).score);
        expect(cardOf(structuredClone(signals), rubric)).toEqual(cardOf(signals, rubric));
      }),
      runs,
    );
  });

  it('fits its reasons into a Jira text field', () => {
    fc.assert(
      fc.property(judged, ({ rubric, signals }) => {
        const { reasons } = cardOf(signals, rubric);
        expect(reasons.length).toBeLessThanOrEqual(255);
        expect(reasons.startsWith(' ')).toBe(false);
        expect(reasons.endsWith('·')).toBe(false);
      }),
      runs,
    );
  });
});
