import type { PostMortem } from './post-mortem';

/** Whether what was promised came. */
export interface FollowThrough {
  readonly postMortems: number;
  /** Completed by the day they were due; those without a due day count as in time. */
  readonly completedInTime: number;
  readonly completedLate: number;
  readonly actions: {
    readonly inTime: number;
    readonly late: number;
    readonly overdue: number;
    readonly open: number;
  };
  /** 0 to 1 of the actions that had to be done by now; null while none had to. */
  readonly share: number | null;
  /** Incidents that came again while an action against them was open. */
  readonly recurrences: number;
}

/** @param today `2026-11-20` */
export function followThrough(all: readonly PostMortem[], today: string): FollowThrough {
  const completed = all.flatMap(({ completed: day, due }) =>
    day === null ? [] : [due === null || day <= due],
  );
  const actions = { inTime: 0, late: 0, overdue: 0, open: 0 };
  for (const { done, due } of all.flatMap((one) => one.actions)) {
    if (done !== null) actions[done <= due ? 'inTime' : 'late'] += 1;
    else actions[due < today ? 'overdue' : 'open'] += 1;
  }
  const had = actions.inTime + actions.late + actions.overdue;
  return {
    postMortems: all.length,
    completedInTime: completed.filter(Boolean).length,
    completedLate: completed.filter((inTime) => !inTime).length,
    actions,
    share: had === 0 ? null : actions.inTime / had,
    recurrences: all.reduce((sum, { recurrences }) => sum + recurrences.length, 0),
  };
}
