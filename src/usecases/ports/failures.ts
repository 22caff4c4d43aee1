/** Too many requests: Jira, storage or the queue asks to wait. */
export class Limited extends Error {
  constructor(
    /** Seconds until it is worth trying again. */
    readonly retryAfter: number,
    what: string,
    options?: ErrorOptions,
  ) {
    super(what, options);
    this.name = 'Limited';
  }
}

/** The requester may not do this. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden';
}

/** What was asked for does not exist, or not for this requester. */
export class Gone extends Error {
  override readonly name = 'Gone';
}

/** Jira took the request apart and said no: the message carries its words. */
export class Rejected extends Error {
  override readonly name = 'Rejected';
}

/** What was asked for cannot be done as things stand; `advice` says what the person can do instead. */
export class Declined extends Error {
  override readonly name: string = 'Declined';

  constructor(
    what: string,
    readonly advice: string,
    options?: ErrorOptions,
  ) {
    super(what, options);
  }
}

/** Storage does not take what was to be kept, and will not later either: it is too large, or of a wrong kind. */
export class NotKept extends Declined {
  override readonly name = 'NotKept';
}

/** No answer, a 5xx, or an answer in no known shape: worth trying again later. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
}

/** It was asked for once, and nobody knows whether it happened: to ask again could make it twice. `advice` says where to look. */
export class Unsure extends Error {
  override readonly name = 'Unsure';

  constructor(
    what: string,
    readonly advice: string,
    options?: ErrorOptions,
  ) {
    super(what, options);
  }
}

/** Seconds to wait before a retry of a failure that passes by itself; null for one that does not. */
export function secondsToRetry(failure: unknown): number | null {
  if (failure instanceof Limited) return failure.retryAfter;
  return failure instanceof Unavailable ? 10 : null;
}
