import { z } from 'zod';
import type { SettingsContract } from '../contract/settings';
import { findPeople } from '../usecases/rubric-editing/find-people';
import { startsFor } from '../usecases/rubric-editing/starting-points';
import { viewSettings } from '../usecases/rubric-editing/view-settings';
import { scopeAsk } from './asks';
import type { Handlers } from './surroundings';

const peopleAsk = scopeAsk.extend({
  query: z.string().max(100),
  ids: z.array(z.string().min(1).max(255)).max(100),
});

export const settingsHandlers = {
  'settings.view': (payload, context) => viewSettings(scopeAsk.parse(payload).project, context),
  'settings.starts': async (payload, context) => ({
    projects: await startsFor(scopeAsk.parse(payload).project, context),
  }),
  'settings.people': (payload, context) => {
    const { project, query, ids } = peopleAsk.parse(payload);
    return findPeople(project, query, ids, context);
  },
} satisfies Handlers<SettingsContract>;
