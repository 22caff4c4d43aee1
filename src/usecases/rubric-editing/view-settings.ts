import { rubricDifference } from '../../core/rubric/document/difference';
import { type RubricChange } from '../../core/rubric/document/rubric-change';
import {
  inheritanceChanges,
  inherited,
  stillAsIn,
  type Section,
} from '../../core/rubric/document/inherit';
import { parseRubric } from '../../core/rubric/document/parse';
import type { RubricProblem } from '../../core/rubric/schema/problem';
import type { Rubric } from '../../core/rubric/schema/schema';
import type { DraftNote, Refused, Waiting } from '../ports/settings';
import { whyNot } from './review-proposal';
import { isDelivered } from './discard-published-draft';
import { showDraft, type ShownDraft } from './draft-view';
import { editionOf, type Edition } from '../rubric/edition';
import { overtakenBy, type Overtaking } from './newer-version';
import {
  approversOf,
  followedNow,
  openScene,
  type Scene,
  type SettingsDesk,
} from '../access/rubric-access';

export interface ShownSettings {
  readonly project: string | null;
  readonly source: 'project' | 'site' | 'default';
  readonly inForce: Edition;
  readonly base: number;
  readonly draft: ShownDraft | null;
  readonly others: readonly DraftNote[];
  readonly waiting: ShownWaiting | null;
  /** The last refusal of this person's own proposal. */
  readonly refused: Refused | null;
  readonly may: {
    readonly edit: string | null;
    readonly publish: string | null;
    readonly approve: string | null;
    readonly rollBack: string | null;
  };
  readonly approval: { readonly needed: boolean; readonly approvers: string };
  readonly inheritance: {
    readonly sections: readonly Section[];
    readonly site: Edition;
    readonly behind: { readonly problems: readonly RubricProblem[] } | null;
  } | null;
  /** Display names by account id. */
  readonly names: ReadonlyMap<string, string>;
}

export interface ShownWaiting extends Omit<Waiting, 'document'> {
  readonly document: Rubric;
  readonly changes: readonly RubricChange[];
  readonly overtaken: Overtaking | null;
  readonly canAnswer: boolean;
  readonly canTakeBack: boolean;
}

/** @throws Gone when the project does not exist for this person */
export async function viewSettings(
  project: string | null,
  desk: SettingsDesk,
): Promise<ShownSettings> {
  const scene = await openScene(project, desk);
  const { scope, own, inForce, base, verdict } = scene;
  const [mine, everybody, proposals] = await Promise.all([
    desk.drafts.mine(scope, desk.me),
    desk.drafts.everybody(scope),
    desk.proposals.read(scope),
  ]);
  const others = everybody
    .filter(({ by }) => by !== desk.me)
    .sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
  const draft = mine === null ? null : await showDraft(mine, scene, desk);
  const waiting =
    proposals.waiting === null || isDelivered(proposals.waiting, own)
      ? null
      : await showWaiting(proposals.waiting, scene, desk);
  const refused = proposals.refused.find(({ author }) => author === desk.me) ?? null;
  const people = [
    inForce.stored?.by,
    draft?.overtaken?.by,
    waiting?.by,
    waiting?.overtaken?.by,
    refused?.by,
    ...others.map(({ by }) => by),
  ].filter((id) => id !== undefined);
  const why = verdict.may ? null : verdict.why;
  return {
    project,
    inForce,
    base,
    draft,
    others,
    waiting,
    refused,
    source:
      project !== null && own !== null ? 'project' : inForce.version === 0 ? 'default' : 'site',
    may: {
      edit: why,
      publish: why,
      rollBack: why,
      approve: waiting === null ? 'Nothing waits for approval.' : whyNot(waiting, scene, desk.me),
    },
    approval: {
      needed: verdict.may && verdict.approval === 'needed',
      approvers: approversOf(scene),
    },
    inheritance: inheritanceOf(scene),
    names: await desk.people.names(people),
  };
}

async function showWaiting(
  waiting: Waiting,
  scene: Scene,
  desk: SettingsDesk,
): Promise<ShownWaiting> {
  const { inForce } = scene;
  const { rubric } = editionOf({ ...waiting, version: waiting.base + 1 });
  const differs = inForce.problems.length > 0 ? [] : rubricDifference(inForce.rubric, rubric);
  const changes = [...inheritanceChanges(followedNow(scene), waiting.inherits), ...differs];
  const overtaken = await overtakenBy(waiting, scene, desk);
  return {
    ...waiting,
    document: rubric,
    changes,
    overtaken,
    canAnswer: whyNot(waiting, scene, desk.me) === null,
    canTakeBack: waiting.by === desk.me,
  };
}

function inheritanceOf({ project, own, site }: Scene): ShownSettings['inheritance'] {
  if (project === null) return null;
  const sections = followedNow({ project, own });
  if (own === null) return { sections, site, behind: null };
  const upToDate = stillAsIn(site.rubric, own.rubric, sections).length === sections.length;
  const parsed = upToDate ? null : parseRubric(inherited(own.rubric, sections, site.rubric));
  return {
    sections,
    site,
    behind: parsed === null ? null : { problems: parsed.ok ? [] : parsed.problems },
  };
}
