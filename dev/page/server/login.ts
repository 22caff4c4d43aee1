import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Person } from '../wire';

const cookie = 'ballast-user';

/** The person whose page this is: the one who logged in here, or the first. */
export function personOf(c: Context, people: readonly [Person, ...Person[]]): Person {
  const chosen = getCookie(c, cookie);
  return people.find(({ accountId }) => accountId === chosen) ?? people[0];
}

/** Strict, so that no other site's page can act as this person. */
export function logIn(c: Context, person: Person): void {
  setCookie(c, cookie, person.accountId, { httpOnly: true, sameSite: 'Strict', path: '/' });
}
