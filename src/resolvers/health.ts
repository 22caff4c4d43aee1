import type { HealthContract } from '../contract/health';
import { viewErasures } from '../usecases/customers/view-erasures';
import { viewHealth } from '../usecases/health/view-health';
import { asking } from './asking';
import { scopeAsk } from './asks';
import type { Handlers } from './surroundings';

export const healthHandlers = {
  'health.view': asking(scopeAsk, async ({ project }, { viewer, people, world, now }) => ({
    ...(await viewHealth(project, viewer, world, now)),
    erased: await viewErasures(viewer, people, world),
  })),
} satisfies Handlers<HealthContract>;
