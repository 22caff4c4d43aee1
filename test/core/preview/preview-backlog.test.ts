import fc from 'fast-check';
import { PENDING, type Flows, type Preview } from '../../../src/core/preview/preview';
import { inheritedFrom } from '../../../src/core/blockers/inherited-score';
import { planScoring } from '../../../src/core/scoring/plan';
import { scoreWithPlan } from '../../../src/core/score-card/score-issue';
import type { Rubric } from '../../../src/core/rubric/schema/schema';
import { rubrics } from '../arbitrary/any-rubric';
import { runs } from '../arbitrary/runs';
import { now } from '../builders/signals-of';
import { backlogs, previewOf, type AnyBacklog } from './a-backlog';

/** Another rubric that asks the same of an issue. */
const draftOf = (rubric: Rubric): fc.Arbitrary<Rubric> =>
  fc
    .record({
      weights: fc.array(fc.integer({ min: 1, max: 90_000 }), {
        minLength: rubric.criteria.length,
        maxLength: rubric.criteria.length,
      }),
      lambda: fc.integer({ min: 0, max: 10 }),
      bands: fc.tuple(fc.nat(30), fc.nat(30)),
      k: fc.constantFrom(0, rubric.effort.k, 0.7),
      lanes: fc.constantFrom(rubric.lanes, [...rubric.lanes].reverse()),
    })
    .map(({ weights, lambda, bands: [low, high], k, lanes }) => ({
      ...rubric,
      lanes,
      criteria: rubric.criteria.map((one, at) => ({ ...one, weight: (weights[at] ?? 1) / 1000 })),
      // A method that has effort or urgency among its own criteria leaves those of the rubric switched off.
      effort: { ...rubric.effort, k: has(rubric, 'effort') ? 0 : k },
      urgency: { ...rubric.urgency, lambda: has(rubric, 'urgency') ? 0 : lambda / 10 },
      bands: { canWait: low, soon: low + 20, immediate: low + 21 + high },
    }));

const has = ({ criteria }: Rubric, id: string): boolean => criteria.some((one) => one.id === id);

const cases = (options: { readonly pending?: boolean } = {}) =>
  rubrics.chain((rubric) =>
    fc.record({
      rubric: fc.constant(rubric),
      draft: draftOf(rubric),
      backlog: backlogs(rubric, options),
    }),
  );
const few = { numRuns: Math.ceil(runs.numRuns / 15) };

/** Each issue by itself, as the engine scores it when it comes alone. */
function oneByOne({ issues, outside }: AnyBacklog, rubric: Rubric) {
  const plan = planScoring(rubric);
  const nodes = new Map(
    issues.map(({ issueId, signals, blocks }) => {
      const { own, ownLow, ownHigh } = scoreWithPlan(plan, signals, now, null);
      return [issueId, { own, low: ownLow, high: ownHigh, blocks, open: true }] as const;
    }),
  );
  return new Map(
    issues.map(({ issueId, signals }) => [
      issueId,
      scoreWithPlan(
        plan,
        signals,
        now,
        inheritedFrom(issueId, (id) => nodes.get(id) ?? outside.get(id)),
      ),
    ]),
  );
}

function addUp<T extends string>({ flows, totals }: Flows<T>, { issues, pending }: Preview): void {
  expect(flows.reduce((sum, flow) => sum + flow.issues, 0)).toBe(issues);
  expect(flows.reduce((sum, { to, issues: some }) => (to === PENDING ? sum + some : sum), 0)).toBe(
    pending.issues,
  );
  for (const { of, before, after } of totals) {
    expect(before).toBe(
      flows.reduce((sum, { from, issues: some }) => (from === of ? sum + some : sum), 0),
    );
    expect(after).toBe(
      flows.reduce((sum, { to, issues: some }) => (to === of ? sum + some : sum), 0),
    );
  }
}

describe('the preview of a backlog', () => {
  it('has rows and columns that add up to the issues', () => {
    fc.assert(
      fc.property(cases({ pending: true }), ({ rubric, draft, backlog }) => {
        const preview = previewOf(backlog, rubric, draft);
        expect(preview.issues).toBe(backlog.issues.length);
        addUp(preview.lanes, preview);
        addUp(preview.bands, preview);
        const work = backlog.issues.filter(
          ({ signals }) => signals.issue.evidenceKind === null,
        ).length;
        const counted = preview.capacity.before.lanes.reduce((sum, { issues }) => sum + issues, 0);
        const declined = preview.lanes.totals.find(({ of }) => of === 'declined')?.before ?? 0;
        expect(counted).toBeLessThanOrEqual(work);
        expect(counted).toBeGreaterThanOrEqual(work - declined);
      }),
      few,
    );
  });

  it('of the rubric in force changes nothing', () => {
    fc.assert(
      fc.property(cases(), ({ rubric, backlog }) => {
        const { lanes, bands, changes, movers, capacity, moscow, agreement } = previewOf(
          backlog,
          rubric,
          rubric,
        );
        expect([...lanes.flows, ...bands.flows].filter(({ from, to }) => from !== to)).toEqual([]);
        expect(changes).toEqual({ lane: 0, band: 0, score: 0, horizon: 0, any: 0 });
        expect(movers).toEqual([]);
        expect(capacity.after).toEqual(capacity.before);
        expect(moscow.after).toEqual(moscow.before);
        expect(agreement?.value ?? 1).toBe(1);
      }),
      few,
    );
  });

  it('is what each issue comes to when it is scored by itself, blockers and circles included', () => {
    fc.assert(
      fc.property(cases(), ({ rubric, draft, backlog }) => {
        const preview = previewOf(backlog, rubric, draft);
        const [before, after] = [oneByOne(backlog, rubric), oneByOne(backlog, draft)];
        const moved = [...before].filter(([id, card]) => card.score !== after.get(id)?.score);
        expect(preview.changes.score).toBe(moved.length);
        expect(preview.changes.lane).toBe(
          [...before].filter(([id, card]) => card.lane !== after.get(id)?.lane).length,
        );
        expect(preview.changes.horizon).toBe(
          [...before].filter(([id, card]) => card.horizon !== after.get(id)?.horizon).length,
        );
        for (const mover of preview.movers) {
          const [was, is] = [before.get(mover.issueId), after.get(mover.issueId)];
          expect(mover.before).toEqual({ score: was?.score, band: was?.band, lane: was?.lane });
          expect(mover.after).toEqual({ score: is?.score, band: is?.band, lane: is?.lane });
        }
        expect(new Set(preview.movers.map(({ issueId }) => issueId)).size).toBe(
          preview.movers.length,
        );
        expect(moved.every(([id]) => preview.movers.some(({ issueId }) => issueId === id))).toBe(
          true,
        );
      }),
      few,
    );
  });

  it('names movers from the furthest down, each with reasons that add up to its change', () => {
    fc.assert(
      fc.property(cases(), ({ rubric, draft, backlog }) => {
        const { movers } = previewOf(backlog, rubric, draft);
        const distances = movers.map(({ change }) => Math.abs(change));
        expect(distances).toEqual([...distances].sort((a, b) => b - a));
        for (const { before, after, change, why } of movers) {
          expect(Math.round(((after.score ?? 0) - (before.score ?? 0)) * 10)).toBe(
            Math.round(change * 10),
          );
          expect(why.reduce((sum, one) => sum + Math.round(one.change * 10), 0)).toBe(
            Math.round(change * 10),
          );
        }
      }),
      few,
    );
  });

  it('does not depend on the order in which issues come', () => {
    fc.assert(
      fc.property(cases({ pending: true }), ({ rubric, draft, backlog }) => {
        expect(
          previewOf({ ...backlog, issues: backlog.issues.toReversed() }, rubric, draft),
        ).toEqual(previewOf(backlog, rubric, draft));
      }),
      few,
    );
  });

  it('leaves open what is pending and whatever waits for it, and nothing else', () => {
    fc.assert(
      fc.property(cases({ pending: true }), ({ rubric, draft, backlog }) => {
        const links = new Map<
          string,
          { readonly open: boolean; readonly blocks: readonly string[] }
        >([
          ...backlog.outside,
          ...backlog.issues.map(
            (one) => [one.issueId, { open: true, blocks: one.blocks }] as const,
          ),
        ]);
        const pending = new Set(
          backlog.issues.flatMap((one) => (one.pending ? [one.issueId] : [])),
        );
        const reaches = (id: string, seen: Set<string>): boolean => {
          if (pending.has(id)) return true;
          if (seen.has(id) || links.get(id)?.open !== true) return false;
          seen.add(id);
          return links.get(id)?.blocks.some((next) => reaches(next, seen)) === true;
        };
        const left = new Set<string>();
        previewOf(backlog, rubric, draft, (id, _before, after) => {
          if (after === null) left.add(id);
        });
        expect([...left].sort()).toEqual(
          backlog.issues
            .map(({ issueId }) => issueId)
            .filter((id) => reaches(id, new Set()))
            .sort(),
        );
      }),
      few,
    );
  });

  it('says of no criterion that it does nothing while taking it away would change a score or a lane', () => {
    fc.assert(
      fc.property(cases(), ({ rubric, backlog }) => {
        const { criteria } = previewOf(backlog, rubric, rubric);
        expect(criteria.map(({ id }) => id)).toEqual(rubric.criteria.map(({ id }) => id));
        if (
          rubric.method.kind === 'formula' ||
          rubric.method.kind === 'matrix' ||
          rubric.criteria.length === 1
        )
          return;
        const whole = oneByOne(backlog, rubric);
        for (const { id, idle, filled, of } of criteria) {
          expect(filled).toBeLessThanOrEqual(of);
          if (idle === null) continue;
          const without = oneByOne(backlog, {
            ...rubric,
            criteria: rubric.criteria.filter((one) => one.id !== id),
          });
          for (const [issueId, { score, lane }] of whole)
            expect([without.get(issueId)?.score, without.get(issueId)?.lane]).toEqual([
              score,
              lane,
            ]);
        }
      }),
      few,
    );
  });
});
