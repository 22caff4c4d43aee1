import { scoreIssue } from '../../../src/core/score-card/score-issue';
import { readSignalsArguments } from './signals-arguments';
import { signalsOfValues } from './signals-of-values';
import { signalsReport, type SignalsOutcome } from './signals-report';
import { rubricFor } from './signals-rubric';

/** What one issue with the values on the command line scores, as text or JSON. @throws BadArguments */
export async function runSignals(argv: readonly string[]): Promise<string> {
  const args = readSignalsArguments(argv);
  const rubric = await rubricFor(args);
  const card = scoreIssue({
    signals: signalsOfValues(args.signals, rubric),
    rubric,
    now: new Date(0),
    inherited: null,
  });
  const { score, low, high, band, lines, missing } = card;
  const outcome: SignalsOutcome = {
    rubric: { name: rubric.name, version: rubric.version },
    raw: card.raw ?? null,
    score,
    low,
    high,
    band,
    lines,
    missing,
  };
  return args.asJson ? JSON.stringify(outcome) : signalsReport(outcome);
}
