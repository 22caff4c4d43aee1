import { sameName } from '../../text/same-name';
import type { Answer } from '../../signals/reading-key';
import type { Provenance, Reading } from '../../issue/reading';
import { dayNumberOf } from '../../time/utc-day';
import { blank, fromCurve, inWords, type Measured } from './measured';
import type { CriterionPlan } from './criterion-plan';
import { counted } from '../../text/wording';

const NONE_RUNS = 'no agreement runs';

type KnownReading = Extract<Reading, { readonly state: 'known' }>;

/** Of a cascading option the whole path, or else its first part; only then what the table gives all others. */
export function measureNamed(plan: CriterionPlan, reading: Answer): Measured {
  if (!isKnown(reading)) return notKnown(plan, reading);
  const value = typeof reading.value === 'number' ? String(reading.value) : reading.value;
  const { parent } = reading;
  if (parent === undefined || isListed(plan, String(value)))
    return measureName(plan, value, reading);
  return measureName(
    plan,
    isListed(plan, parent) || plan.curve.at(value) === null ? parent : value,
    reading,
  );
}

/** Of several names those in the table count, and only where none is there all others; names that mean blank never do. */
export function measureName(
  plan: CriterionPlan,
  given: string | readonly string[],
  found: Pick<KnownReading, 'field'>,
): Measured {
  const value = typeof given === 'string' ? given : telling(plan, given);
  if (typeof value === 'string' ? isBlank(plan, value) : value.length === 0)
    return blank(plan, `${sourceOf(plan, found)} says none`);
  const points = plan.curve.at(value);
  if (points === null)
    return {
      state: 'unknown',
      plan,
      why: `"${(typeof value === 'string' ? value : value.join(', ')).slice(0, 60)}" is not in the rubric's table`,
    };
  return {
    state: 'known',
    plan,
    points,
    amount: null,
    told: () => {
      const spelled = spelledOut(plan, value);
      return { value: spelled, phrase: inWords(plan, spelled), from: fromOf(plan, found) };
    },
  };
}

function telling(plan: CriterionPlan, names: readonly string[]): readonly string[] {
  const filled = names.filter((name) => !isBlank(plan, name));
  const inTable = filled.filter((name) => plan.curve.spelled(name) !== null);
  return inTable.length === 0 ? filled : inTable;
}

function isListed(plan: CriterionPlan, name: string): boolean {
  return isBlank(plan, name) || plan.curve.spelled(name) !== null;
}

function isBlank(plan: CriterionPlan, name: string): boolean {
  return plan.blank.size > 0 && plan.blank.has(sameName(name));
}

/** In the rubric's spelling, so that no text of the issue gets into the reasons. */
function spelledOut(plan: CriterionPlan, value: string | readonly string[]): string {
  if (typeof value === 'string') return plan.curve.spelled(value) ?? 'another';
  const names = value.flatMap((name) => plan.curve.spelled(name) ?? []);
  return names.length === 0 ? 'another' : names.join(', ');
}

export function measureNumber(plan: CriterionPlan, reading: Answer): Measured {
  if (!isKnown(reading)) return notKnown(plan, reading);
  const { value } = reading;
  if (typeof value !== 'number') return { state: 'unknown', plan, why: 'it holds no number' };
  return fromCurve(plan, value, () => ({
    value,
    phrase: inWords(plan, value),
    from: fromOf(plan, reading),
  }));
}

/** Days until the date. */
export function measureDate(plan: CriterionPlan, reading: Answer, today: number): Measured {
  return whenDay(plan, reading, (day, text, source) =>
    fromCurve(plan, day - today, () => ({
      value: text,
      phrase: inWords(plan, text),
      from: [{ text: source, at: text }],
    })),
  );
}

/** Days until the agreement is breached. */
export function measureAgreement(plan: CriterionPlan, reading: Answer, today: number): Measured {
  if (typeof reading === 'object' && reading.state === 'empty')
    return blank(plan, reading.because ?? NONE_RUNS, reading.because ?? NONE_RUNS);
  return whenDay(plan, reading, (day, text, source) => {
    const left = day - today;
    const words =
      left === 0
        ? 'time is up today'
        : left > 0
          ? `${counted(left, 'day')} left`
          : `passed ${counted(-left, 'day')} ago`;
    return fromCurve(plan, left, () => ({
      value: words,
      phrase: inWords(plan, words),
      from: [{ text: source, at: text }],
    }));
  });
}

/** Days since the date. */
export function measureSince(plan: CriterionPlan, reading: Answer, today: number): Measured {
  return whenDay(plan, reading, (day, text, source) => {
    const words = counted(Math.max(0, today - day), 'day');
    return fromCurve(plan, Math.max(0, today - day), () => ({
      value: words,
      phrase: inWords(plan, words),
      from: [{ text: source, at: text }],
    }));
  });
}

/** Votes and watchers in one number; what the site does not show of the two counts for nothing. */
export function measureInterest(
  plan: CriterionPlan,
  votes: Answer,
  watchers: Answer,
  watcher: number,
): Measured {
  const [votesCast, watching] = [countIn(votes), countIn(watchers)];
  if (votesCast === null && watching === null)
    return isKnown(votes)
      ? { state: 'unknown', plan, why: 'it holds no number' }
      : notKnown(plan, votes);
  return fromCurve(plan, (votesCast ?? 0) + watcher * (watching ?? 0), () => {
    const words = `${counted(votesCast ?? 0, 'vote')}, ${counted(watching ?? 0, 'watcher')}`;
    const from = [
      ...(votesCast === null ? [] : [{ text: 'field "Votes"' }]),
      ...(watching === null ? [] : [{ text: 'field "Watchers"' }]),
    ];
    return { value: words, phrase: words, from };
  });
}

function countIn(answer: Answer): number | null {
  return typeof answer === 'object' && answer.state === 'known' && typeof answer.value === 'number'
    ? answer.value
    : null;
}

function whenDay(
  plan: CriterionPlan,
  reading: Answer,
  read: (day: number, text: string, source: string) => Measured,
): Measured {
  if (!isKnown(reading)) return notKnown(plan, reading);
  const day = typeof reading.value === 'string' ? dayNumberOf(reading.value) : null;
  return day === null
    ? { state: 'unknown', plan, why: 'it holds no date' }
    : read(day, String(reading.value), sourceOf(plan, reading));
}

function isKnown(reading: Answer): reading is KnownReading {
  return typeof reading === 'object' && reading.state === 'known';
}

function notKnown(plan: CriterionPlan, reading: Exclude<Answer, KnownReading>): Measured {
  if (reading === undefined)
    return { state: 'unknown', plan, why: 'not read since the rubric asks for it' };
  if (reading === 'absent')
    return plan.criterion.ifSiteHas
      ? { state: 'left out' }
      : { state: 'unknown', plan, why: `this site has no ${plan.source}` };
  return reading.state === 'empty'
    ? blank(plan, `${plan.source} is empty`)
    : { state: 'unknown', plan, why: reading.why };
}

function fromOf(
  plan: CriterionPlan,
  { field }: Pick<KnownReading, 'field'>,
): readonly Provenance[] {
  return field === undefined
    ? plan.from
    : (plan.fromField.get(field) ?? [{ text: `field "${field}"` }]);
}

function sourceOf(plan: CriterionPlan, { field }: Pick<KnownReading, 'field'>): string {
  return field === undefined ? plan.source : `field "${field}"`;
}
