import { z } from 'zod';
import type { SettingsContract } from '../contract/settings';
import { findPeople } from '../usecases/rubric-editing/find-people';
import { startsFor } from '../usecases/rubric-editing/starting-points';
import { viewSettings } from '../usecases/rubric-editing/view-settings';
import { asking } from './asking';
import { scopeAsk } from './asks';
import type { Handlers } from './surroundings';

const peopleAsk = scopeAsk.extend({
  query: z.string().max(100),
  ids: z.array(z.string().min(1).max(255)).max(100),
});

export const settingsHandlers = {
  'settings.view': asking(scopeAsk, async ({ project, projectKey }, context) => ({
    ...(await viewSettings(project, context)),
    project: projectKey,
  })),
  'settings.starts': asking(scopeAsk, async ({ project }, context) => ({
    projects: await startsFor(project, context),
  })),
  'settings.people': asking(peopleAsk, ({ project, query, ids }, context) =>
    findPeople(project, query, ids, context),
  ),
} satisfies Handlers<SettingsContract>;
