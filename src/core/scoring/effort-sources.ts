import type { Rubric } from '../rubric/schema/schema';

/**
 * Where an issue's effort is kept. A method that divides by a cost of its own has said there what effort is (RICE's effort, WSJF's
 * job size, CD3's duration): lanes, capacity and MoSCoW then reckon by the same number, and not by an estimate beside it.
 */
export function effortSources({
  method,
  effort,
  criteria,
}: Pick<Rubric, 'method' | 'effort' | 'criteria'>): Rubric['effort']['sources'] {
  if (method.kind !== 'formula' || effort.k > 0) return effort.sources;
  const costs = criteria.flatMap(({ signal, curve }) =>
    signal.kind === 'number' && curve.kind === 'amount' && curve.direction === 'falling'
      ? [{ fields: signal.fields, perUnit: curve.per }]
      : [],
  );
  return costs.length === 1 ? costs : effort.sources;
}
