import type { RubricChange } from '../../core/rubric/difference';
import { changesBetween, editionAt, type Edition } from './editions';
import type { Scene, SettingsDesk } from './scene';

/** A version that came in between, and what it changed. */
export interface Overtaking {
  readonly version: number;
  /** Account id. */
  readonly by: string;
  readonly reason: string;
  readonly at: string;
  readonly changes: readonly RubricChange[];
}

/** Null while the scope still stands where the work was begun. */
export async function overtakenBy(base: number, { scope, own }: Pick<Scene, 'scope' | 'own'>, desk: SettingsDesk): Promise<Overtaking | null> {
  return own === null || own.version === base ? null : overtaking(base, own, scope, desk);
}

export async function overtaking(base: number, newest: Edition, scope: Scene['scope'], { world }: SettingsDesk): Promise<Overtaking | null> {
  if (newest.stored === null) return null;
  const { version, by, reason, at } = newest.stored;
  const before = await editionAt(scope, base, world.rubrics);
  return { version, by, reason, at, changes: before === null ? [] : changesBetween(before, newest) };
}
