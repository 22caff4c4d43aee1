import { overtaken, retryWhenOvertaken } from '../../core/attempts/retry-when-overtaken';
import type { PostMortem } from '../../core/post-mortem/post-mortem';
import { Unavailable } from '../ports/failures';
import type { Needs } from './needs';

const TRIES = 5;

export interface Amended {
  readonly before: PostMortem;
  readonly after: PostMortem;
}

/**
 * Puts a change on top of the newest record, again and again while others write in between; null from `change` leaves the record
 * as it is, and the answer is null too.
 * @throws Unavailable when there is no end to the others
 */
export function amend(
  issueId: string,
  change: (newest: PostMortem) => PostMortem | null,
  { postMortems }: Pick<Needs, 'postMortems'>,
): Promise<Amended | null> {
  return retryWhenOvertaken<Amended | null>(
    TRIES,
    async () => {
      const before = (await postMortems.read([issueId])).get(issueId);
      const after = before === undefined ? null : change(before);
      if (before === undefined || after === null) return null;
      return (await postMortems.write(after)) ? { before, after } : overtaken;
    },
    () => {
      throw new Unavailable('Many people are changing this post-mortem at the same moment');
    },
  );
}
