import type { Rubric } from '../rubric/schema/schema';
import type { OverrideKind } from './override';

type Rights = Rubric['decisionRights'];

/** What each kind of override is by the decision rights. To pause is to say when work is done, as to pin its lane is; to decline is an act of its own. */
const acts: Readonly<Record<OverrideKind, keyof Rights>> = {
  lane: 'overrideLane',
  points: 'moveScore',
  decline: 'decline',
  pause: 'overrideLane',
  overCap: 'acceptOverCap',
};

export function rightOver(kind: OverrideKind, rights: Rights): Rights[keyof Rights] {
  return rights[acts[kind]];
}

/** Every right that an override may need. */
export function overrideRights(rights: Rights): readonly Rights[keyof Rights][] {
  return [...new Set(Object.values(acts))].map((act) => rights[act]);
}

/**
 * Whether who owns the lane does it alone. Nobody declines work, or takes more than the policy gives to their lane, by
 * owning the lane.
 */
export function ownerDecides(kind: OverrideKind): boolean {
  return kind !== 'decline' && kind !== 'overCap';
}
