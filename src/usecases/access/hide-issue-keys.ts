const HIDDEN = 'a hidden issue';

/** Replaces these keys in any text. */
export function hideIssueKeys(hiddenKeys: readonly string[]): (text: string) => string {
  if (hiddenKeys.length === 0) return (text) => text;
  // The longest first, so that ABC-12 does not leave a 2 behind ABC-1.
  const longestFirst = [...new Set(hiddenKeys)].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(
    longestFirst.map((key) => `\\b${key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\b`).join('|'),
    'gu',
  );
  return (text) => text.replace(pattern, HIDDEN);
}
