import fc from 'fast-check';
import { overridesInForce } from '../../../src/core/overrides/overrides-in-force';
import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import type { Rubric } from '../../../src/core/rubric/schema/schema';
import { nextQuestions, type Question } from '../../../src/core/next-input/rank-inputs';
import { planScoring } from '../../../src/core/scoring/plan';
import { questionsOf, readingKey } from '../../../src/core/signals/reading-key';
import type { Signals } from '../../../src/core/signals/signal';
import { aLanePin } from '../builders/an-override';
import { rubrics } from '../arbitrary/any-rubric';
import { runs } from '../arbitrary/runs';
import { knownReading, signalsFor } from '../arbitrary/signals';
import { aRubric, anIncident, cardOf, empty, now, signalsOf, value } from '../builders/signals-of';

const ask = (signals: Signals, rubric: Rubric = defaultRubric): readonly Question[] =>
  nextQuestions(planScoring(rubric), signals, now, { inheritedScore: null });
const estimated = { 'number:story points': value(3) };

describe('what people are asked for', () => {
  it('is nothing while every answer would leave lane and band as they are', () => {
    const settled = signalsOf({ readings: estimated });
    expect(ask(settled)).toEqual([]);
    const minor = signalsOf({ readings: { priority: value('Lowest') } });
    expect(cardOf(minor).missing.map(({ id }) => id)).toEqual(['effort']);
    expect(
      ask(
        minor,
        aRubric({ lanes: defaultRubric.lanes.filter(({ lane }) => lane !== 'strategic bet') }),
      ),
    ).toEqual([]);
  });

  it('is the priority, when it decides between bands, with what it could lead to', () => {
    const [question, ...more] = ask(
      signalsOf({ readings: { ...estimated, priority: empty }, issue: { type: 'Bug' } }),
    );
    expect(more).toEqual([]);
    expect(question).toMatchObject({
      ids: ['priority'],
      label: 'Priority',
      why: { kind: 'notFilled' },
      lanes: [],
      bands: ['consider declining', 'soon'],
    });
    expect([question?.low, question?.high]).toEqual(
      cardOf(
        signalsOf({ readings: { ...estimated, priority: empty }, issue: { type: 'Bug' } }),
      ).missing.map(({ low, high }) => [low, high])[0],
    );
  });

  it('is the effort, when much of it would make a bet of the issue', () => {
    expect(ask(signalsOf()).map(({ ids, lanes }) => [ids, lanes])).toEqual([
      [['effort'], ['strategic bet']],
    ]);
  });

  it('puts what decides the lane before what decides the band', () => {
    expect(ask(signalsOf({ readings: { priority: empty } })).map(({ label }) => label)).toEqual([
      'Effort',
      'Priority',
    ]);
  });

  it('is nothing that the site has no field for', () => {
    expect(ask(signalsOf({ readings: estimated, absent: ['priority'] }))).toEqual([]);
  });

  it('is never a lane that somebody pinned', () => {
    const pinned = overridesInForce([aLanePin('stability')], now);
    expect(
      nextQuestions(planScoring(defaultRubric), signalsOf(), now, {
        inheritedScore: null,
        overrides: pinned,
      }).flatMap(({ lanes }) => lanes),
    ).toEqual([]);
  });

  it('is nothing where what the issue inherits outweighs every answer', () => {
    const rubric = aRubric({
      lanes: [{ lane: 'feature improvement', any: [{ kind: 'level', atLeast: -1, atMost: 0 }] }],
    });
    const unknown = signalsOf({ readings: { priority: empty } });
    expect(nextQuestions(planScoring(rubric), unknown, now, { inheritedScore: 99 })).toEqual([]);
    expect(nextQuestions(planScoring(rubric), unknown, now, { inheritedScore: 10 })).not.toEqual(
      [],
    );
  });

  it('is nothing of a closed issue, whatever is unknown', () => {
    expect(
      ask(
        signalsOf({
          issue: { category: 'done' },
          readings: { priority: empty },
          evidence: [anIncident()],
        }),
      ),
    ).toEqual([]);
  });

  it('is the vote that people disagree about, while it decides', () => {
    const rubric = aRubric({
      criteria: [
        {
          id: 'fit',
          pillar: 'business-value',
          label: 'Fit',
          signal: { kind: 'rating', min: 0, max: 10 },
          weight: 1,
          absence: 'unknown',
          ifSiteHas: false,
          curve: {
            kind: 'linear',
            direction: 'rising',
            from: { x: 0, points: 0 },
            to: { x: 10, points: 100 },
          },
        },
      ],
    });
    const votes = {
      fit: [
        { by: 'ann', value: 2, at: '2026-11-18' },
        { by: 'bob', value: 10, at: '2026-11-18' },
      ],
    };
    expect(ask({ ...signalsOf({ readings: estimated }), votes }, rubric)).toMatchObject([
      {
        ids: ['fit'],
        why: { kind: 'disagreement', count: 2, lowest: 2, highest: 10 },
        bands: ['can wait', 'immediate'],
      },
    ]);
  });

  it('leaves out only what cannot change lane or band, whatever the answer', () => {
    const answered = rubrics.chain((rubric) =>
      signalsFor(rubric).chain((signals) => {
        const asked = new Set(
          nextQuestions(planScoring(rubric), signals, now, { inheritedScore: null }).flatMap(
            ({ ids }) => ids,
          ),
        );
        const keys = planScoring(rubric)
          .criteria.filter(({ criterion, key }) => key !== null && !asked.has(criterion.id))
          .map(({ key }) => key);
        const missing = new Set(
          cardOf(signals, rubric)
            .missing.map(({ id }) => id)
            .filter((id) => !asked.has(id)),
        );
        const criteria = planScoring(rubric).criteria.filter(({ criterion }) =>
          missing.has(criterion.id),
        );
        const silent = questionsOf(rubric).filter((question) => {
          const key = readingKey(question);
          const readers = planScoring(rubric).criteria.filter((plan) => plan.key === key);
          return (
            keys.includes(key) &&
            !signals.absent.includes(key) &&
            readers.every((plan) => criteria.includes(plan)) &&
            question.kind !== 'votes' &&
            question.kind !== 'watchers'
          );
        });
        return fc.record({
          rubric: fc.constant(rubric),
          signals: fc.constant(signals),
          answers: fc.tuple(
            ...silent.map((question) =>
              knownReading(question).map((reading) => [readingKey(question), reading] as const),
            ),
          ),
        });
      }),
    );
    fc.assert(
      fc.property(answered, ({ rubric, signals, answers }) => {
        const before = cardOf(signals, rubric);
        for (const [key, reading] of answers) {
          const after = cardOf(
            { ...signals, readings: { ...signals.readings, [key]: reading } },
            rubric,
          );
          expect([after.lane, after.band]).toEqual([before.lane, before.band]);
        }
      }),
      runs,
    );
  });

  it('names only other lanes and bands, and scores within the range', () => {
    fc.assert(
      fc.property(
        rubrics.chain((rubric) =>
          fc.record({ rubric: fc.constant(rubric), signals: signalsFor(rubric) }),
        ),
        ({ rubric, signals }) => {
          const card = cardOf(signals, rubric);
          for (const question of ask(signals, rubric)) {
            expect(question.lanes).not.toContain(card.lane);
            expect(question.bands).not.toContain(card.band);
            expect(question.low).toBeGreaterThanOrEqual(card.low);
            expect(question.high).toBeLessThanOrEqual(card.high);
          }
        },
      ),
      runs,
    );
  });
});
