/** How people read whoever has closed their account. */
export const FORMER_USER = 'Former user';

const STEM = 'former-user-';
const FORMER = /^former-user-[0-9a-z]{8}$/u;

/**
 * Stands for somebody whose account is closed, in every record alike: what was said and decided stays readable, two such people stay two, and
 * nothing leads back to the account. `random`: 0 up to 1.
 */
export function formerUserId(random: () => number): string {
  const digits = Array.from({ length: 8 }, () => Math.floor(random() * 36).toString(36));
  return STEM + digits.join('');
}

export function isFormerUser(accountId: string): boolean {
  return FORMER.test(accountId);
}
