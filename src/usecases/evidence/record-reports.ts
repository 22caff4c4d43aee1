import { overtaken, retryWhenOvertaken } from '../../core/attempts/retry-when-overtaken';
import { sameName } from '../../core/text/same-name';
import { follow, passedOn } from '../../core/evidence-feeds/merge-report';
import {
  asRecorded,
  issuesOf,
  keyOfItself,
  type KeptEvidence,
} from '../../core/evidence-feeds/kept-evidence';
import { withoutSaidAhead } from '../../core/evidence-feeds/said-ahead';
import type { Report } from '../../core/evidence-feeds/report';
import { NotKept, Unavailable } from '../ports/failures';
import type { EvidenceRef, StoredEvidence } from '../ports/evidence';
import { rubricFor } from '../rubric/in-force';
import type { Needs } from './needs';

/** What came of reports: how many said something new, how many were known, and how many speak for no issue yet. */
export interface Recorded {
  readonly changed: number;
  readonly known: number;
  readonly unattached: number;
  /** Ids of the issues whose score may move. */
  readonly issueIds: readonly string[];
}

/** Who reports by an automation rule. */
export interface ByRule {
  /** Id of the project whose piece it is; undefined for one from before rules had places of their own. */
  readonly space: string | undefined;
  /** Whether the rule's user sees the issue that the piece's id is the key of. */
  readonly seesIt: boolean;
  /** @throws Forbidden when the rule's user may not change what is kept */
  readonly mayChange: (kept: KeptEvidence) => Promise<void>;
}

type RecordNeeds = Pick<Needs, 'evidence' | 'issues' | 'rubrics' | 'clock'>;

/** Of several writers at once each tries again with what the other left. */
const TRIES = 6;
/** Pieces merged into pieces that were merged again. */
const LONGEST_MERGE = 10;

/**
 * Records what was reported and has exactly the issues rescored for which something changed. Cut off anywhere, the same reports
 * once more finish the work: what still has to be rescored is written down with the evidence, and struck out afterwards.
 * @throws NotKept for a report that storage does not take, when all others are recorded and have their issues rescored
 */
export async function recordEvidence(
  reports: readonly Report[],
  rescore: (issueIds: readonly string[], kept: readonly KeptEvidence[]) => Promise<void>,
  world: RecordNeeds & { readonly rule?: ByRule },
): Promise<Recorded> {
  const idsOf = await issuesNamed(reports, world);
  const outcomes: Outcome[] = [];
  const notKept: NotKept[] = [];
  for (const report of reports) {
    try {
      outcomes.push(...(await recordOne(report, idsOf(report), LONGEST_MERGE, world)));
    } catch (failure) {
      if (!(failure instanceof NotKept)) throw failure;
      notKept.push(failure);
    }
  }
  const pending = outcomes.filter(({ pendingIssues }) => pendingIssues.length > 0);
  const issueIds = [...new Set(pending.flatMap(({ pendingIssues }) => pendingIssues))];
  if (issueIds.length > 0)
    await rescore(
      issueIds,
      pending.map(({ kept }) => kept),
    );
  for (const { kept } of pending) await clearPending(kept, issueIds, world);
  if (notKept[0] !== undefined) throw notKept[0];
  return {
    changed: outcomes.filter(({ changed }) => changed).length,
    known: outcomes.filter(({ changed }) => !changed).length,
    unattached: outcomes.filter(({ kept }) => issuesOf(kept).length === 0).length,
    issueIds,
  };
}

interface Outcome {
  readonly kept: KeptEvidence;
  readonly changed: boolean;
  readonly pendingIssues: readonly string[];
}

async function recordOne(
  report: Report,
  named: readonly string[],
  merges: number,
  world: RecordNeeds & { readonly rule?: ByRule },
): Promise<readonly Outcome[]> {
  const { rule } = world;
  const space = rule?.space;
  return retryWhenOvertaken<readonly Outcome[]>(
    TRIES,
    async () => {
      const read = await world.evidence.read({ ...report, ...(space !== undefined && { space }) });
      if (read !== null) await rule?.mayChange(read.kept);
      const known = read === null ? null : withoutSaidAhead(read.kept, new Date(world.clock()));
      const followed = await withItself(follow(known, report, named, space), read, world);
      const next = rule?.seesIt === true ? linkable(followed, named) : followed;
      const pendingIssues = [
        ...new Set([...(read?.pendingIssues ?? []), ...moved(read?.kept ?? null, next)]),
      ];
      const changed = read === null || JSON.stringify(read.kept) !== JSON.stringify(next);
      // Listed first: a list that names what is not there yet says nothing, while unlisted evidence would never be found.
      // Those that it goes from have to list it too: what they have summed up counts it no more.
      const concerned = new Set([...(read === null ? [] : issuesOf(read.kept)), ...issuesOf(next)]);
      for (const issueId of concerned) if (changed) await world.evidence.attach(issueId, next);
      if (changed && !(await world.evidence.write(next, pendingIssues, read))) return overtaken;
      const on = passedOn(next);
      const passed =
        on === null || merges === 0 ? [] : await recordOne(on.report, on.issues, merges - 1, world);
      return [{ kept: next, changed, pendingIssues }, ...passed];
    },
    () => {
      throw new Unavailable('Too many reports of the same evidence at once');
    },
  );
}

/** What is told of for the first time by the key of an issue keeps its id, whosever that key is later. */
async function withItself(
  kept: KeptEvidence,
  read: StoredEvidence | null,
  { issues }: Pick<RecordNeeds, 'issues'>,
): Promise<KeptEvidence> {
  const key = read === null ? keyOfItself(kept) : null;
  if (key === null) return kept;
  const [itself] = (await issues.find([key], [])).issues;
  // In the place at which the next report leaves it, or it would seem to say something new.
  const { space, linkFor, from, ...rest } = kept;
  return itself === undefined
    ? kept
    : {
        ...(space !== undefined && { space }),
        ...(linkFor !== undefined && { linkFor }),
        ...(from !== undefined && { from }),
        itself: itself.id,
        ...rest,
      };
}

function linkable(kept: KeptEvidence, named: readonly string[]): KeptEvidence {
  return { ...kept, linkFor: [...new Set([...(kept.linkFor ?? []), ...named])].sort() };
}

/** Ids of the issues for which a report changes what counts. */
function moved(before: KeptEvidence | null, after: KeptEvidence): readonly string[] {
  const earlier = before === null ? [] : issuesOf(before);
  const later = issuesOf(after);
  const said = before === null ? null : asRecorded(before);
  const says = asRecorded(after);
  if (JSON.stringify(said) !== JSON.stringify(says)) return [...new Set([...earlier, ...later])];
  return says === null
    ? []
    : [
        ...earlier.filter((id) => !later.includes(id)),
        ...later.filter((id) => !earlier.includes(id)),
      ];
}

/** Strikes out what was asked for; whoever wrote in between has carried it over and asks for it again. */
async function clearPending(
  ref: EvidenceRef,
  done: readonly string[],
  world: RecordNeeds,
): Promise<void> {
  const read = await world.evidence.read(ref);
  if (read === null || read.pendingIssues.length === 0) return;
  await world.evidence.write(
    read.kept,
    read.pendingIssues.filter((id) => !done.includes(id)),
    read,
  );
}

/** For each report the ids of the issues that it speaks for: those it names by key, else those that the site's rubric lets stand for its services. */
async function issuesNamed(
  reports: readonly Report[],
  world: RecordNeeds,
): Promise<(report: Report) => readonly string[]> {
  const { rubric } = await rubricFor(null, world.rubrics);
  const standing = new Map(
    Object.entries(rubric.evidence.services).map(([service, keys]) => [sameName(service), keys]),
  );
  const keysOf = ({ issues, services }: Report): readonly string[] =>
    issues.keys.length > 0 || issues.whole
      ? issues.keys
      : services.flatMap((service) => standing.get(sameName(service)) ?? []);
  const keys = [...new Set(reports.flatMap(keysOf))];
  const { issues } = keys.length === 0 ? { issues: [] } : await world.issues.find(keys, []);
  const ids = new Map(issues.map(({ id, key }) => [key, id]));
  // Jira answers to the key that an issue had before it was moved, under its new one: asked alone, it is known which.
  const moved = issues.some(({ key }) => !keys.includes(key))
    ? keys.filter((key) => !ids.has(key))
    : [];
  for (const key of moved)
    for (const { id } of (await world.issues.find([key], [])).issues) ids.set(key, id);
  return (report) => [...new Set(keysOf(report).flatMap((key) => ids.get(key) ?? []))];
}
