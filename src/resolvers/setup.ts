import { z } from 'zod';
import type { SetupRepaired, SetupView } from '../contract/setup';
import { checkSetup } from '../usecases/setup/check-setup';
import type { SetupDesk } from '../usecases/setup/check';
import { repairSetup } from '../usecases/setup/repair-setup';
import { scopeAsk } from './jobs';

const repairAsk = scopeAsk.extend({ id: z.enum(['screens', 'ledger']) });

/** `setup.check` */
export async function answerSetupCheck(payload: unknown, desk: SetupDesk): Promise<SetupView> {
  return {
    checks: await checkSetup(scopeAsk.parse(payload).project, desk),
    at: desk.now.toISOString(),
  };
}

/** `setup.repair` */
export async function answerSetupRepair(
  payload: unknown,
  by: string,
  desk: SetupDesk,
): Promise<SetupRepaired> {
  const { project, id } = repairAsk.parse(payload);
  return { done: await repairSetup(id, project, by, desk) };
}
