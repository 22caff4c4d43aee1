import { route } from '@forge/api';
import { z } from 'zod';
import type { FieldInfo } from '../core/issue/issue-record';
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
