import {
  describeDraftCause,
  describeDraftLane,
  describeThreshold,
} from '../../../src/core/describe/describe-draft-cause';
import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import type { Criterion, Rubric } from '../../../src/core/rubric/schema/schema';
import type { Signals } from '../../../src/core/signals/signal';
import { anIncident, aRubric, cardOf, signalsOf, value } from '../builders/signals-of';
import { whyItMoves } from '../../../src/core/preview/why-it-moves';
import { whyTheBand, whyTheLane } from '../../../src/core/preview/why-there';

const issue = signalsOf({
  evidence: [anIncident({ severity: 3 })],
  readings: { 'number:story points': value(3) },
});

function compared(draft: Rubric, of: Signals = issue) {
  const cards = { before: cardOf(of), after: cardOf(of, draft) };
  const rubrics = { before: defaultRubric, after: draft };
  return {
    cards,
    why: whyItMoves(cards, rubrics),
    lane: describeDraftLane(whyTheLane(cards, rubrics)),
    band: bandInWords(whyTheBand(cards, rubrics)),
  };
}

const withCriteria = (change: (one: Criterion) => readonly Criterion[]): Rubric =>
  aRubric({ criteria: defaultRubric.criteria.flatMap(change) });
const withWeight = (id: string, weight: number): Rubric =>
  withCriteria((one) => [one.id === id ? { ...one, weight } : one]);
const texts = ({ why }: ReturnType<typeof compared>): readonly string[] =>
  why.map(({ because }) => describeDraftCause(because));
const bandInWords = (moved: ReturnType<typeof whyTheBand>): string | null =>
  moved === null ? null : describeThreshold(moved);

describe('why a draft moves a score', () => {
  it('names the criterion whose weight was changed by its shares, and says that the others make room', () => {
    const moved = compared(withWeight('incidents', 60));
    expect(texts(moved)).toContainEqual(
      expect.stringMatching(/^Incidents \d+(\.\d)? % → \d+(\.\d)? %$/u),
    );
    expect(texts(moved)).toContainEqual(
      expect.stringMatching(
        /^Priority and (\w+ \w+|\d+ others) count for less, as Incidents counts for more$/u,
      ),
    );
  });

  it('adds up to the change of the score, the furthest first', () => {
    const { cards, why } = compared(withWeight('incidents', 60));
    expect(why.reduce((sum, { change }) => sum + Math.round(change * 10), 0)).toBe(
      Math.round(((cards.after.score ?? 0) - (cards.before.score ?? 0)) * 10),
    );
    expect(why.map(({ change }) => Math.abs(change))).toEqual(
      why.map(({ change }) => Math.abs(change)).sort((a, b) => b - a),
    );
  });

  it('says which criteria are new and which are gone', () => {
    const draft = withCriteria((one) =>
      one.id === 'priority'
        ? []
        : one.id === 'incidents'
          ? [{ ...one, id: 'outages', label: 'Outages' }]
          : [one],
    );
    expect(texts(compared(draft))).toEqual(
      expect.arrayContaining(['Outages is new', 'Incidents is gone', 'Priority is gone']),
    );
  });

  it('tells points that a curve gives otherwise', () => {
    const draft = withCriteria((one) => [
      one.id === 'incidents' ? { ...one, curve: { kind: 'saturating', half: 5 } } : one,
    ]);
    expect(texts(compared(draft))).toContainEqual(
      expect.stringMatching(/^Incidents \d+(\.\d)? → \d+(\.\d)? of 100 points$/u),
    );
  });

  it('tells effort and urgency by what multiplies', () => {
    const draft = aRubric({
      effort: { ...defaultRubric.effort, k: 0.6 },
      urgency: { ...defaultRubric.urgency, lambda: 0.1 },
    });
    expect(texts(compared(draft))).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^effort × 0\.\d+ → × 0\.\d+$/u),
        expect.stringMatching(/^urgency \d+ % → \d+(\.\d)? %$/u),
      ]),
    );
  });

  it('tells many changed criteria by their pillar, the furthest ones by name', () => {
    const many = (weightOf: (n: number) => number): Rubric =>
      aRubric({
        criteria: Array.from({ length: 40 }, (_, n): Criterion => ({
          id: `c${n}`,
          pillar: 'business-value',
          label: `Criterion ${n}`,
          weight: weightOf(n),
          absence: 'unknown',
          ifSiteHas: false,
          signal: { kind: 'number', fields: [`Field ${n}`] },
          curve: {
            kind: 'linear',
            direction: 'rising',
            from: { x: 0, points: 0 },
            to: { x: 100, points: 100 },
          },
        })),
      });
    const of = signalsOf({
      readings: Object.fromEntries(
        Array.from({ length: 40 }, (_, n) => [`number:field ${n}`, value((n * 37) % 100)]),
      ),
    });
    const [before, draft] = [many(() => 1), many((n) => 1 + (n % 7))];
    const cards = { before: cardOf(of, before), after: cardOf(of, draft) };
    const why = whyItMoves(cards, { before, after: draft });
    expect(why.length).toBeLessThanOrEqual(9);
    expect(why.map(({ because }) => describeDraftCause(because))).toContainEqual(
      expect.stringMatching(/^\d+ more criteria of Business value$/u),
    );
    expect(why.reduce((sum, { change }) => sum + Math.round(change * 10), 0)).toBe(
      Math.round(((cards.after.score ?? 0) - (cards.before.score ?? 0)) * 10),
    );
  });
});

describe('why a draft moves an issue to another lane or band', () => {
  const hotFix = defaultRubric.lanes.find(({ lane }) => lane === 'hot fix');
  const laxer: Rubric['lanes'][number] = {
    lane: 'hot fix',
    any: [{ kind: 'openIncident', severity: 3 }],
  };

  it('names a changed rule that holds now', () => {
    const draft = aRubric({
      lanes: defaultRubric.lanes.map((rule) => (rule === hotFix ? laxer : rule)),
    });
    expect(compared(draft).lane).toMatch(/^the changed lane rule holds now: .*INC-1/u);
  });

  it('names the rule that is gone or no longer holds', () => {
    const severe = signalsOf({ evidence: [anIncident({ severity: 1 })] });
    expect(
      compared(aRubric({ lanes: defaultRubric.lanes.filter((rule) => rule !== hotFix) }), severe)
        .lane,
    ).toMatch(/^the lane rule for hot fix is gone: /u);
    const stricter = aRubric({
      lanes: defaultRubric.lanes.map((rule) =>
        rule === hotFix
          ? { lane: 'hot fix' as const, any: [{ kind: 'slaBreached' as const }] }
          : rule,
      ),
    });
    expect(compared(stricter, severe).lane).toMatch(
      /^the lane rule for hot fix no longer holds: /u,
    );
  });

  it('says when only the order of the rules decides', () => {
    const severe = signalsOf({ evidence: [anIncident({ severity: 1 })] });
    expect(compared(aRubric({ lanes: defaultRubric.lanes.toReversed() }), severe).lane).toMatch(
      /^its lane rule comes before hot fix now: /u,
    );
  });

  it('says when an unchanged rule holds by other points', () => {
    const draft = withCriteria((one) => [
      one.id === 'work-type'
        ? { ...one, weight: 900, curve: { kind: 'table', values: { Story: 100 }, blank: [] } }
        : one,
    ]);
    const of = signalsOf({ evidence: [] });
    const { cards, lane } = compared(draft, of);
    expect([cards.before.lane, cards.after.lane]).toEqual(['feature improvement', 'stability']);
    expect(lane).toMatch(/^its lane rule holds now: /u);
  });

  it('names the threshold where the score alone would give the same band', () => {
    const { score } = cardOf(issue);
    const at = Math.floor(score ?? 0);
    expect(
      compared(aRubric({ bands: { immediate: at, soon: at - 1, canWait: at - 2 } })).band,
    ).toBe(`immediate begins at ${at} instead of 65`);
    expect(compared(aRubric({ bands: { immediate: 99, soon: 98, canWait: 16 } })).band).toBe(
      'soon begins at 98 instead of 38',
    );
    expect(compared(withWeight('incidents', 900)).band).toBeNull();
  });
});
