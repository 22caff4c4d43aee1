import type { OrderFigures } from './figures';
import type { Spread } from './spread';

/** How the orders of one day's open issues compare with what was fixed afterwards. */
export interface DayOutcome {
  readonly day: string;
  /** Open issues that are work; evidence is not among them. */
  readonly open: number;
  /** Open incidents and tickets, which speak for other issues: left out. */
  readonly evidence: number;
  readonly fixed: { readonly within90: number; readonly within365: number | null };
  readonly orders: readonly {
    readonly id: string;
    readonly label: string;
    readonly within90: OrderFigures;
    /** Null where the file ends before the 365 days are over. */
    readonly within365: OrderFigures | null;
  }[];
  readonly scores: Spread;
  /** Shares of the open issues, 0–1. */
  readonly bands: Readonly<Record<string, number>>;
  readonly lanes: Readonly<Record<string, number>>;
  readonly horizons: Readonly<Record<string, number>>;
  /** What the file tells only as of its own end, in words. */
  readonly notUndone: string | null;
}

export interface BacktestOutcome {
  readonly rubric: string;
  /** The last day that the file knows of. */
  readonly newest: string;
  /** Which of the file's resolutions count as fixed. */
  readonly resolutions: { readonly fixed: readonly string[]; readonly other: readonly string[] };
  readonly days: readonly DayOutcome[];
  /** Days left out, since what was fixed within 90 days is not known yet. */
  readonly tooLate: readonly string[];
  readonly warnings: readonly string[];
}
