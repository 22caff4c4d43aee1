import type { HealthContract } from '../contract/health';
import { viewHealth } from '../usecases/health/view-health';
import { scopeIn } from './asks';
import type { Handlers } from './surroundings';

export const healthHandlers = {
  'health.view': async (payload, context) => {
    const { viewer, world, now } = context;
    return viewHealth(await scopeIn(payload, context), viewer, world, now);
  },
} satisfies Handlers<HealthContract>;
