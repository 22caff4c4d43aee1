import { z } from 'zod';

/** Lanes that work is done in, the most urgent first: what a person may pin. */
export const workLanes = ['hot fix', 'stability', 'feature improvement', 'strategic bet'] as const;
/** What a rule may say: `unsorted` is work that no rule places. */
export const ruledLanes = [...workLanes, 'unsorted'] as const;
/** `declined` is no lane that a rule places work in: a person said that it is not done until a day. */
export const lanes = [...ruledLanes, 'declined'] as const;

export const WorkLane = z.enum(workLanes);
export type WorkLane = z.infer<typeof WorkLane>;
export const RuledLane = z.enum(ruledLanes);
export type RuledLane = z.infer<typeof RuledLane>;
export const Lane = z.enum(lanes);
export type Lane = z.infer<typeof Lane>;

/** One for each lane of work, under its name. */
export function perWorkLane<T>(make: (lane: WorkLane) => T): Readonly<Record<WorkLane, T>> {
  return Object.fromEntries(workLanes.map((lane) => [lane, make(lane)])) as Record<WorkLane, T>;
}
