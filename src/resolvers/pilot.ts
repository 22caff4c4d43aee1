import { z } from 'zod';
import type { PilotContract } from '../contract/pilot';
import { beginPilot, endPilot } from '../usecases/pilot/switch-pilot';
import { viewPilot } from '../usecases/pilot/view-pilot';
import { scopeAsk, scopeIn } from './asks';
import type { Handlers } from './surroundings';

const ofProject = z.object({ project: scopeAsk.shape.project.unwrap() });
const beginAsk = ofProject.extend({ reason: z.string().trim().max(500) });

export const pilotHandlers = {
  'pilot.view': async (payload, context) =>
    viewPilot(await scopeIn(payload, context), context, context.world),
  'pilot.begin': async (payload, context) => {
    const { project: key, reason } = beginAsk.parse(payload);
    const { id: project } = await context.projectOf(key);
    await beginPilot(project, reason, context);
    return viewPilot(project, context, context.world);
  },
  'pilot.end': async (payload, context) => {
    const { id: project } = await context.projectOf(ofProject.parse(payload).project);
    await endPilot(project, context);
    return viewPilot(project, context, context.world);
  },
} satisfies Handlers<PilotContract>;
