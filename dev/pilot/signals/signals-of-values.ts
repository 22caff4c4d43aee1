import type { Criterion, Rubric } from '../../../src/core/rubric/schema/schema';
import { planScoring } from '../../../src/core/scoring/plan';
import { type CriterionPlan } from '../../../src/core/scoring/criteria/criterion-plan';
import { askedByEffort, questionsOf, readingKey } from '../../../src/core/signals/reading-key';
import type { Reading } from '../../../src/core/issue/reading';
import type { Signals } from '../../../src/core/signals/signal';
import { BadArguments } from '../arguments';

type Given = Readonly<Record<string, unknown>>;

/**
 * An open issue that holds the values given, each by its criterion's id or label. What is left out, null or '' is a field that nobody filled.
 * @throws BadArguments naming every value that makes no sense.
 */
export function signalsOfValues(values: Given, rubric: Rubric): Signals {
  const { criteria } = planScoring(rubric);
  const plans = new Map(criteria.map((plan) => [plan.criterion.id, plan]));
  const labelled = new Map(criteria.map((plan) => [plan.criterion.label.toLowerCase(), plan]));
  const problems: string[] = [];
  const readings: Record<string, Reading> = Object.fromEntries(
    questionsOf(rubric).map((question) => [readingKey(question), { state: 'empty' }]),
  );
  const votes: Record<
    string,
    readonly { readonly by: string; readonly value: number; readonly at: string }[]
  > = {};
  const names = new Map<CriterionPlan | undefined, string>();
  let type = 'Task';
  for (const [name, given] of Object.entries(values)) {
    const plan = plans.get(name) ?? labelled.get(name.trim().toLowerCase());
    const effort =
      plan === undefined && name === 'effort' && rubric.effort.k > 0
        ? rubric.effort.sources[0]
        : undefined;
    if (plan === undefined && effort === undefined) {
      problems.push(
        `no criterion is called "${name}": use ${[...plans.keys(), ...(rubric.effort.k > 0 ? ['effort'] : [])].join(', ')}`,
      );
      continue;
    }
    const before = names.get(plan);
    if (before !== undefined) problems.push(`${name}: given already, as ${before}`);
    names.set(plan, name);
    if (given === null || given === '') continue;
    const value = plan === undefined ? effortIn(given) : valueIn(plan, given, rubric.method);
    if (typeof value === 'object') problems.push(`${name}: ${value.problem}`);
    else if (plan === undefined)
      readings[readingKey(askedByEffort({ fields: effort?.fields ?? [], in: effort?.in }))] = {
        state: 'known',
        value: typeof value === 'number' ? value * (effort?.perUnit ?? 1) : value,
      };
    else if (plan.criterion.signal.kind === 'workType') type = String(value);
    else if (plan.criterion.signal.kind === 'rating')
      votes[plan.criterion.id] = [{ by: 'pilot', value: Number(value), at: '1970-01-01' }];
    else if (plan.key === null || plan.criterion.signal.kind === 'links')
      problems.push(`${name}: follows from links and evidence, so no value can be given for it`);
    else readings[plan.key] = { state: 'known', value };
  }
  if (problems.length > 0)
    throw new BadArguments(
      ['The signals make no sense:', ...problems.map((problem) => `  ${problem}`)].join('\n'),
      { showUsage: false },
    );
  return {
    issue: {
      id: '1',
      key: 'PILOT-1',
      project: 'PILOT',
      type,
      level: 0,
      status: 'Open',
      category: 'new',
      labels: [],
      created: '1970-01-01',
      due: null,
      inActiveSprint: false,
      hasRelease: false,
      evidenceKind: null,
      followUp: false,
    },
    readings,
    absent: [],
    evidence: [],
    blocks: [],
    blockedBy: [],
    ...(Object.keys(votes).length === 0 ? {} : { votes }),
  };
}

type Value = number | string | { readonly problem: string };

const texts = new Set<Criterion['signal']['kind']>([
  'priority',
  'option',
  'user',
  'date',
  'workType',
  'sprint',
]);

function valueIn(plan: CriterionPlan, given: unknown, method: Rubric['method']): Value {
  const { curve, signal } = plan.criterion;
  if (typeof given === 'string' && texts.has(signal.kind)) {
    return signal.kind === 'date' ||
      plan.blank.has(given.trim().toLowerCase()) ||
      plan.curve.at(given) !== null
      ? given
      : { problem: `"${given}" is no name that the rubric knows` };
  }
  if (texts.has(signal.kind)) return { problem: `${JSON.stringify(given)} is not text` };
  const number =
    curve.kind === 'amount' && curve.per === 100 ? percentIn(given, curve.max === 1) : given;
  if (typeof number !== 'number' || !Number.isFinite(number))
    return {
      problem: `${typeof given === 'number' ? given : JSON.stringify(given)} is not a number`,
    };
  const scale = scaleOf(plan.criterion, method);
  if (scale !== null && !(number >= scale.from && number <= scale.to))
    return { problem: `${number} is not on the rubric's scale, ${scale.from} to ${scale.to}` };
  if (curve.kind !== 'amount') return number;
  if (plan.curve.at(number) === null)
    return { problem: plan.curve.refusal?.(number) ?? `${number} cannot be read` };
  // In Jira it would be held there, and its line would say so; who types a value is better told at once.
  const held = plan.curve.shown?.(number).clamped ?? null;
  const most = curve.max === undefined ? 'what is reckoned with' : "the rubric's most";
  return held === null
    ? number
    : { problem: `${String(given)} is more than ${most}, ${plan.curve.high * curve.per}` };
}

/** What a criterion is rated on; null where any number makes sense. */
function scaleOf(
  { signal, curve }: Criterion,
  method: Rubric['method'],
): { readonly from: number; readonly to: number } | null {
  if (signal.kind === 'rating') return { from: signal.min, to: signal.max };
  if (method.kind !== 'weighted' || curve.kind !== 'linear') return null;
  const { from, to } = method.scale;
  return curve.from.x === from && curve.to.x === to ? { from, to } : null;
}

/** Text such as `80%`, in the unit of the field: of a share the share, so that 1 % is not taken for all of it. Everything else as it is. */
function percentIn(given: unknown, isShare: boolean): unknown {
  const text =
    typeof given === 'string' ? /^\s*(\d+(?:\.\d+)?)\s*%\s*$/u.exec(given)?.[1] : undefined;
  if (text === undefined) return given;
  return isShare && Number(text) < 2 ? Number(text) / 100 : Number(text);
}

function effortIn(given: unknown): Value {
  return typeof given === 'number' && Number.isFinite(given) && given > 0
    ? given
    : { problem: `${JSON.stringify(given)} is no effort: give a number above 0` };
}
