import { z } from 'zod';
import type { SettingsContract } from '../contract/settings';
import { findPeople } from '../usecases/rubric-editing/find-people';
import { startsFor } from '../usecases/rubric-editing/starting-points';
import { viewSettings } from '../usecases/rubric-editing/view-settings';
import { scopeAsk, scopeIn, scopeOf } from './asks';
import type { Handlers } from './surroundings';

const peopleAsk = scopeAsk.extend({
  query: z.string().max(100),
  ids: z.array(z.string().min(1).max(255)).max(100),
});

export const settingsHandlers = {
  'settings.view': async (payload, context) => ({
    ...(await viewSettings(await scopeIn(payload, context), context)),
    project: scopeAsk.parse(payload).project,
  }),
  'settings.starts': async (payload, context) => ({
    projects: await startsFor(await scopeIn(payload, context), context),
  }),
  'settings.people': async (payload, context) => {
    const { query, ids, ...ask } = peopleAsk.parse(payload);
    return findPeople(await scopeOf(ask, context), query, ids, context);
  },
} satisfies Handlers<SettingsContract>;
