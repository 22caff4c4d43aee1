import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { jira } from './rest';
import {
  changelog,
  comments,
  editMeta,
  field,
  issue,
  linkTypes,
  projectPage,
  searchPage,
  transitions,
  user,
} from './shapes';
import type { Field } from './shapes';

/** Query keys, so that live events know what to refresh. */
export const queryKeys = {
  search: ['search'] as const,
  issue: (key: string) => ['issue', key] as const,
};

const pageSize = 50;

export function useFields() {
  return useQuery({
    queryKey: ['fields'],
    queryFn: async () => z.array(field).parse(await jira('GET', '/field')),
    staleTime: 60_000,
  });
}

export interface AppFields {
  readonly score: Field | undefined;
  readonly lane: Field | undefined;
  readonly horizon: Field | undefined;
  readonly reasons: Field | undefined;
}

/** The app's fields by their names: ids differ from site to site. */
export function appFieldsOf(fields: readonly Field[]): AppFields {
  const named = (name: string) => fields.find((each) => each.name === name);
  return {
    score: named('Priority score'),
    lane: named('Backlog lane'),
    horizon: named('Time horizon'),
    reasons: named('Score reasons'),
  };
}

export function useSearch(
  jql: string,
  fields: readonly string[],
  token: string | null,
  enabled: boolean,
) {
  return useQuery({
    queryKey: [...queryKeys.search, 'page', jql, token, fields],
    queryFn: async () => {
      const body = {
        jql,
        fields,
        maxResults: pageSize,
        ...(token === null ? {} : { nextPageToken: token }),
      };
      return searchPage.parse(await jira('POST', '/search/jql', body));
    },
    enabled,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function useCount(jql: string, enabled: boolean) {
  return useQuery({
    queryKey: [...queryKeys.search, 'count', jql],
    queryFn: async () =>
      z
        .object({ count: z.number() })
        .parse(await jira('POST', '/search/approximate-count', { jql })).count,
    enabled,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function useProjects() {
  return useQuery({
    queryKey: ['projects'],
    queryFn: async () =>
      projectPage.parse(await jira('GET', '/project/search?maxResults=50&orderBy=name')).values,
    staleTime: 60_000,
  });
}

export function useIssue(key: string) {
  return useQuery({
    queryKey: [...queryKeys.issue(key), 'self'],
    queryFn: async () => issue.parse(await jira('GET', `/issue/${encodeURIComponent(key)}`)),
    retry: false,
  });
}

export function useEditMeta(key: string) {
  return useQuery({
    queryKey: [...queryKeys.issue(key), 'editmeta'],
    queryFn: async () =>
      editMeta.parse(await jira('GET', `/issue/${encodeURIComponent(key)}/editmeta`)).fields,
    retry: false,
  });
}

export function useTransitions(key: string) {
  return useQuery({
    queryKey: [...queryKeys.issue(key), 'transitions'],
    queryFn: async () =>
      transitions.parse(await jira('GET', `/issue/${encodeURIComponent(key)}/transitions`))
        .transitions,
    retry: false,
  });
}

export function useComments(key: string) {
  return useQuery({
    queryKey: [...queryKeys.issue(key), 'comments'],
    queryFn: async () =>
      comments.parse(
        await jira(
          'GET',
          `/issue/${encodeURIComponent(key)}/comment?orderBy=-created&maxResults=50`,
        ),
      ),
    retry: false,
  });
}

export function useChangelog(key: string, startAt: number) {
  return useQuery({
    queryKey: [...queryKeys.issue(key), 'changelog', startAt],
    queryFn: async () =>
      changelog.parse(
        await jira(
          'GET',
          `/issue/${encodeURIComponent(key)}/changelog?startAt=${String(startAt)}&maxResults=100`,
        ),
      ),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function useLinkTypes() {
  return useQuery({
    queryKey: ['link-types'],
    queryFn: async () => linkTypes.parse(await jira('GET', '/issueLinkType')).issueLinkTypes,
    staleTime: 60_000,
  });
}

export async function assignablePeople(issueKey: string, typed: string) {
  const query = new URLSearchParams({ issueKey, query: typed, maxResults: '20' });
  return z.array(user).parse(await jira('GET', `/user/assignable/search?${query.toString()}`));
}

/** What this person may administer: the site, and one project. Nothing until Jira has said so. */
export function useAdministers(project: string | null) {
  return useQuery({
    queryKey: ['administers', project],
    queryFn: async () => {
      const asked = `permissions=ADMINISTER${project === null ? '' : `,ADMINISTER_PROJECTS&projectKey=${encodeURIComponent(project)}`}`;
      const held = permissions.parse(await jira('GET', `/mypermissions?${asked}`)).permissions;
      return {
        site: held['ADMINISTER']?.havePermission === true,
        project: held['ADMINISTER_PROJECTS']?.havePermission === true,
      };
    },
    retry: false,
    staleTime: 60_000,
  });
}

const rights = ['LINK_ISSUES', 'DELETE_ISSUES', 'ADD_COMMENTS'] as const;
const permissions = z.object({
  permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })),
});

/** What this person may do with an issue beside editing its fields; nothing until Jira has said so. */
export function useRights(key: string): ReadonlySet<(typeof rights)[number]> {
  const { data } = useQuery({
    queryKey: ['rights', key],
    queryFn: async () =>
      permissions.parse(
        await jira(
          'GET',
          `/mypermissions?issueKey=${encodeURIComponent(key)}&permissions=${rights.join(',')}`,
        ),
      ).permissions,
    retry: false,
  });
  return new Set(rights.filter((right) => data?.[right]?.havePermission === true));
}
