import type { HealthContract } from '../contract/health';
import { viewHealth } from '../usecases/health/view-health';
import { asking } from './asking';
import { scopeAsk } from './asks';
import type { Handlers } from './surroundings';

export const healthHandlers = {
  'health.view': asking(scopeAsk, ({ project }, { viewer, world, now }) =>
    viewHealth(project, viewer, world, now),
  ),
} satisfies Handlers<HealthContract>;
