/**
 * As account ids of Atlassian look: 24 hexadecimal digits, a number and a UUID, or a portal's customer. Used only where an id stands among names
 * and nothing else tells it from them.
 */
export const ACCOUNT_ID =
  /(?<![\w:-])(?<who>[0-9a-f]{24}|\d{5,8}:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|qm:[0-9a-f-]{36}(?::[0-9a-f-]{36})?)(?![\w:-])/u;

export function isAccountId(text: string): boolean {
  const found = ACCOUNT_ID.exec(text);
  return found !== null && found[0] === text;
}
