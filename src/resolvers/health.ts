import type { HealthContract } from '../contract/health';
import { viewHealth } from '../usecases/health/view-health';
import { scopeAsk } from './asks';
import type { Handlers } from './surroundings';

export const healthHandlers = {
  'health.view': (payload, { viewer, world, now }) =>
    viewHealth(scopeAsk.parse(payload).project, viewer, world, now),
} satisfies Handlers<HealthContract>;
