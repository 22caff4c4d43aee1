import { parseArgs } from 'node:util';
import { BadArguments } from '../arguments';

/** Values instead of a backlog: what one issue scores by them. */
export interface SignalsArguments {
  readonly signals: Readonly<Record<string, unknown>>;
  readonly preset: string | null;
  readonly option: string | null;
  readonly rubric: string | null;
  readonly asJson: boolean;
}

export const signalsUsage = `Usage: npm run pilot -- --signals JSON [--preset NAME [--option NAME]] [--rubric FILE] [--json]

--signals  one issue's values by criterion: '{"reach":450,"impact":3,"confidence":1,"effort":2}'; what is left out or null is missing
--preset   rice, wsjf, cd3, ice, weighted, value-effort, user-pain, impact-urgency or pillars
--option   of ice: product or mean
--rubric   a rubric document, JSON or YAML; what it leaves out is as in the preset
--json     print one JSON object`;

export function asksForSignals(argv: readonly string[]): boolean {
  return argv.some((word) => /^--(signals|preset|option)(=|$)/u.test(word));
}

/** @throws BadArguments with the words for the person who typed it. */
export function readSignalsArguments(argv: readonly string[]): SignalsArguments {
  const { values, positionals } = parsed(argv);
  if (values.signals === undefined) throw wrong('--preset and --option need --signals');
  if (positionals.length > 0) throw wrong('--signals scores the values given, so name no file');
  return {
    signals: objectIn(values.signals),
    preset: values.preset ?? null,
    option: values.option ?? null,
    rubric: values.rubric ?? null,
    asJson: values.json === true,
  };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        signals: { type: 'string' },
        preset: { type: 'string' },
        option: { type: 'string' },
        rubric: { type: 'string' },
        json: { type: 'boolean' },
      },
    });
  } catch (cause) {
    throw wrong(cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function objectIn(text: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw wrong(
      `--signals is not JSON: ${cause instanceof Error ? cause.message : String(cause)}`,
      cause,
    );
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrong('--signals is one JSON object: {"reach": 450}');
  return value as Readonly<Record<string, unknown>>;
}

function wrong(what: string, cause?: unknown): BadArguments {
  return new BadArguments(`${what}\n\n${signalsUsage}`, { cause, showUsage: false });
}
