import { z } from 'zod';

/**
 * How far a walk through the ledger has come, in what its records say. A job keeps it over invocations and for hours, which a cursor of
 * the storage is not made for: https://developer.atlassian.com/platform/forge/storage-reference/entities-query/
 */
const byIssue = z.strictObject({ afterIssue: z.string().min(1) });
const byDay = z.strictObject({ day: z.number().int(), read: z.array(z.string()).readonly() });

type IssuePosition = z.infer<typeof byIssue>;
type WakePosition = z.infer<typeof byDay>;

export function textOfPosition(position: IssuePosition | WakePosition): string {
  return JSON.stringify(position);
}

/** Null for none, and for a cursor of the storage that an earlier version has kept: the walk begins anew. */
export function issuePosition(kept: string | null): IssuePosition | null {
  return positionOf(kept, byIssue);
}

export function wakePosition(kept: string | null): WakePosition | null {
  return positionOf(kept, byDay);
}

function positionOf<T>(kept: string | null, shape: z.ZodType<T>): T | null {
  if (kept === null) return null;
  const parsed = shape.safeParse(jsonOf(kept));
  return parsed.success ? parsed.data : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
