import { z } from 'zod';
import type { PilotView } from '../contract/pilot';
import { beginPilot, endPilot } from '../usecases/pilot/switch-pilot';
import { viewPilot } from '../usecases/pilot/view-pilot';
import { scopeAsk } from './jobs';
import type { Surroundings } from './resolver';

const ofProject = z.object({ project: scopeAsk.shape.project.unwrap() });
const beginAsk = ofProject.extend({ reason: z.string().trim().max(500) });

/** `pilot.view` */
export async function answerPilotView(payload: unknown, at: Surroundings): Promise<PilotView> {
  return viewPilot(scopeAsk.parse(payload).project, at, at.world);
}

/** `pilot.begin` */
export async function answerPilotBegin(
  payload: unknown,
  by: string,
  at: Surroundings,
): Promise<PilotView> {
  const { project, reason } = beginAsk.parse(payload);
  await beginPilot(project, reason, { ...at, by });
  return viewPilot(project, at, at.world);
}

/** `pilot.end` */
export async function answerPilotEnd(
  payload: unknown,
  by: string,
  at: Surroundings,
): Promise<PilotView> {
  const { project } = ofProject.parse(payload);
  await endPilot(project, { ...at, by });
  return viewPilot(project, at, at.world);
}
