import type { Rubric } from '../rubric/schema/schema';
import { answerIn, type Answer } from '../signals/reading-key';
import type { Signals } from '../signals/signal';
import type { Why } from '../provenance/why';
import { GREATEST } from '../curves/limits';

/** What of a rubric made ready the effort is read by. */
export interface EffortPlan {
  readonly rubric: Rubric;
  readonly effortKeys: readonly { readonly key: string; readonly perUnit: number }[];
  /** Ease at the smallest and at the largest effort the rubric allows. */
  readonly easiest: number;
  readonly hardest: number;
}

/** How hard the issue is. `assumed` says why the rubric's default was taken; the ease is then open between two bounds. */
export interface Effort {
  readonly amount: number;
  readonly ease: number;
  readonly lowestEase: number;
  readonly highestEase: number;
  readonly assumed: Why | null;
  readonly field: string | null;
}

/** E = min(1, (e0/e)^k) with the effort held within the rubric's bounds; 0 < E ≤ 1. */
export function easeOf(
  effort: number,
  { e0, k, min, max }: Pick<Rubric['effort'], 'e0' | 'k' | 'min' | 'max'>,
): number {
  return Math.min(1, (e0 / Math.min(max, Math.max(min, effort))) ** k);
}

export function effortOf(signals: Signals, plan: EffortPlan): Effort {
  const settings = plan.rubric.effort;
  let why: Why | null = null;
  let siteHas = false;
  for (const { key, perUnit } of plan.effortKeys) {
    const reading = answerIn(signals, key);
    if (
      typeof reading === 'object' &&
      reading.state === 'known' &&
      typeof reading.value === 'number' &&
      reading.value >= 0
    ) {
      const amount = Math.min(GREATEST, reading.value / perUnit);
      const ease = easeOf(amount, settings);
      return {
        amount,
        ease,
        lowestEase: ease,
        highestEase: ease,
        assumed: null,
        field: reading.field ?? null,
      };
    }
    siteHas ||= reading !== 'absent';
    why ??= reasonAgainst(reading);
  }
  const ease = easeOf(settings.default, settings);
  // What the site has no field for, nobody can answer: it is assumed and said, and leaves nothing open.
  if (!siteHas) {
    return {
      amount: settings.default,
      ease,
      lowestEase: ease,
      highestEase: ease,
      assumed: { kind: 'noEffortField' },
      field: null,
    };
  }
  return {
    amount: settings.default,
    ease,
    lowestEase: plan.hardest,
    highestEase: plan.easiest,
    assumed: why ?? { kind: 'notEstimated' },
    field: null,
  };
}

function reasonAgainst(reading: Answer): Why | null {
  if (typeof reading !== 'object') return null;
  if (reading.state === 'unknown') return { kind: 'unreadable', says: reading.why };
  if (reading.state === 'known') return { kind: 'noEffort', field: reading.field ?? 'effort' };
  return null;
}
