import type { SnapshotUser } from '../snapshot';
import type { Person } from './issue-shapes';

/**
 * Somebody as the stand-in knows people. Server and Data Center exports have no account id: the user name stands in for it, as
 * it does in their `assignee = name` queries. Anonymised people, who have neither, become nobody.
 */
export function asUser(person: Person | null | undefined): SnapshotUser | undefined {
  if (!person) return undefined;
  const accountId = [
    person.accountId,
    person.name,
    person.key,
    person.emailAddress,
    person.displayName,
  ].find((candidate) => candidate);
  if (!accountId) return undefined;
  return {
    accountId,
    displayName: person.displayName || person.name || accountId,
    ...(person.emailAddress ? { email: person.emailAddress } : {}),
    ...(person.active === false ? { active: false } : {}),
  };
}
