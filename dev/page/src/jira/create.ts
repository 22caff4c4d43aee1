import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { jira } from './rest';

const typed = z.object({
  id: z.string(),
  name: z.string(),
  subtask: z.boolean().optional(),
  hierarchyLevel: z.number().optional(),
});
const typesPage = z.object({
  issueTypes: z.array(typed).optional(),
  values: z.array(typed).optional(),
});
const named = z.object({ id: z.string(), name: z.string() });
const created = z.object({ id: z.string(), key: z.string() });

export interface NewIssue {
  readonly project: { readonly key: string };
  readonly issuetype: { readonly id: string };
  readonly summary: string;
  readonly description?: Readonly<Record<string, unknown>>;
  readonly priority?: { readonly id: string };
}

/** The types this person may create in a project. Jira's answer names the list `issueTypes` or `values`, by version. */
export function useCreatableTypes(projectKey: string | null) {
  return useQuery({
    queryKey: ['creatable', projectKey],
    queryFn: async () => {
      const page = typesPage.parse(
        await jira('GET', `/issue/createmeta/${projectKey ?? ''}/issuetypes?maxResults=50`),
      );
      return page.issueTypes ?? page.values ?? [];
    },
    enabled: projectKey !== null,
    retry: false,
  });
}

export function usePriorities() {
  return useQuery({
    queryKey: ['priorities'],
    queryFn: async () =>
      z
        .object({ values: z.array(named) })
        .parse(await jira('GET', '/priority/search?maxResults=50')).values,
    staleTime: 60_000,
  });
}

export const createIssue = async (fields: NewIssue) =>
  created.parse(await jira('POST', '/issue', { fields }));
