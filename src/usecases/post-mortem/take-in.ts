import { asksFor } from '../../core/post-mortem/due';
import type { PostMortemState } from '../../core/provenance/change';
import type { PostMortem } from '../../core/post-mortem/post-mortem';
import { takenIn, type News } from '../../core/post-mortem/taken-in';
import { linkedWork } from '../../core/post-mortem/urgent';
import { amend } from './amend';
import { othersAround, resolvedLately, type Subject } from './subject';
import { causeOf, tell } from './tell';
import type { Needs } from './needs';
import { ownMember } from '../../core/terms/own-member';

/** Once the fix is resolved, its post-mortem is about everything that was fixed with it: what came since it was begun or complete is taken in. */
export async function takeIn(
  subject: Subject,
  record: PostMortem,
  world: Needs,
  now: Date,
): Promise<PostMortem> {
  const {
    issue,
    inForce: { rubric, version },
  } = subject;
  if (!resolvedLately(issue, now)) return record;
  const news = await newsFor(subject, record, world);
  const amended = await amend(
    issue.id,
    (newest) => takenIn(newest, news, rubric, now.toISOString()),
    world,
  );
  if (amended === null) return record;
  const { before, after } = amended;
  const entry = { issueId: issue.id, project: after.project, by: null, rubricVersion: version };
  await tell(
    [
      {
        ...entry,
        what: `taken-in:${after.revision}`,
        about: after.incidents,
        change: {
          kind: 'postMortem',
          from: standing(before),
          to: standing(after),
        },
        cause: causeOf(after),
      },
    ],
    world,
    now,
  );
  return after;
}

/** The post-mortem as it will be when the fix is resolved: what closing waits for. */
export async function asTakenIn(
  subject: Subject,
  record: PostMortem,
  world: Needs,
  now: Date,
): Promise<PostMortem> {
  return (
    takenIn(
      record,
      await newsFor(subject, record, world),
      subject.inForce.rubric,
      now.toISOString(),
    ) ?? record
  );
}

/** Of the incidents that ask for a post-mortem those that this one is to be about: neither what came after the fix, nor what other work learns from. */
async function newsFor(
  { issue, urgent, incidents, inForce: { rubric } }: Subject,
  record: PostMortem,
  world: Pick<Needs, 'postMortems'>,
): Promise<News> {
  const end =
    issue.status.category === 'done' && issue.resolved !== null
      ? Date.parse(issue.resolved)
      : Infinity;
  const came = new Map(incidents.map((one) => [one.key, Date.parse(one.created)]));
  const fresh = urgent.incidents.filter(
    (key) =>
      !record.incidents.includes(key) &&
      asksFor(ownMember(urgent.severities, key) ?? null, rubric.postMortem) &&
      (came.get(key) ?? 0) <= end,
  );
  const others = await othersAround(
    issue,
    incidents.filter(({ key }) => fresh.includes(key)).flatMap((one) => linkedWork(one, rubric)),
    world,
  );
  const here = fresh.filter((key) => !others.some((one) => one.incidents.includes(key)));
  const severities = [...record.incidents, ...here].flatMap(
    (key) => ownMember(urgent.severities, key) ?? [],
  );
  return { incidents: here, severity: severities.sort((a, b) => a - b)[0] ?? null };
}

function standing({ completed, due }: PostMortem): PostMortemState {
  if (completed !== null) return { state: 'complete' };
  return due === null ? { state: 'open' } : { state: 'open', due };
}
