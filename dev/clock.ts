/** Where the dev host takes its time from. Milliseconds since the epoch throughout. */
export interface Clock {
  now(): number;
  /** Resolves after `ms`: real waiting on a real clock, an immediate jump on a virtual one once nothing earlier is due. */
  sleep(ms: number): Promise<void>;
}

/**
 * Why something waits, which decides whether a virtual clock may jump to it.
 * - `sleep`: running code waits for it. Always jumped to.
 * - `due`: a delivery. Jumped to while somebody is in a hurry (settling).
 * - `deadline`: the end of an invocation's time. Fires when time passes it, or when nothing else can move.
 * - `background`: a schedule. Fires only when time passes it, or it would drag a virtual clock on for ever.
 */
export type Urgency = 'sleep' | 'due' | 'deadline' | 'background';

/** A clock that also rings: what the Forge host needs. */
export interface HostClock extends Clock {
  /** On a virtual clock the app's own timers are served from here; on a real one they stay the platform's. */
  readonly virtual: boolean;
  /** Calls `ring` once, never synchronously, at `at` or as soon as possible after it. Returns what cancels it. */
  schedule(at: number, urgency: Urgency, ring: () => void): () => void;
  /** Until the returned function is called, a virtual clock jumps to `due` timers too. Real clocks do nothing. */
  hurry(): () => void;
}

/** A clock that stands still until it is told, or needs, to move. */
export interface VirtualClock extends HostClock {
  /** Moves on by `ms`, ringing everything on the way in order of time. */
  advance(ms: number): Promise<void>;
}
