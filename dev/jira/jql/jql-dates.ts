import type { JqlEnvironment, JqlValue } from './jql-field';
import { JqlProblem } from './jql-problem';

const MINUTE = 60_000;
const UNITS: Readonly<Record<string, number>> = {
  m: MINUTE,
  h: 60 * MINUTE,
  d: 1440 * MINUTE,
  w: 7 * 1440 * MINUTE,
};

/** Reads a date of a query in UTC: absolute, or a period from now such as `-1d` or `4w 2d`. */
export function readJqlDate(text: string, field: string, now: number): number {
  const absolute = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?: (\d{1,2}):(\d{2}))?$/.exec(text.trim());
  if (absolute !== null) {
    const [year, , month, day, hour = '0', minute = '0'] = absolute.slice(1);
    const [hours, minutes] = [Number(hour), Number(minute)];
    const ms = Date.UTC(Number(year), Number(month) - 1, Number(day), hours, minutes);
    if (new Date(ms).getUTCDate() === Number(day) && hours < 24 && minutes < 60) return ms;
  }
  const period = readPeriod(text);
  if (period !== undefined) return now + period;
  if (/^\d{10,}$/.test(text)) return Number(text);
  throw new JqlProblem(
    `Date value '${text}' for field '${field}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`,
  );
}

function readPeriod(text: string): number | undefined {
  const signed = /^([+-]?)\s*((?:\d+[mhdw]\s*)+)$/.exec(text.trim());
  if (signed === null) return undefined;
  const total = [...(signed[2] ?? '').matchAll(/(\d+)([mhdw])/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (UNITS[unit ?? ''] ?? 0),
    0,
  );
  return signed[1] === '-' ? -total : total;
}

type Edge = 'Day' | 'Week' | 'Month' | 'Year';
/** The unit that a bare `-1` counts in. */
const NATURAL: Readonly<Record<Edge, string>> = { Day: 'd', Week: 'w', Month: 'M', Year: 'y' };

/** `now()` and the starts and ends of days, weeks (from Sunday), months and years, each with an optional step like "-1" or "2w". */
export const DATE_FUNCTIONS: Readonly<
  Record<string, (args: readonly string[], env: JqlEnvironment) => readonly JqlValue[]>
> = {
  now: (_, env) => [env.now],
  ...Object.fromEntries(
    (['Day', 'Week', 'Month', 'Year'] as const).flatMap((edge) => [
      [
        `startof${edge.toLowerCase()}`,
        (args: readonly string[], env: JqlEnvironment) => [
          startOf(edge, stepped(args[0], edge, env.now)),
        ],
      ],
      [
        `endof${edge.toLowerCase()}`,
        (args: readonly string[], env: JqlEnvironment) => [
          startOf(edge, stepped('1', edge, startOf(edge, stepped(args[0], edge, env.now)))) - 1,
        ],
      ],
    ]),
  ),
};

function stepped(step: string | undefined, edge: Edge, from: number): number {
  if (step === undefined) return from;
  const parts = /^([+-]?)(\d+)([mhdwMy]?)$/.exec(step.trim());
  if (parts === null)
    throw new JqlProblem(
      `The increment '${step}' is invalid. It is a number with an optional sign and unit, e.g. '-1' or '2w'.`,
    );
  const count = Number(parts[2]) * (parts[1] === '-' ? -1 : 1);
  const unit = parts[3] === undefined || parts[3] === '' ? NATURAL[edge] : parts[3];
  const date = new Date(from);
  if (unit === 'M') return date.setUTCMonth(date.getUTCMonth() + count);
  if (unit === 'y') return date.setUTCFullYear(date.getUTCFullYear() + count);
  return from + count * (UNITS[unit] ?? 0);
}

function startOf(edge: Edge, ms: number): number {
  const date = new Date(ms);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  if (edge === 'Year') return Date.UTC(year, 0, 1);
  if (edge === 'Month') return Date.UTC(year, month, 1);
  return Date.UTC(year, month, edge === 'Week' ? day - date.getUTCDay() : day);
}
