import { route } from '@forge/api';
import { z } from 'zod';
import type { SiteCatalogue } from '../core/setup-check/detect-evidence';
import type { JiraClient } from './client';

const linkTypes = z.looseObject({
  issueLinkTypes: z.array(
    z.looseObject({
      name: z.string(),
      inward: z.string().catch(''),
      outward: z.string().catch(''),
    }),
  ),
});
const issueTypes = z.array(z.looseObject({ name: z.string() }));
const projects = z.looseObject({
  values: z.array(
    z.looseObject({
      id: z.string(),
      key: z.string(),
      name: z.string(),
      projectTypeKey: z.string().catch(''),
    }),
  ),
  isLast: z.boolean().catch(true),
});

const PAGE = 100;
/** A site with more is told by its types and links; its projects would cost a call a hundred. */
const MOST_PROJECTS = 1_000;

/** What evidence could be told by, but the fields. Costs three calls, and one more for each further hundred of projects. */
export async function readSiteCatalogue({
  call,
}: JiraClient): Promise<Omit<SiteCatalogue, 'fields'>> {
  const links = await call({
    route: route`/rest/api/3/issueLinkType`,
    method: 'GET',
    answer: linkTypes,
    doing: 'reading the types of links',
  });
  const types = await call({
    route: route`/rest/api/3/issuetype`,
    method: 'GET',
    answer: issueTypes,
    doing: 'reading the types of work items',
  });
  return {
    linkTypes: links.issueLinkTypes,
    issueTypes: types.map(({ name }) => name),
    projects: await projectsFrom(0, call),
  };
}

/** The projects that whoever the client asks as may browse. */
export async function projectsFrom(
  start: number,
  call: JiraClient['call'],
): Promise<SiteCatalogue['projects']> {
  const page = await call({
    route: route`/rest/api/3/project/search?startAt=${start}&maxResults=${PAGE}`,
    method: 'GET',
    answer: projects,
    doing: 'reading the projects',
  });
  const read = page.values.map(({ id, key, name, projectTypeKey }) => ({
    id,
    key,
    name,
    type: projectTypeKey,
  }));
  return page.isLast || read.length === 0 || start + PAGE >= MOST_PROJECTS
    ? read
    : [...read, ...(await projectsFrom(start + PAGE, call))];
}
