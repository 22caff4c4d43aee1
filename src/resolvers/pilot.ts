import { z } from 'zod';
import type { PilotContract } from '../contract/pilot';
import { beginPilot, endPilot } from '../usecases/pilot/switch-pilot';
import { viewPilot } from '../usecases/pilot/view-pilot';
import { asking } from './asking';
import { scopeAsk } from './asks';
import type { Handlers } from './surroundings';

const ofProject = z.object({ project: scopeAsk.shape.project.unwrap() });
const beginAsk = ofProject.extend({ reason: z.string().trim().max(500) });

export const pilotHandlers = {
  'pilot.view': asking(scopeAsk, ({ project }, context) =>
    viewPilot(project, context, context.world),
  ),
  'pilot.begin': asking(beginAsk, async ({ project, reason }, context) => {
    await beginPilot(project, reason, context);
    return viewPilot(project, context, context.world);
  }),
  'pilot.end': asking(ofProject, async ({ project }, context) => {
    await endPilot(project, context);
    return viewPilot(project, context, context.world);
  }),
} satisfies Handlers<PilotContract>;
