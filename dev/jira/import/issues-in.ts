import { z } from 'zod';

const names = z.record(z.string(), z.string()).nullish().catch(undefined);
const page = z.object({
  issues: z.array(z.unknown()),
  names,
  schema: z.unknown().optional(),
  total: z.number().nullish().catch(undefined),
  isLast: z.boolean().nullish().catch(undefined),
});
const webhook = z.object({
  webhookEvent: z.string(),
  timestamp: z.union([z.number(), z.string()]).nullish(),
  user: z.unknown().optional(),
  issue: z.record(z.string(), z.unknown()).optional(),
  changelog: z
    .object({ id: z.unknown().optional(), items: z.array(z.unknown()) })
    .nullish()
    .catch(undefined),
});

export interface DocumentContent {
  readonly issues: readonly unknown[];
  readonly names: Readonly<Record<string, string>>;
  /** Of a search page: how many issues the search found, and whether more pages follow. */
  readonly search?: { readonly total: number | undefined; readonly more: boolean };
}

/** The issues in one JSON document: a search page, a list, the body of a webhook, or one issue. */
export function issuesIn(document: unknown): DocumentContent {
  if (Array.isArray(document))
    return { issues: document.flatMap((item) => issuesIn(item).issues), names: {} };
  const asPage = page.safeParse(document);
  if (asPage.success) {
    const { issues, schema } = asPage.data;
    return {
      issues: issues.map((issue) => withSchema(issue, schema)),
      names: asPage.data.names ?? {},
      search: { total: asPage.data.total ?? undefined, more: asPage.data.isLast === false },
    };
  }
  const asWebhook = webhook.safeParse(document);
  return { issues: asWebhook.success ? issueOf(asWebhook.data) : [document], names: {} };
}

function withSchema(issue: unknown, schema: unknown): unknown {
  return typeof issue === 'object' &&
    issue !== null &&
    typeof schema === 'object' &&
    schema !== null
    ? { schema, ...issue }
    : issue;
}

/** A webhook tells its change beside the issue, without a date of its own. One about a comment alone may name no issue. */
function issueOf({ issue, changelog, timestamp, user }: z.infer<typeof webhook>): unknown[] {
  if (issue === undefined) return [];
  if (!changelog || !timestamp || issue['changelog'] !== undefined) return [issue];
  return [
    {
      ...issue,
      changelog: {
        histories: [{ id: changelog.id, author: user, created: timestamp, items: changelog.items }],
      },
    },
  ];
}
