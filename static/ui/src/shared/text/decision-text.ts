import { describeChange } from '../../../../../src/core/describe/describe-change';
import { describeCause } from '../../../../../src/core/describe/describe-cause';
import type { DecisionView } from '../../../../../src/contract/decisions';
import { headline } from './format-number';
import { capital } from './sentences';

const KINDS: Readonly<Record<DecisionView['kind'], string>> = {
  moved: 'Lane, band and horizon',
  override: 'Override',
  urgent: 'Urgent work',
  evidence: 'Evidence',
  'customer update': 'Customer update',
  'post-mortem': 'Post-mortem',
};

export function kindName(kind: DecisionView['kind']): string {
  return KINDS[kind];
}

/** `Lane: stability → hot fix`; what was there for the first time has no arrow. */
export function changeText(change: DecisionView['changes'][number]): string {
  const { what, from, to } = describeChange(change);
  if (from === null) return `${capital(what)}: ${to ?? 'none'}`;
  return `${capital(what)}: ${from} → ${to ?? 'none'}`;
}

export function scoreText({ score }: DecisionView): string | null {
  if (score === null || score.from === score.to) return null;
  const one = (value: number | null): string => (value === null ? 'none' : headline(value));
  return score.from === null
    ? `Score: ${one(score.to)}`
    : `Score: ${one(score.from)} → ${one(score.to)}`;
}

/** `lane hot fix, band soon`: what a decision came to, in one breath. */
export function outcomeText(changes: DecisionView['changes']): string {
  return changes
    .map(describeChange)
    .map(({ what, to }) => `${what} ${to ?? 'none'}`)
    .join(', ');
}

/** Who did it under which rules. */
export function authorText({ by, rubricVersion }: DecisionView): string {
  return `${by ?? 'Ballast'} · ${rubricVersion === 0 ? 'built-in rubric' : `rubric version ${rubricVersion}`}`;
}

/** The log as plain text, to be pasted into a mail or a ticket; it says so where it is not `whole`. */
export function logText(key: string, decisions: readonly DecisionView[], whole: boolean): string {
  return [
    `Decisions on ${key}`,
    ...decisions.map(entryText),
    ...(whole ? [] : ['Earlier decisions are not in this text.']),
  ].join('\n\n');
}

function entryText(decision: DecisionView): string {
  const score = scoreText(decision);
  const lines = [
    `${decision.at.slice(0, 16).replace('T', ' ')} UTC · ${kindName(decision.kind)} · ${authorText(decision)}`,
    ...decision.changes.map((change) => {
      const { because } = describeChange(change);
      return `  ${changeText(change)}${because === undefined ? '' : ` (${because})`}`;
    }),
    ...(score === null ? [] : [`  ${score}`]),
    `  Cause: ${describeCause(decision.cause)}`,
    ...(decision.reason === null ? [] : [`  Reason: ${decision.reason}`]),
  ];
  // A line of somebody's words further in than any of the log's own: nobody can write an entry that was never made.
  return lines
    .map((line) => line.replaceAll(/\s*[\n\r\u0085\u2028\u2029]\s*/gu, '\n      '))
    .join('\n');
}
