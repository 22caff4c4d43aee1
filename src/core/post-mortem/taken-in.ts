import type { Rubric } from '../rubric/schema/schema';
import type { Severity } from '../terms/severity';
import { amended } from './change';
import { dueDay } from './due';
import type { PostMortem } from './post-mortem';

/** What a fix had to deal with by now. */
export interface News {
  /** Of the worst incident; null without any. */
  readonly severity: Severity | null;
  /** Keys of those that ask for a post-mortem. */
  readonly incidents: readonly string[];
}

/**
 * The record after more incidents came to its fix, or one turned out worse than it was when somebody began; null when it knows all
 * that. What was complete is open again then: what people wrote stays, but they have to look at it and review it once more.
 * @param at ISO time from which its due day counts
 */
export function takenIn(
  of: PostMortem,
  { severity: worst, incidents }: News,
  { postMortem, calendar }: Pick<Rubric, 'postMortem' | 'calendar'>,
  at: string,
): PostMortem | null {
  const fresh = incidents.filter((key) => !of.incidents.includes(key));
  const severity =
    worst === null || (of.severity !== null && of.severity <= worst) ? of.severity : worst;
  if (fresh.length === 0 && severity === of.severity) return null;
  const reopens = fresh.length > 0 && of.completed !== null;
  const counted = dueDay(severity, at, postMortem, new Set(calendar.holidays));
  const due = reopens ? counted : of.completed === null ? earlier(of.due, counted) : of.due;
  return amended(
    of,
    {
      to: {
        severity,
        due,
        incidents: [...of.incidents, ...fresh].sort(),
        ...(fresh.length === 0 ? {} : { review: null }),
        ...(reopens ? { items: unticked(of), earlier: null, noAction: null } : {}),
      },
      part: fresh.length === 0 ? null : 'review',
      said:
        fresh.length === 0
          ? { kind: 'worse', severity, due }
          : {
              kind: 'tookIn',
              incidents: fresh.map((key) => ({ ref: { key } })),
              due,
              again: reopens,
            },
    },
    postMortem,
    { by: '', at },
  );
}

function unticked({ items }: PostMortem): PostMortem['items'] {
  return Object.fromEntries(
    Object.entries(items).map(([id, entry]) => [id, { ...entry, done: null }]),
  );
}

function earlier(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
