import { z } from 'zod';

/**
 * How Jira's answers spell the parts of an issue, over Cloud and Server and both REST versions. Each is read by itself, so
 * that one odd field costs that field and not the issue.
 */
const id = z.union([z.string(), z.number()]).transform(String);
const optionalId = id.nullish();
const text = z.string().nullish();

/** Exports by hand often say `"priority": "High"` where Jira says `{"name": "High"}`. */
function named<Shape extends z.ZodRawShape>(shape: Shape) {
  const object = z.object({ id: optionalId, name: text, ...shape });
  return z.union([z.string().transform((name) => object.parse({ name })), object]);
}

export const priority = named({});
export const resolution = named({});
export const issueType = named({
  subtask: z.boolean().nullish(),
  hierarchyLevel: z.number().int().nullish(),
  description: text,
});
export const status = named({
  statusCategory: z.object({ id: optionalId, key: text, name: text }).nullish().catch(undefined),
});
export const project = z.object({
  id: optionalId,
  key: z.string(),
  name: text,
  projectTypeKey: text,
});
export const components = z.array(named({}));
export const versions = z.array(
  named({
    released: z.boolean().nullish(),
    archived: z.boolean().nullish(),
    startDate: text,
    releaseDate: text,
  }),
);
export const labels = z.array(z.string());
export const count = z.coerce.number().int().min(0);
export const votes = z.union([count, z.object({ votes: count }).transform((value) => value.votes)]);
export const watches = z.union([
  count,
  z.object({ watchCount: count }).transform((value) => value.watchCount),
]);
export const seconds = z.coerce.number().min(0);
export const timetracking = z.object({
  originalEstimateSeconds: seconds.nullish(),
  timeSpentSeconds: seconds.nullish(),
});
export const reference = z.union([
  z.string().transform((key) => ({ id: undefined, key })),
  z.object({ id: optionalId, key: z.string() }),
]);
export const references = z.array(reference);

/** Cloud people have an account id; Server and Data Center people a name and key. */
const fullPerson = z.object({
  accountId: text,
  name: text,
  key: text,
  emailAddress: text,
  displayName: text,
  active: z.boolean().nullish(),
});
export const person = z.union([
  z.string().transform((name) => fullPerson.parse({ name, displayName: name })),
  fullPerson,
]);

export const linkedIssue = z.object({
  id: optionalId,
  key: z.string(),
  fields: z
    .object({
      summary: text.catch(undefined),
      status: status.nullish().catch(undefined),
      priority: priority.nullish().catch(undefined),
      issuetype: issueType.nullish().catch(undefined),
    })
    .nullish()
    .catch(undefined),
});
export const issueLinks = z.array(
  z.object({
    id: optionalId,
    type: z.object({ id: optionalId, name: z.string(), inward: text, outward: text }),
    inwardIssue: linkedIssue.nullish(),
    outwardIssue: linkedIssue.nullish(),
  }),
);

export const body = z.union([z.string(), z.record(z.string(), z.unknown())]).nullish();
const comment = z.object({
  id: optionalId,
  author: person.nullish().catch(undefined),
  created: id.nullish(),
  updated: id.nullish(),
  body,
  jsdPublic: z.boolean().nullish(),
});
export const comments = z.union([
  z.array(comment).transform((list) => ({ comments: list, total: list.length })),
  z.object({ comments: z.array(comment), total: z.number().nullish() }),
]);

const change = z.object({
  id: optionalId,
  author: person.nullish().catch(undefined),
  created: id,
  items: z.array(z.record(z.string(), z.unknown())),
});
export const changelog = z.object({
  histories: z.array(change).optional(),
  values: z.array(change).optional(),
  total: z.number().nullish(),
});

/** As the Agile API and the Sprint field write it. */
export const sprint = z.object({
  id,
  name: z.string(),
  state: z.string(),
  startDate: text,
  endDate: text,
  completeDate: text,
});

/** The issue itself: everything but the key is looked at field by field. */
export const issueDocument = z.object({
  id: optionalId,
  key: z.string(),
  fields: z.record(z.string(), z.unknown()),
  changelog: z.unknown().optional(),
  names: z.record(z.string(), z.string()).nullish().catch(undefined),
  schema: z.record(z.string(), z.unknown()).nullish().catch(undefined),
});

export type Person = z.infer<typeof person>;
export type LinkedIssue = z.infer<typeof linkedIssue>;
