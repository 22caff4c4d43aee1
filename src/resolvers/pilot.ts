import { z } from 'zod';
import type { PilotContract } from '../contract/pilot';
import { beginPilot, endPilot } from '../usecases/pilot/switch-pilot';
import { viewPilot } from '../usecases/pilot/view-pilot';
import { scopeAsk } from './asks';
import type { Handlers } from './surroundings';

const ofProject = z.object({ project: scopeAsk.shape.project.unwrap() });
const beginAsk = ofProject.extend({ reason: z.string().trim().max(500) });

export const pilotHandlers = {
  'pilot.view': (payload, context) =>
    viewPilot(scopeAsk.parse(payload).project, context, context.world),
  'pilot.begin': async (payload, context) => {
    const { project, reason } = beginAsk.parse(payload);
    await beginPilot(project, reason, context);
    return viewPilot(project, context, context.world);
  },
  'pilot.end': async (payload, context) => {
    const { project } = ofProject.parse(payload);
    await endPilot(project, context);
    return viewPilot(project, context, context.world);
  },
} satisfies Handlers<PilotContract>;
