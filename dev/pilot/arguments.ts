import { parseArgs } from 'node:util';

export interface PilotArguments {
  readonly file: string;
  /** The moment as of which everything is scored; null takes the file's newest date. */
  readonly asOf: Date | null;
  /** Days of the past on which the backlog is scored and compared with what was fixed afterwards; null for a ranking. */
  readonly backtest: BacktestDays | null;
  readonly rubric: string | null;
  readonly supportProject: string | null;
  readonly incidentType: string | null;
  readonly output:
    | { readonly as: 'text' }
    | { readonly as: 'json' }
    | { readonly as: 'csv'; readonly file: string };
}

export interface BacktestDays {
  readonly from: Date;
  readonly to: Date;
  readonly stepDays: number;
}

export const usage = `Usage: npm run pilot -- FILE [--as-of DATE] [--rubric FILE] [--support-project KEY] [--incident-type NAME] [--json | --csv FILE]
       npm run pilot -- FILE --backtest FROM [--to TO] [--step 90d] [--rubric FILE] [--support-project KEY] [--incident-type NAME] [--json]

FILE               a Jira export: REST JSON (a list, a search page or one issue a line), CSV, gzipped or not
--as-of            score as of this day (2017-12-31); without it, as of the newest date in the file
--backtest         score the backlog as it stood on this day, and compare the order with what was fixed 90 and 365 days later
--to, --step       and on every day so many days later (90d), up to this one
--rubric           a rubric document, JSON or YAML; what it leaves out is as in the default
--support-project  issues of this project are support tickets: evidence for the work they are linked to
--incident-type    issues of this type are incidents
--json             print one JSON object
--csv              write the ranking to this file

Or one issue by its values: npm run pilot -- --signals JSON --preset rice`;

/** What is wrong with the command line, in words for the person who typed it. */
export class BadArguments extends Error {
  override readonly name = 'BadArguments';
  /** Whether the usage helps: it does not where a file is at fault. */
  readonly showUsage: boolean;

  constructor(
    message: string,
    { showUsage = true, ...options }: ErrorOptions & { readonly showUsage?: boolean } = {},
  ) {
    super(message, options);
    this.showUsage = showUsage;
  }
}

export function readArguments(argv: readonly string[]): PilotArguments {
  const { values, positionals } = parsed(argv);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new BadArguments('Name one file to import');
  if (values.json === true && values.csv !== undefined)
    throw new BadArguments('--json and --csv exclude each other');
  return {
    file,
    asOf: values['as-of'] === undefined ? null : dateOf(values['as-of']),
    backtest: backtestOf(values),
    rubric: values.rubric ?? null,
    supportProject: values['support-project'] ?? null,
    incidentType: values['incident-type'] ?? null,
    output:
      values.csv !== undefined
        ? { as: 'csv', file: values.csv }
        : { as: values.json === true ? 'json' : 'text' },
  };
}

const DEFAULT_STEP = '90d';

function backtestOf({
  backtest,
  to = backtest,
  step: asked,
  ...others
}: ReturnType<typeof parsed>['values']): BacktestDays | null {
  if (backtest === undefined || to === undefined) {
    if (to !== undefined || asked !== undefined)
      throw new BadArguments('--to and --step belong to --backtest: name its first day, too');
    return null;
  }
  if (others['as-of'] !== undefined)
    throw new BadArguments('--backtest names its own days: leave --as-of out');
  if (others.csv !== undefined)
    throw new BadArguments('--backtest has no ranking to write as CSV: use --json');
  const days = { from: dateOf(backtest, '--backtest'), to: dateOf(to, '--to') };
  if (days.to < days.from) throw new BadArguments(`--to ${to} is before --backtest ${backtest}`);
  const step = asked ?? DEFAULT_STEP;
  const [, count = ''] = /^(\d+)d$/u.exec(step) ?? [];
  if (!(Number(count) >= 1))
    throw new BadArguments(`--step ${step} is no number of days: write it as 90d`);
  return { ...days, stepDays: Number(count) };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        'as-of': { type: 'string' },
        backtest: { type: 'string' },
        to: { type: 'string' },
        step: { type: 'string' },
        rubric: { type: 'string' },
        'support-project': { type: 'string' },
        'incident-type': { type: 'string' },
        json: { type: 'boolean' },
        csv: { type: 'string' },
      },
    });
  } catch (cause) {
    throw new BadArguments(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** A day means its noon: what the run itself takes of the clock does not reach the next day, on which scores would differ. */
export function dateOf(text: string, option = '--as-of'): Date {
  const date = new Date(/^\d{4}-\d{2}-\d{2}$/u.test(text) ? `${text}T12:00:00Z` : text);
  if (Number.isNaN(date.getTime()))
    throw new BadArguments(`${option} ${text} is no date: write it as 2017-12-31`);
  return date;
}
