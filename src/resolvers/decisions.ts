import { z } from 'zod';
import type { DecisionLog, DecisionView } from '../contract/decisions';
import { logPage, type ShownDecision } from '../usecases/decisions/list-entries';
import type { Surroundings } from './resolver';

export const issueAsk = z.object({
  issueId: z.string().regex(/^\d{1,19}$/, 'must be the numeric id of an issue'),
});
const logAsk = issueAsk.extend({ before: z.string().max(2_000).nullish() });

/** `decisions.list` */
export async function answerDecisionsList(
  payload: unknown,
  { viewer, people, world }: Surroundings,
): Promise<DecisionLog> {
  const { issueId, before } = logAsk.parse(payload);
  const { decisions, next } = await logPage(issueId, before ?? null, viewer, people, world);
  return { decisions: decisions.map(decisionView), next };
}

export function decisionView({
  decision: { id, at, kind, changes, cause, reason, rubricVersion, score },
  by,
}: ShownDecision): DecisionView {
  return { id, at, kind, changes, cause, reason, by, rubricVersion, score };
}
