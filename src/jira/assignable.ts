import { route } from '@forge/api';
import { z } from 'zod';
import type { Person } from '../core/post-mortem/view';
import type { JiraClient } from './client';

const MOST_FOUND = 20;

const people = z.array(z.looseObject({ accountId: z.string(), displayName: z.string().catch('') }));

/** Who may be given work in a project, by the beginning of a name. */
export async function assignableIn(
  { call }: JiraClient,
  project: string,
  query: string,
): Promise<readonly Person[]> {
  const parameters = new URLSearchParams({ project, query, maxResults: String(MOST_FOUND) });
  const found = await call({
    route: route`/rest/api/3/user/assignable/search?${parameters}`,
    method: 'GET',
    answer: people,
    identitiesIn: (found) => found.length,
    doing: 'looking for people in this project',
  });
  return found.map(({ accountId, displayName }) => ({
    accountId,
    name: displayName === '' ? accountId : displayName,
  }));
}
