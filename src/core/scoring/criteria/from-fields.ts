import { sameName } from '../../text/same-name';
import type { Answer } from '../../signals/reading-key';
import type { Reading } from '../../issue/reading';
import type { Place } from '../../provenance/place';
import { dayNumberOf } from '../../time/utc-day';
import { blank, fromCurve, inWords, named, plainly, type Measured } from './measured';
import type { CriterionPlan } from './criterion-plan';

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
    return blank(plan, { kind: 'saysNone', place: placeOf(plan, found) });
  const points = plan.curve.at(value);
  if (points === null)
    return {
      state: 'unknown',
      plan,
      why: {
        kind: 'notInTable',
        given: isOfPeople(plan)
          ? 'a person'
          : (typeof value === 'string' ? value : value.join(', ')).slice(0, 60),
      },
    };
  return {
    state: 'known',
    plan,
    points,
    amount: null,
    described: () => {
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

/** Their account ids say nothing to those who read reasons and logs, and are nobody's to read there. */
function isOfPeople({ criterion }: CriterionPlan): boolean {
  return criterion.signal.kind === 'user';
}

/** In the rubric's spelling, so that no text of the issue gets into the reasons. */
function spelledOut(plan: CriterionPlan, value: string | readonly string[]): string {
  if (isOfPeople(plan)) {
    const listed = [value].flat().some((name) => plan.curve.spelled(name) !== null);
    return listed ? 'a person in the table' : 'another';
  }
  if (typeof value === 'string') return plan.curve.spelled(value) ?? 'another';
  const names = value.flatMap((name) => plan.curve.spelled(name) ?? []);
  return names.length === 0 ? 'another' : names.join(', ');
}

export function measureNumber(plan: CriterionPlan, reading: Answer): Measured {
  if (!isKnown(reading)) return notKnown(plan, reading);
  const { value } = reading;
  if (typeof value !== 'number') return { state: 'unknown', plan, why: { kind: 'noNumber' } };
  return fromCurve(plan, value, () => ({
    value,
    phrase: inWords(plan, value),
    from: fromOf(plan, reading),
  }));
}

/** Days until the date. */
export function measureDate(plan: CriterionPlan, reading: Answer, today: number): Measured {
  return whenDay(plan, reading, (day, at, place) =>
    fromCurve(plan, day - today, () => ({
      value: at,
      phrase: inWords(plan, at),
      from: [{ ...place, at }],
    })),
  );
}

/** Days until the agreement is breached. */
export function measureAgreement(plan: CriterionPlan, reading: Answer, today: number): Measured {
  if (typeof reading === 'object' && reading.state === 'empty')
    return withoutAgreement(plan, reading);
  return whenDay(plan, reading, (day, at, place) => {
    const days = day - today;
    return fromCurve(plan, days, () => named(plan, { kind: 'daysLeft', days }, [{ ...place, at }]));
  });
}

function withoutAgreement(
  plan: CriterionPlan,
  { because }: Extract<Reading, { readonly state: 'empty' }>,
): Measured {
  const none = { kind: 'noAgreement', ...(because !== undefined && { why: because }) } as const;
  return blank(plan, none, none);
}

/** Days since the date. */
export function measureSince(plan: CriterionPlan, reading: Answer, today: number): Measured {
  return whenDay(plan, reading, (day, at, place) => {
    const count = Math.max(0, today - day);
    return fromCurve(plan, count, () => named(plan, { kind: 'days', count }, [{ ...place, at }]));
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
      ? { state: 'unknown', plan, why: { kind: 'noNumber' } }
      : notKnown(plan, votes);
  return fromCurve(plan, (votesCast ?? 0) + watcher * (watching ?? 0), () =>
    plainly({ kind: 'interest', votes: votesCast ?? 0, watchers: watching ?? 0 }, [
      ...(votesCast === null ? [] : [VOTES]),
      ...(watching === null ? [] : [WATCHERS]),
    ]),
  );
}

/** The keys of the issues at the other ends. */
export function measureLinks(plan: CriterionPlan, reading: Answer): Measured {
  if (!isKnown(reading))
    return typeof reading === 'object' && reading.state === 'empty'
      ? blank(plan, { kind: 'noLink' })
      : notKnown(plan, reading);
  const keys = [reading.value].flat().map(String);
  return fromCurve(plan, keys.length, () =>
    named(
      plan,
      { kind: 'links', count: keys.length },
      keys.map((key) => ({ kind: 'linked', ref: { key } })),
    ),
  );
}

const VOTES: Place = { kind: 'field', names: ['Votes'] };
const WATCHERS: Place = { kind: 'field', names: ['Watchers'] };

function countIn(answer: Answer): number | null {
  return typeof answer === 'object' && answer.state === 'known' && typeof answer.value === 'number'
    ? answer.value
    : null;
}

function whenDay(
  plan: CriterionPlan,
  reading: Answer,
  read: (day: number, at: string, place: Place) => Measured,
): Measured {
  if (!isKnown(reading)) return notKnown(plan, reading);
  const day = typeof reading.value === 'string' ? dayNumberOf(reading.value) : null;
  return day === null
    ? { state: 'unknown', plan, why: { kind: 'noDate' } }
    : read(day, String(reading.value), placeOf(plan, reading));
}

function isKnown(reading: Answer): reading is KnownReading {
  return typeof reading === 'object' && reading.state === 'known';
}

function notKnown(plan: CriterionPlan, reading: Exclude<Answer, KnownReading>): Measured {
  if (reading === undefined) return { state: 'unknown', plan, why: { kind: 'notRead' } };
  if (reading === 'absent')
    return plan.criterion.ifSiteHas
      ? { state: 'left out' }
      : { state: 'unknown', plan, why: { kind: 'noPlace', place: plan.place } };
  return reading.state === 'empty'
    ? blank(plan, { kind: 'empty', place: plan.place })
    : { state: 'unknown', plan, why: { kind: 'unreadable', says: reading.why } };
}

function fromOf(plan: CriterionPlan, { field }: Pick<KnownReading, 'field'>): readonly Place[] {
  return field === undefined
    ? plan.from
    : (plan.fromField.get(field) ?? [{ kind: 'field', names: [field] }]);
}

function placeOf(plan: CriterionPlan, { field }: Pick<KnownReading, 'field'>): Place {
  return field === undefined ? plan.place : { kind: 'field', names: [field] };
}
