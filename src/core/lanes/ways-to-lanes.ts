import type { LaneCondition } from '../rubric/schema/lane-rules';
import type { DeepReadonly } from '../terms/deep-readonly';
import type { MetCondition } from '../provenance/because';
import type { Lane } from '../terms/lane';
import { sameName } from '../text/same-name';
import { dayNumberOf } from '../time/utc-day';
import { counted } from '../text/wording';
import { factFor, type LaneFacts } from './condition';
import { strongestPillar } from './strongest-pillar';

/** What would have to change for an issue to stand in another lane. */
export interface WayToLane {
  readonly lane: Lane;
  /** All of these would have to end: the rules that come first and hold now. */
  readonly ending: readonly MetCondition[];
  /** Any one of these would have to come true; empty when one already holds. */
  readonly any: readonly string[];
}

/** For each other lane that a rule names, the easiest rule: the one with the least to end. What an issue cannot become is left out. */
export function waysToLanes(facts: LaneFacts): readonly WayToLane[] {
  const { lanes } = facts.plan.rubric;
  const holding = lanes.map((rule) =>
    rule.any.flatMap((condition) => factFor(condition, facts) ?? []),
  );
  const present = holding.findIndex((found) => found.length > 0);
  const ways = new Map<Lane, WayToLane>();
  lanes.forEach((rule, at) => {
    if (at === present || rule.lane === lanes[present]?.lane || rule.lane === 'unsorted') return;
    const ending = holding.slice(0, at).flat();
    const any =
      (holding[at]?.length ?? 0) > 0
        ? []
        : rule.any.flatMap((condition) => wayInto(condition, facts) ?? []);
    if (any.length === 0 && (holding[at]?.length ?? 0) === 0) return;
    // A later rule has everything to end that an earlier one has, so the first of a lane is the easiest.
    if (!ways.has(rule.lane)) ways.set(rule.lane, { lane: rule.lane, ending, any });
  });
  return [...ways.values()];
}

/** What would have to come true, with how far it is; null for what an issue does not become. */
function wayInto(
  condition: DeepReadonly<LaneCondition>,
  { signals, judgement, plan }: LaneFacts,
): string | null {
  const { totals, effort } = judgement;
  switch (condition.kind) {
    case 'isEvidence':
      return null;
    case 'openIncident':
      return condition.severity === 1
        ? 'an open SEV1 incident is linked'
        : `an open incident of SEV${condition.severity} or worse is linked`;
    case 'slaBreached':
      return 'an agreed time passes on it or on a linked ticket';
    case 'customers': {
      const enough = Math.floor(condition.moreThan) + 1;
      return `${counted(enough, 'customer')} ${enough === 1 ? 'has' : 'have'} something open (now ${totals.openCustomers})`;
    }
    case 'workType':
      return `its type becomes ${listed(condition.names)} (now ${signals.issue.type})`;
    case 'followUp':
      return 'it is marked as the follow-up of an incident';
    case 'strongestPillar':
      return strongestNeeded(condition.pillar, condition.atLeast, { signals, judgement, plan });
    case 'filled':
      return condition.fields.length > 2
        ? `${condition.fields[0] ?? ''} or a field like it is filled`
        : `${listed(condition.fields)} is filled`;
    case 'level':
      return condition.atLeast >= 1 && signals.issue.level < 1 ? 'it becomes an epic' : null;
    case 'effort':
      return `its effort is more than ${condition.moreThan} ${plan.rubric.effort.unit} (now ${effort.assumed === null ? effort.amount : 'not estimated'})`;
    case 'freshPriority': {
      // It grows no younger.
      const created = dayNumberOf(signals.issue.created);
      if (created === null || judgement.today - created > condition.days) return null;
      return `its priority becomes ${listed(condition.names)} within ${counted(condition.days, 'day')} of the day it was created${alsoType(condition.workTypes, signals.issue.type)}`;
    }
    case 'words':
      return `${listed(condition.in.map((place) => PLACES[place]))} says ${listed(condition.any.map((word) => `“${word}”`))}${alsoType(condition.workTypes, signals.issue.type)}`;
  }
}

function strongestNeeded(pillar: string, atLeast: number, { judgement, plan }: LaneFacts): string {
  const labelOf = (id: string): string =>
    (plan.rubric.pillars.find((one) => one.id === id)?.label ?? id).toLowerCase();
  const first = strongestPillar(judgement);
  const now =
    first === null ? 'no side is' : `${labelOf(first.pillar)} is, with ${Math.round(first.points)}`;
  return `${labelOf(pillar)} becomes its strongest side with at least ${atLeast} points (now ${now})`;
}

const PLACES = { summary: 'its title', labels: 'a label', components: 'a component' } as const;

/** The type as a second thing that has to hold, where it does not yet. */
function alsoType(names: readonly string[] | undefined = [], now: string): string {
  return names.length === 0 || names.some((name) => sameName(name) === sameName(now))
    ? ''
    : ` and its type becomes ${listed(names)} (now ${now})`;
}

/** The first few names: a rubric lists spellings in many languages. */
function listed(names: readonly string[]): string {
  const [first = '', second, third] = names;
  if (second === undefined) return first;
  return names.length === 2
    ? `${first} or ${second}`
    : `${first}, ${second}${third === undefined ? '' : ` or ${third}`}${names.length > 3 ? ' …' : ''}`;
}
