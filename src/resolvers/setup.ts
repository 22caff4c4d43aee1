import { z } from 'zod';
import type { SetupContract } from '../contract/setup';
import { checkSetup } from '../usecases/setup/check-setup';
import { repairSetup } from '../usecases/setup/repair-setup';
import { asking } from './asking';
import { scopeAsk } from './asks';
import type { Handlers } from './surroundings';

const repairAsk = scopeAsk.extend({ id: z.enum(['screens', 'ledger', 'storage']) });

export const setupHandlers = {
  'setup.check': asking(scopeAsk, async ({ project }, context) => ({
    checks: await checkSetup(project, context),
    at: context.now.toISOString(),
  })),
  'setup.repair': asking(repairAsk, async ({ project, id }, context) => ({
    done: await repairSetup(id, project, context.me, context),
  })),
} satisfies Handlers<SetupContract>;
