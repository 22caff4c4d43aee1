import type { Overtaken } from '../../contract/drafts';
import { changedBeside } from '../../core/rubric/document/inherit';
import type { Draft } from '../../core/rubric/document/draft';
import { changesBetween, editionAt, type Beginning, type Edition } from '../rubric/edition';
import type { RubricAccess, SettingsContext } from '../access/rubric-access';

/** A version that came in between, and what it changed; `by` is an account id. */
export interface Overtaking extends Omit<Overtaken, 'by'> {
  readonly by: string;
}

/** Null while what the work was begun with still stands. */
export async function overtakenBy(
  work: Pick<Draft, 'base' | 'site' | 'inherits'>,
  access: Pick<RubricAccess, 'scope' | 'own' | 'site'>,
  context: SettingsContext,
): Promise<Overtaking | null> {
  const { scope, own } = access;
  if (own === null) return scope === 'site' ? null : overtakenBySite(work, access, context);
  return own.version === work.base ? null : overtaking(work, own, scope, context);
}

export async function overtaking(
  beginning: Beginning,
  newest: Edition,
  scope: RubricAccess['scope'],
  { world }: SettingsContext,
): Promise<Overtaking | null> {
  const before = await editionAt(scope, beginning, world.rubrics);
  return asOvertaking(newest, false, before === null ? [] : changesBetween(before, newest));
}

/** What the project goes on taking from the site comes by itself: only what the work would put back as it was counts. */
async function overtakenBySite(
  { site: seen, inherits }: Pick<Draft, 'site' | 'inherits'>,
  { site }: Pick<RubricAccess, 'site'>,
  { world }: SettingsContext,
): Promise<Overtaking | null> {
  if (seen === undefined || seen === site.version) return null;
  const before = await editionAt('site', { base: seen }, world.rubrics);
  const sound = before !== null && before.problems.length + site.problems.length === 0;
  const changes = sound ? changedBeside(inherits, before.rubric, site.rubric) : [];
  return sound && changes.length === 0 ? null : asOvertaking(site, true, changes);
}

function asOvertaking(
  { stored }: Edition,
  ofSite: boolean,
  changes: Overtaking['changes'],
): Overtaking | null {
  if (stored === null) return null;
  const { version, by, reason, at } = stored;
  return { ofSite, version, by, reason, at, changes };
}
