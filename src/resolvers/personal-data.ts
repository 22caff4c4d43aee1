import { z } from 'zod';
import type { PersonalDataContract } from '../contract/personal-data';
import { exportPerson } from '../usecases/personal-data/export-person';
import { asking } from './asking';
import type { Handlers } from './surroundings';

const exportAsk = z.object({
  accountId: z.string().min(1).max(128),
  from: z.string().max(8_000).nullable(),
});

export const personalDataHandlers = {
  'personalData.export': asking(exportAsk, (of, { viewer, world }) =>
    exportPerson(of, viewer, world),
  ),
} satisfies Handlers<PersonalDataContract>;
