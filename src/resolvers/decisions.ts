import { z } from 'zod';
import type { DecisionLog, DecisionView } from '../contract/decisions';
import { listDecisions, type ShownDecision } from '../usecases/list-decisions';
import type { Surroundings } from './resolver';

export const issueAsk = z.object({ issueId: z.string().regex(/^\d{1,19}$/, 'must be the numeric id of an issue') });

/** `decisions.list` */
export async function answerDecisionsList(payload: unknown, { viewer, people, world }: Surroundings): Promise<DecisionLog> {
  const { issueId } = issueAsk.parse(payload);
  return { decisions: (await listDecisions(issueId, viewer, people, world)).map(decisionView) };
}

export function decisionView({ decision: { id, at, kind, changes, cause, reason, rubricVersion, score }, by }: ShownDecision): DecisionView {
  return { id, at, kind, changes, cause, reason, by, rubricVersion, score };
}
