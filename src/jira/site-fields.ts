import { route } from '@forge/api';
import { z } from 'zod';
import type { FieldInfo, WorkingTime } from '../core/issue/issue-record';
import { Forbidden, Gone, Rejected } from '../usecases/ports/failures';
import type { JiraClient } from './client';

const fieldList = z.array(
  z.looseObject({
    id: z.string(),
    name: z.string(),
    schema: z
      .looseObject({
        type: z.string(),
        items: z.string().optional(),
        custom: z.string().optional(),
      })
      .optional(),
  }),
);

/** Left out where time tracking is switched off. */
const configuration = z.looseObject({
  timeTrackingConfiguration: z
    .looseObject({
      workingHoursPerDay: z.number().positive(),
      workingDaysPerWeek: z.number().positive(),
    })
    .nullish(),
});

/** Every field of the site, in Jira's order. Costs one call. */
export async function readSiteFields(client: JiraClient): Promise<readonly FieldInfo[]> {
  const answer = await client.call({
    route: route`/rest/api/3/field`,
    method: 'GET',
    answer: fieldList,
    doing: "reading the site's fields",
  });
  return answer.map(({ id, name, schema }) => ({
    id,
    name,
    type: schema?.type ?? 'any',
    ...(schema?.items === undefined ? {} : { items: schema.items }),
    ...(schema?.custom === undefined ? {} : { custom: schema.custom }),
  }));
}

/** How long the site works. Null where it does not say: Jira's usual time is taken then, and no scoring fails for it. Costs one call. */
export async function readWorkingTime(client: JiraClient): Promise<WorkingTime | null> {
  try {
    const { timeTrackingConfiguration: found } = await client.call({
      route: route`/rest/api/3/configuration`,
      method: 'GET',
      answer: configuration,
      doing: "reading the site's time tracking",
    });
    return found == null
      ? null
      : { hoursPerDay: found.workingHoursPerDay, daysPerWeek: found.workingDaysPerWeek };
  } catch (failure) {
    if (failure instanceof Forbidden || failure instanceof Gone || failure instanceof Rejected)
      return null;
    throw failure;
  }
}
