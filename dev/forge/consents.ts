/** Who lets the app act in their name. With the platform's simplified consent everybody does from the start, without a word. */
export interface Consents {
  has(accountId: string): boolean;
  give(accountId: string): void;
  /** From one person, or from all: each has to be asked then, as on a site without simplified consent or after new scopes. */
  withdraw(accountId?: string): void;
  /** Everybody again, unasked. */
  simplify(): void;
}

/** What the platform's proxy says, and @forge/api throws, when it has to ask the person first. */
export const NEEDS_CONSENT = 'NEEDS_AUTHENTICATION_ERR';

/** Whether a failed invocation says that its person has to be asked. The platform knows it by the error's name alone. */
export const asksForConsent = (failure: unknown): boolean =>
  failure instanceof Error && failure.name === NEEDS_CONSENT;

export function consents(): Consents {
  let unasked = true;
  const otherwise = new Set<string>();
  return {
    has: (accountId) => otherwise.has(accountId) !== unasked,
    give(accountId) {
      if (unasked) otherwise.delete(accountId);
      else otherwise.add(accountId);
    },
    withdraw(accountId) {
      if (accountId === undefined) {
        unasked = false;
        otherwise.clear();
      } else if (unasked) otherwise.add(accountId);
      else otherwise.delete(accountId);
    },
    simplify() {
      unasked = true;
      otherwise.clear();
    },
  };
}
