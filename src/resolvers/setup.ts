import { z } from 'zod';
import type { SetupContract } from '../contract/setup';
import { checkSetup } from '../usecases/setup/check-setup';
import { repairSetup } from '../usecases/setup/repair-setup';
import { scopeAsk } from './asks';
import type { Handlers } from './surroundings';

const repairAsk = scopeAsk.extend({ id: z.enum(['screens', 'ledger', 'storage']) });

export const setupHandlers = {
  'setup.check': async (payload, context) => ({
    checks: await checkSetup(scopeAsk.parse(payload).project, context),
    at: context.now.toISOString(),
  }),
  'setup.repair': async (payload, context) => {
    const { project, id } = repairAsk.parse(payload);
    return { done: await repairSetup(id, project, context.me, context) };
  },
} satisfies Handlers<SetupContract>;
