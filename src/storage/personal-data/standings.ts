import { ACCOUNT_ID, isAccountId } from '../../core/terms/account-id';
import { isFormerUser } from '../../core/terms/former-user';
import type { PersonStanding } from '../../usecases/ports/personal-data/stored-people';
import type { Opened } from './opened-record';
import { visited } from './person-places';

/** A text beside an id is told so far. */
const LONGEST = 2_000;
const ISSUE = /^\d+$/u;
/** Of settings the key says whose they are. */
const PROJECT = /(?:(?:^|:)project|^pilot):(?<of>[^:]+)/u;

/** Everybody in a record, at each place of theirs; those whose ids stand for nobody any more are left out. */
export function standingsIn(opened: Opened): readonly PersonStanding[] {
  const { kind, content } = opened;
  const found: PersonStanding[] = [];
  for (const place of kind.people)
    visited(content, place, (accountId, parent, path) => {
      if (!isFormerUser(accountId))
        found.push({
          accountId,
          kind: kind.name,
          as: place.as,
          member: path.join('.'),
          ...whereabouts(opened),
          ...alongside(place.path === 'key' ? content : parent, accountId),
        });
      return accountId;
    });
  return found;
}

function whereabouts({ content }: Opened): Pick<PersonStanding, 'issueId' | 'project'> {
  const { issueId, project, key } = content;
  const [first = ''] = String(key).split(':');
  return {
    issueId: typeof issueId === 'string' ? issueId : ISSUE.test(first) ? first : null,
    project:
      typeof project === 'string' ? project : (PROJECT.exec(String(key))?.groups?.['of'] ?? null),
  };
}

/** When, and what stands beside the id: plain values alone, so that it says something of this person and of nobody else. */
function alongside(parent: unknown, accountId: string): Pick<PersonStanding, 'at' | 'beside'> {
  const members =
    typeof parent === 'object' && parent !== null && !Array.isArray(parent) ? parent : {};
  const beside: Record<string, string | number | boolean> = {};
  let at: string | null = null;
  for (const [name, value] of Object.entries(members) as [string, unknown][]) {
    if (isAccountId(name)) continue;
    if (MOMENTS.includes(name) && typeof value === 'string') at ??= value;
    else if (typeof value === 'string' && (value.includes(accountId) || ACCOUNT_ID.test(value)))
      continue;
    else if (typeof value === 'number' || typeof value === 'boolean') beside[name] = value;
    else if (typeof value === 'string' && !PEOPLE.includes(name))
      beside[name] = value.slice(0, LONGEST);
  }
  return { at, beside };
}

const MOMENTS: readonly string[] = ['at', 'savedAt', 'since', 'startedAt'];
/** Somebody else may stand there. */
const PEOPLE: readonly string[] = ['by', 'owner', 'author', 'id', 'key', 'scope', 'name', 'body'];
