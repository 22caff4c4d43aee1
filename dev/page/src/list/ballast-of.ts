import type { AppFields } from '../jira/queries';
import type { Issue } from '../jira/shapes';

export interface Ballast {
  readonly score: number | null;
  readonly lane: string | null;
  readonly horizon: string | null;
  readonly reasons: string | null;
}

/** What the app wrote into an issue's fields. */
export function ballastOf(issue: Issue, fields: AppFields): Ballast {
  const value = (field: { readonly id: string } | undefined): unknown =>
    field === undefined ? null : issue.fields[field.id];
  const text = (raw: unknown): string | null =>
    typeof raw === 'string' && raw !== '' ? raw : null;
  const score = value(fields.score);
  return {
    score: typeof score === 'number' ? score : null,
    lane: text(value(fields.lane)),
    horizon: text(value(fields.horizon)),
    reasons: text(value(fields.reasons)),
  };
}
