import { asksFor, dueDay } from '../../core/post-mortem/due';
import type { PostMortem } from '../../core/post-mortem/post-mortem';
import type { PostMortemWorld } from './post-mortem-desk';
import { tell } from './tell';
import { asksForOne, keptElsewhere, resolvedLately, type Subject } from './subject';

/** Opens the post-mortem of an issue that was resolved and has none; null when it asks for none, or others keep it. */
export async function openWhenResolved(
  subject: Subject,
  world: PostMortemWorld,
  now: Date,
): Promise<PostMortem | null> {
  if (!asksForOne(subject) || !resolvedLately(subject.issue, now)) return null;
  if ((await keptElsewhere(subject, world)) !== null) return null;
  return begin(subject, '', world, now);
}

/** Opens it now, whoever else does so at the same moment. `by` is empty when Ballast does. */
export async function begin(
  { issue, urgent, inForce: { rubric, version } }: Subject,
  by: string,
  world: PostMortemWorld,
  now: Date,
): Promise<PostMortem> {
  const at = now.toISOString();
  const asked = asksFor(urgent.severity, rubric.postMortem);
  const record: PostMortem = {
    issueId: issue.id,
    key: issue.key,
    project: issue.project.key,
    severity: urgent.severity,
    incidents: urgent.incidents,
    raised: urgent.raised,
    opened: { by, at },
    due: dueDay(urgent.severity, at, rubric.postMortem, new Set(rubric.calendar.holidays)),
    owner: null,
    items: {},
    factors: [],
    earlier: null,
    actions: [],
    noAction: null,
    review: null,
    shared: [],
    recurrences: [],
    completed: null,
    touched: {},
    revision: 1,
    log: [
      {
        at,
        by: by === '' ? null : by,
        what: asked
          ? `opened the post-mortem: a SEV${urgent.severity ?? ''} incident asks for one`
          : 'opened the post-mortem',
      },
    ],
  };
  if (await world.postMortems.write(record)) {
    await tell(
      [
        {
          issueId: issue.id,
          project: issue.project.key,
          what: 'opened',
          change: {
            what: 'Post-mortem',
            from: null,
            to: record.due === null ? 'open' : `open, due ${record.due}`,
          },
          cause:
            by === ''
              ? `${issue.key} was resolved after a SEV${urgent.severity ?? ''} incident`
              : 'somebody began it',
          by: by === '' ? null : by,
          rubricVersion: version,
          mentions: [],
        },
      ],
      world,
      now,
    );
    return record;
  }
  return (await world.postMortems.read([issue.id])).get(issue.id) ?? record;
}
