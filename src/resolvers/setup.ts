import { z } from 'zod';
import type { SetupContract } from '../contract/setup';
import { checkSetup } from '../usecases/setup/check-setup';
import { repairSetup } from '../usecases/setup/repair-setup';
import { scopeAsk, scopeIn, scopeOf } from './asks';
import type { Handlers } from './surroundings';

const repairAsk = scopeAsk.extend({ id: z.enum(['screens', 'ledger', 'storage']) });

export const setupHandlers = {
  'setup.check': async (payload, context) => ({
    checks: await checkSetup(await scopeIn(payload, context), context),
    at: context.now.toISOString(),
  }),
  'setup.repair': async (payload, context) => {
    const ask = repairAsk.parse(payload);
    const project = await scopeOf(ask, context);
    return { done: await repairSetup(ask.id, project, context.me, context) };
  },
} satisfies Handlers<SetupContract>;
