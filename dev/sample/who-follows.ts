import { seedOf } from './moments';
import { accountOf, team, type Login } from './people';

/** Everybody who still works there, in an order of the issue's own. */
function inTurn(id: string): readonly string[] {
  const people = team.filter(({ active }) => active !== false).map(({ accountId }) => accountId);
  const first = seedOf(id) % people.length;
  return [...people.slice(first), ...people.slice(0, first)];
}

/** Who watches an issue that has so many watchers: first whoever made it, then colleagues. The others are customers, who have no names here. */
export function watchersOf(id: string, by: Login, count: number): readonly string[] {
  return [...new Set([accountOf(by), ...inTurn(id)])].slice(0, count);
}

/** Who voted, of so many: nobody votes for what they reported themselves. */
export function votersOf(id: string, by: Login, count: number): readonly string[] {
  return inTurn(id)
    .filter((accountId) => accountId !== accountOf(by))
    .slice(0, count);
}
