import type {
  MayKinds,
  MayView,
  OverrideRequestKind,
} from '../../../../../../src/contract/overrides';
import { workLanes, type WorkLane } from '../../../../../../src/core/terms/lane';

/** `differs`: by the lane, and none is chosen yet. */
export type Verdict =
  | {
      readonly may: true;
      readonly approval: 'not needed' | 'needed' | 'differs';
      readonly approvers: string;
    }
  | Extract<MayView, { may: false }>;

/** What this person may do with a request as far as it is filled in. */
export function verdictOf(
  may: MayKinds,
  kind: OverrideRequestKind,
  pinned: WorkLane | null,
): Verdict {
  if (kind !== 'lane') return may[kind];
  if (pinned !== null && may.lane[pinned].may) return may.lane[pinned];
  const all = workLanes.map((lane) => may.lane[lane]);
  const open = all.flatMap((one) => (one.may ? [one] : []));
  const [first] = open;
  // Where no lane may be pinned, all of them say why.
  if (first === undefined) return may.lane[workLanes[0]];
  return open.every(({ approval }) => approval === first.approval)
    ? first
    : { ...first, approval: 'differs' };
}

export function whenText(
  { approval, approvers }: Extract<Verdict, { may: true }>,
  { lane }: MayKinds,
): string {
  if (approval === 'not needed') return 'It takes effect at once.';
  if (approval === 'needed') return `It takes effect once ${approvers} approve.`;
  return `In a lane of your own (${workLanes.filter((one) => atOnce(lane[one])).join(', ')}) it takes effect at once, in any other once ${approvers} approve.`;
}

function atOnce(may: MayView): boolean {
  return may.may && may.approval === 'not needed';
}
