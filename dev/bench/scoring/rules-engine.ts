import { Engine } from 'json-rules-engine';
import type { Rubric } from '../../../src/core/rubric/schema/schema';
import { dayNumber } from '../../../src/core/time/utc-day';
import { measure } from '../../../src/core/scoring/criteria/measure';
import { planScoring } from '../../../src/core/scoring/plan';
import {
  weighEvidence,
  type EvidenceTotals,
} from '../../../src/core/scoring/evidence/evidence-totals';
import type { Signals } from '../../../src/core/signals/signal';
import { benchDay, POINTS } from './backlog';

interface Found {
  readonly weight: number;
  readonly points: number;
}

/**
 * The bench rubric as rules: one for each criterion that holds when the issue has points by it, one for the effort, one for the
 * urgency. What a rule cannot work out, curves above all, is a fact that a function computes.
 */
export function rulesEngineScorer(rubric: Rubric): (signals: Signals) => Promise<number> {
  const engine = new Engine([], { allowUndefinedFacts: true });
  const { effort, urgency } = rubric;
  const today = dayNumber(benchDay);
  engine.addFact('testimony', async (_, almanac) =>
    weighEvidence(await almanac.factValue<Signals>('signals'), rubric, today),
  );
  planScoring(rubric).criteria.forEach((plan) => {
    const { criterion } = plan;
    engine.addFact(criterion.id, async (_, almanac) => {
      const signals = await almanac.factValue<Signals>('signals');
      const totals = await almanac.factValue<EvidenceTotals>('testimony');
      const measured = measure(plan, { signals, totals, rubric, today });
      return measured.state === 'known' ? measured.points / 10 : -1;
    });
    engine.addRule({
      conditions: { all: [{ fact: criterion.id, operator: 'greaterThanInclusive', value: 0 }] },
      event: {
        type: 'points',
        params: { weight: criterion.weight, points: { fact: criterion.id } },
      },
    });
  });
  const table = new Map<string, number>();
  engine.addFact('effort', async (_, almanac) => {
    const reading = (await almanac.factValue<Signals>('signals')).readings[POINTS];
    return reading?.state === 'known' ? reading.value : effort.default;
  });
  engine.addRule({
    conditions: { all: [{ fact: 'effort', operator: 'greaterThan', value: 0 }] },
    event: { type: 'effort', params: { amount: { fact: 'effort' } } },
  });
  for (const severity of [1, 2, 3, 4, 5] as const)
    table.set(`SEV${severity}`, urgency.severity[severity]);
  engine.addFact('worst', async (_, almanac) => {
    const open = (await almanac.factValue<Signals>('signals')).evidence
      .filter((piece) => piece.open)
      .map(({ severity }) => severity ?? 3);
    return open.length === 0 ? 'none' : `SEV${Math.min(...open)}`;
  });
  engine.addRule({
    conditions: { all: [{ fact: 'worst', operator: 'in', value: [...table.keys()] }] },
    event: { type: 'urgency', params: { worst: { fact: 'worst' } } },
  });
  engine.addFact('days', async (_, almanac) => {
    const { due } = (await almanac.factValue<Signals>('signals')).issue;
    return due === null
      ? 1e9
      : Math.floor(Date.parse(due) / 86_400_000) - Math.floor(benchDay.getTime() / 86_400_000);
  });
  engine.addRule({
    conditions: { all: [{ fact: 'days', operator: 'lessThan', value: urgency.due.none }] },
    event: { type: 'due', params: { days: { fact: 'days' } } },
  });
  return async (signals) => {
    const { events, almanac } = await engine.run({ signals });
    let [sum, weight, ease, most] = [0, 0, 1, 0];
    for (const { type, params } of events) {
      if (type === 'points') {
        const { weight: own, points } = params as unknown as {
          weight: number;
          points: { fact: string };
        };
        const found: Found = { weight: own, points: await almanac.factValue<number>(points.fact) };
        sum += found.weight * found.points;
        weight += found.weight;
      } else if (type === 'effort') {
        const amount = await almanac.factValue<number>('effort');
        ease = Math.min(
          1,
          (effort.e0 / Math.min(effort.max, Math.max(effort.min, amount))) ** effort.k,
        );
      } else if (type === 'urgency')
        most = Math.max(most, table.get(await almanac.factValue<string>('worst')) ?? 0);
      else
        most = Math.max(
          most,
          urgency.due.top *
            Math.min(
              1,
              (urgency.due.none - (await almanac.factValue<number>('days'))) /
                (urgency.due.none - urgency.due.full),
            ),
        );
    }
    return 100 - (100 - (sum / weight) * ease) * (1 - urgency.lambda * most);
  };
}
