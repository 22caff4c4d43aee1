import { parseArgs } from 'node:util';

export const usage = 'npm start [-- --import FILE --as-of DATE --port N --undecided]';

export interface StartOptions {
  readonly importFile: string | null;
  /** Milliseconds since the epoch; null when not given. */
  readonly asOf: number | null;
  readonly port: number;
  /** The sample before its team decided anything: no rubric of its own, no votes. */
  readonly undecided: boolean;
}

/** What a person can put right. */
export class UsageProblem extends Error {
  override readonly name = 'UsageProblem';
}

/** Reads the command line. Throws `UsageProblem` in words. */
export function readOptions(args: readonly string[]): StartOptions {
  const values = parse(args);
  const port = Number(values.port ?? '4520');
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageProblem(
      `"${values.port ?? ''}" is not a port: give a whole number from 0 to 65535.`,
    );
  return {
    importFile: values.import ?? null,
    asOf: values['as-of'] === undefined ? null : readDate(values['as-of']),
    port,
    undecided: values.undecided === true,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        import: { type: 'string' },
        'as-of': { type: 'string' },
        port: { type: 'string' },
        undecided: { type: 'boolean' },
      },
    }).values;
  } catch (problem) {
    throw new UsageProblem(
      `${problem instanceof Error ? problem.message : String(problem)}\n${usage}`,
    );
  }
}

/** A day means its noon, so that every time zone is still on it. */
function readDate(text: string): number {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const time = Date.parse(isDay ? `${text}T12:00:00Z` : text);
  if (Number.isNaN(time) || (isDay && !new Date(time).toISOString().startsWith(text))) {
    throw new UsageProblem(`"${text}" is not a date: write it as 2026-11-20.`);
  }
  return time;
}
