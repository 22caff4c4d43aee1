import type { ProjectId } from '../../core/terms/project';
import type { PublishedRubric, SettingsView, WaitingPublication } from '../../contract/settings';
import { draftView, named, overtakenView, who, type Names } from './named-views';
import { rubricDifference } from '../../core/rubric/document/difference';
import { inheritanceChanges, inherited, stillAsIn } from '../../core/rubric/document/inherit';
import { withoutNames } from '../../core/rubric/document/without-names';
import { parseRubric } from '../../core/rubric/document/parse';
import type { ProposalContext, Refused, Waiting } from '../ports/settings';
import { whyNot } from './review-proposal';
import { isDelivered } from './discard-published-draft';
import { showDraft } from './draft-view';
import { editionOf } from '../rubric/edition';
import { overtakenBy, type Overtaking } from './newer-version';
import {
  approversOf,
  followedNow,
  type RubricAccess,
  type SettingsContext,
} from '../access/rubric-access';
import { openReading, withoutNaming, type RubricReading } from '../access/rubric-reading';

/** Work on the site's rubric is for who may read it whole. */
const NO_PROPOSALS: ProposalContext = { waiting: null, refused: [], revision: 0 };

/** @throws Gone when the project does not exist for this person; Forbidden as `openReading` */
export async function viewSettings(
  project: ProjectId | null,
  context: SettingsContext,
): Promise<SettingsView> {
  const access = await openReading(project, context);
  const { scope, own, inForce, verdict, whole } = access;
  const [mine, everybody, proposals] = await Promise.all([
    context.drafts.mine(scope, context.me),
    whole ? context.drafts.everybody(scope) : [],
    whole ? context.proposals.read(scope) : NO_PROPOSALS,
  ]);
  const others = everybody
    .filter(({ by }) => by !== context.me)
    .sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
  const draft = mine === null ? null : await showDraft(mine, access, context);
  const waiting =
    proposals.waiting === null || isDelivered(proposals.waiting, own)
      ? null
      : await showWaiting(proposals.waiting, access, context);
  const refused = proposals.refused.find(({ author }) => author === context.me) ?? null;
  const people = [
    inForce.stored?.by,
    draft?.overtaken?.by,
    waiting?.by,
    waiting?.overtaken?.by,
    refused?.by,
    ...others.map(({ by }) => by),
  ].filter((id) => id !== undefined);
  const why = verdict.may ? null : verdict.why;
  const names = await context.people.names(people);
  return {
    project,
    published: publishedView(access, names),
    draft: draft === null ? null : draftView(draft, names),
    others: others.map(({ by, ...rest }) => ({ ...rest, by: who(by, names) })),
    waiting: waiting === null ? null : waitingView(waiting, names),
    refused: refused === null ? null : refusedView(refused, names),
    may: {
      edit: why,
      publish: why,
      rollBack: why,
      approve:
        waiting === null ? 'Nothing waits for approval.' : whyNot(waiting.by, access, context.me),
    },
    approval: {
      needed: verdict.may && verdict.approval === 'needed',
      approvers: approversOf(access),
    },
    inheritance: inheritanceOf(access),
  };
}

function publishedView(
  { inForce: { stored, version, rubric, problems }, base, project, own, whole }: RubricReading,
  names: Names,
): PublishedRubric {
  const ofProject = project !== null && own !== null;
  return {
    source: ofProject ? 'project' : version === 0 ? 'default' : 'site',
    version,
    base,
    document: rubric,
    problems,
    by: stored === null ? null : named(stored.by, names, { whole }),
    reason: stored?.reason ?? null,
    at: stored?.at ?? null,
    inherits: ofProject ? (stored?.inherits ?? []) : [],
  };
}

function refusedView(
  { by, reason, at, replaced }: Refused,
  names: Names,
): NonNullable<SettingsView['refused']> {
  return { by: who(by, names), reason, at, replaced: replaced === true };
}

/** A proposal before anybody in it is named. */
type ShownWaiting = Omit<WaitingPublication, 'by' | 'overtaken'> & {
  readonly by: string;
  readonly overtaken: Overtaking | null;
};

function waitingView({ by, overtaken, ...rest }: ShownWaiting, names: Names): WaitingPublication {
  return {
    ...rest,
    by: who(by, names),
    overtaken: overtaken === null ? null : overtakenView(overtaken, names),
  };
}

async function showWaiting(
  waiting: Waiting,
  access: RubricReading,
  context: SettingsContext,
): Promise<ShownWaiting> {
  const { inForce } = access;
  const { rubric } = editionOf({ ...waiting, version: waiting.base + 1 });
  const differs = inForce.problems.length > 0 ? [] : rubricDifference(inForce.rubric, rubric);
  const changes = [...inheritanceChanges(followedNow(access), waiting.inherits), ...differs];
  const overtaken = await overtakenBy(waiting, access, context);
  const { id, by, reason, at, base, inherits } = waiting;
  const canAnswer = whyNot(by, access, context.me) === null;
  // It was begun with the site's rubric, names included: whoever only looks on is told how it would judge.
  const named = access.namesOfSite || canAnswer || by === context.me;
  return {
    ...{ id, by, reason, at, base, inherits },
    document: named ? rubric : withoutNames(rubric),
    changes: named ? changes : withoutNaming(changes),
    overtaken,
    canAnswer,
    canTakeBack: by === context.me,
  };
}

function inheritanceOf({ project, own, site }: RubricAccess): SettingsView['inheritance'] {
  if (project === null) return null;
  const sections = followedNow({ project, own });
  const shown = { version: site.version, document: site.rubric };
  if (own === null) return { sections, site: shown, behind: null };
  const upToDate = stillAsIn(site.rubric, own.rubric, sections).length === sections.length;
  const parsed = upToDate ? null : parseRubric(inherited(own.rubric, sections, site.rubric));
  return {
    sections,
    site: shown,
    behind: parsed === null ? null : { problems: parsed.ok ? [] : parsed.problems },
  };
}
