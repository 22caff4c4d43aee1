import { z } from 'zod';
import { projectJson } from './project-json';

/** What Ballast reads of an issue's JSON. Jira leaves out what a site or a screen lacks, so nearly all of it may be absent. */
const named = z.looseObject({ name: z.string() });
const person = z.looseObject({ accountId: z.string(), displayName: z.string().catch('') });
const category = z.looseObject({ key: z.string() }).nullish().catch(null);
const status = z.looseObject({ name: z.string(), statusCategory: category });

const linked = z.looseObject({
  id: z.string(),
  key: z.string(),
  fields: z.looseObject({
    summary: z.string().nullish().catch(null),
    status: status.nullish().catch(null),
    priority: z.looseObject({ name: z.string().nullish() }).nullish().catch(null),
    issuetype: named.nullish().catch(null),
  }),
});

export const issueJson = z.looseObject({
  id: z.string(),
  key: z.string(),
  fields: z.looseObject({
    project: projectJson,
    summary: z.string().nullish().catch(null),
    issuetype: z.looseObject({
      name: z.string(),
      hierarchyLevel: z.number().optional().catch(undefined),
      subtask: z.boolean().optional().catch(undefined),
    }),
    status,
    priority: z.looseObject({ name: z.string().nullish() }).nullish().catch(null),
    labels: z.array(z.string()).nullish().catch([]),
    components: z.array(named).nullish().catch([]),
    fixVersions: z
      .array(z.looseObject({ name: z.string(), released: z.boolean().optional() }))
      .nullish()
      .catch([]),
    assignee: person.nullish().catch(null),
    reporter: person.nullish().catch(null),
    parent: z.looseObject({ key: z.string() }).nullish().catch(null),
    created: z.string(),
    updated: z.string().nullish(),
    resolutiondate: z.string().nullish().catch(null),
    duedate: z.string().nullish().catch(null),
    votes: z.looseObject({ votes: z.number() }).nullish().catch(null),
    watches: z.looseObject({ watchCount: z.number() }).nullish().catch(null),
    comment: z.looseObject({ total: z.number() }).nullish().catch(null),
    issuelinks: z
      .array(
        z.looseObject({
          type: z.looseObject({
            name: z.string(),
            inward: z.string().catch(''),
            outward: z.string().catch(''),
          }),
          inwardIssue: linked.optional().catch(undefined),
          outwardIssue: linked.optional().catch(undefined),
        }),
      )
      .nullish()
      .catch([]),
  }),
});

export type IssueJson = z.infer<typeof issueJson>;
export type LinkedJson = z.infer<typeof linked>;
