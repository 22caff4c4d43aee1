import { compile } from 'mathjs';
import type { Rubric } from '../../../src/core/rubric/schema/schema';
import type { Signals } from '../../../src/core/signals/signal';
import { benchDay, POINTS } from './backlog';

/**
 * The bench rubric as one formula for mathjs, compiled once: weighted mean over what is known, ease, urgency. Names are looked up
 * and days counted before it, in plain JavaScript, so that only arithmetic is left to it.
 */
export function mathjsScorer(rubric: Rubric): (signals: Signals) => number {
  const formula = compile(formulaOf(rubric));
  const fill = filler(rubric);
  const scope: Record<string, number> = {};
  return (signals) => {
    fill(signals, scope);
    return formula.evaluate(scope) as number;
  };
}

function formulaOf({ criteria, effort, urgency }: Rubric): string {
  const points = criteria.map(({ curve }, at) => {
    switch (curve.kind) {
      case 'saturating':
        return `100 * (1 - 2 ^ (-x${at} / ${curve.half}))`;
      case 'log':
        return `100 * log(1 + x${at}) / ${Math.log1p(curve.full)}`;
      case 'linear':
        return `max(0, min(100, 100 * x${at} / ${curve.to.x}))`;
      case 'dateRamp':
        return `max(0, min(100, 100 * (${curve.none} - x${at}) / ${curve.none - curve.full}))`;
      default:
        return `x${at}`;
    }
  });
  const value = `(${points.map((one, at) => `w${at} * ${one}`).join(' + ')}) / (${criteria.map((_, at) => `w${at}`).join(' + ')})`;
  const ease = `min(1, (${effort.e0} / min(${effort.max}, max(${effort.min}, effort))) ^ ${effort.k})`;
  const worth = `(${value}) * ${ease}`;
  return `100 - (100 - ${worth}) * (1 - ${urgency.lambda} * max(due, incident))`;
}

/** Puts an issue's inputs where the formula looks for them; a weight of 0 leaves out what is unknown. */
function filler({
  criteria,
  effort,
  urgency,
  evidence,
}: Rubric): (signals: Signals, scope: Record<string, number>) => void {
  const today = Math.floor(benchDay.getTime() / 86_400_000);
  const daysUntil = (text: string): number => Math.floor(Date.parse(text) / 86_400_000) - today;
  const { due } = urgency;
  const inputs = criteria.map(({ id, signal, curve, weight }) => {
    const key =
      'fields' in signal ? `${signal.kind}:${(signal.fields?.[0] ?? '').toLowerCase()}` : id;
    const points = new Map(curve.kind === 'table' ? Object.entries(curve.values) : []);
    return { key, weight, points, kind: signal.kind };
  });
  return (signals, scope) => {
    let severity = 6;
    let incidentWeight = 0;
    for (const piece of signals.evidence) {
      const own = piece.severity ?? 3;
      if (piece.open) severity = Math.min(severity, own);
      incidentWeight +=
        evidence.incidents.weights[own] *
        (piece.open ? 1 : 2 ** (daysUntil(piece.at) / evidence.halfLifeDays));
    }
    inputs.forEach(({ key, weight, points, kind }, at) => {
      let input: number | undefined;
      if (kind === 'workType') input = points.get(signals.issue.type);
      else if (kind === 'incidents') input = incidentWeight;
      else if (kind === 'blocks') input = signals.blocks.length;
      else {
        const reading = signals.readings[key];
        const found = reading?.state === 'known' ? reading.value : undefined;
        if (typeof found === 'number') input = found;
        else if (typeof found === 'string')
          input = kind === 'date' ? daysUntil(found) : points.get(found);
      }
      scope[`x${at}`] = input ?? 0;
      scope[`w${at}`] = input === undefined ? 0 : weight;
    });
    const points = signals.readings[POINTS];
    scope['effort'] =
      points?.state === 'known' && typeof points.value === 'number' ? points.value : effort.default;
    const days = signals.issue.due === null ? Infinity : daysUntil(signals.issue.due);
    scope['due'] = due.top * Math.min(1, Math.max(0, (due.none - days) / (due.none - due.full)));
    scope['incident'] = severity > 5 ? 0 : urgency.severity[severity as 1];
  };
}
