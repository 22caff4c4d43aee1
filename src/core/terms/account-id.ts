/**
 * As account ids of Atlassian look: 24 hexadecimal digits, a number and a UUID, or a portal's customer. Used only where an id stands among names
 * and nothing else tells it from them.
 */
export const ACCOUNT_ID =
  /(?<![\w-])(?<who>[0-9a-f]{24}|\d{5,8}:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|qm:[0-9a-f-]{36}(?::[0-9a-f-]{36})?)(?![\w-])/u;

export function isAccountId(text: string): boolean {
  const found = ACCOUNT_ID.exec(text);
  return found !== null && found[0] === text;
}

const IN_A_MESSAGE = new RegExp(
  String.raw`(?<![0-9a-z])(?:[0-9a-f]{24}|\d{5,8}:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|qm:[0-9a-f-]{36}(?::[0-9a-f-]{36})?)(?![0-9a-z])`,
  'gu',
);
const E_MAIL = /[^\s@<>"'(),;:]{1,64}@[^\s@<>"'(),;:]+\.[a-z]{2,}/giu;

/**
 * A message as it may stand in a log, an error or a note: without account ids and addresses, which Jira and storage put into theirs. What is longer
 * than any message is cut.
 */
export function withoutPeople(message: string): string {
  return message.slice(0, 4_000).replace(E_MAIL, 'an address').replace(IN_A_MESSAGE, 'a person');
}
