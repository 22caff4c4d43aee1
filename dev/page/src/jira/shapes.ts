import { z } from 'zod';

const named = z.object({ id: z.string().optional(), name: z.string() });
export const status = named.extend({
  statusCategory: z.object({ key: z.string(), name: z.string().optional() }).optional(),
});
export const user = z.object({
  accountId: z.string(),
  displayName: z.string(),
  active: z.boolean().optional(),
});
export const issueType = named.extend({
  subtask: z.boolean().optional(),
  hierarchyLevel: z.number().optional(),
});
const linkedIssue = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.object({
    summary: z.string().default(''),
    status: status.optional(),
    priority: named.nullish(),
    issuetype: issueType.optional(),
  }),
});
export const issueLink = z.object({
  id: z.string(),
  type: z.object({ name: z.string(), inward: z.string(), outward: z.string() }),
  inwardIssue: linkedIssue.optional(),
  outwardIssue: linkedIssue.optional(),
});
export const project = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  projectTypeKey: z.string().optional(),
});

const issueFields = z.looseObject({
  summary: z.string().nullish(),
  status: status.nullish(),
  priority: named.nullish(),
  issuetype: issueType.nullish(),
  project: project.nullish(),
  assignee: user.nullish(),
  reporter: user.nullish(),
  labels: z.array(z.string()).nullish(),
  components: z.array(named).nullish(),
  issuelinks: z.array(issueLink).nullish(),
  duedate: z.string().nullish(),
  created: z.string().nullish(),
  updated: z.string().nullish(),
  description: z.unknown().optional(),
  parent: linkedIssue.nullish(),
});
export const issue = z.object({ id: z.string(), key: z.string(), fields: issueFields });

export const searchPage = z.object({
  issues: z.array(issue),
  nextPageToken: z.string().nullish(),
  isLast: z.boolean().optional(),
});

export const field = z.object({
  id: z.string(),
  name: z.string(),
  custom: z.boolean().optional(),
  schema: z
    .object({
      type: z.string(),
      items: z.string().optional(),
      custom: z.string().optional(),
      system: z.string().optional(),
    })
    .optional(),
});

const option = z.looseObject({
  id: z.string().optional(),
  name: z.string().optional(),
  value: z.string().optional(),
});
export const editable = z.object({
  name: z.string(),
  required: z.boolean().optional(),
  operations: z.array(z.string()).default([]),
  schema: z.object({
    type: z.string(),
    items: z.string().optional(),
    custom: z.string().optional(),
    system: z.string().optional(),
  }),
  allowedValues: z.array(option).optional(),
});
export const editMeta = z.object({ fields: z.record(z.string(), editable) });

export const transitions = z.object({
  transitions: z.array(z.object({ id: z.string(), name: z.string(), to: status })),
});
export const comments = z.object({
  total: z.number().optional(),
  comments: z.array(
    z.object({
      id: z.string(),
      author: user.nullish(),
      body: z.unknown().optional(),
      created: z.string(),
      jsdPublic: z.boolean().optional(),
    }),
  ),
});
const change = z.object({
  field: z.string(),
  fromString: z.string().nullish(),
  toString: z.preprocess(
    (value) => (typeof value === 'function' ? null : value),
    z.string().nullish(),
  ),
});
export const changelog = z.object({
  total: z.number().optional(),
  values: z.array(
    z.object({
      id: z.string(),
      author: user.nullish(),
      created: z.string(),
      items: z.array(change),
    }),
  ),
});
export const linkTypes = z.object({
  issueLinkTypes: z.array(
    z.object({ id: z.string(), name: z.string(), inward: z.string(), outward: z.string() }),
  ),
});
export const projectPage = z.object({ values: z.array(project), isLast: z.boolean().optional() });

export type Issue = z.infer<typeof issue>;
export type IssueLink = z.infer<typeof issueLink>;
export type LinkedIssue = z.infer<typeof linkedIssue>;
export type Field = z.infer<typeof field>;
export type Editable = z.infer<typeof editable>;
export type Status = z.infer<typeof status>;
export type AllowedValue = z.infer<typeof option>;
