import type { PostMortem } from '../../core/post-mortem/post-mortem';
import { Unavailable } from '../ports/failures';
import type { PostMortemWorld } from '../ports/post-mortem-world';

const ATTEMPTS = 5;

export interface Amended {
  readonly before: PostMortem;
  readonly after: PostMortem;
}

/**
 * Puts a change on top of the newest record, again and again while others write in between; null from `change` leaves the record
 * as it is, and the answer is null too.
 * @throws Unavailable when there is no end to the others
 */
export async function amend(
  issueId: string,
  change: (newest: PostMortem) => PostMortem | null,
  { postMortems }: Pick<PostMortemWorld, 'postMortems'>,
): Promise<Amended | null> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const before = (await postMortems.read([issueId])).get(issueId);
    const after = before === undefined ? null : change(before);
    if (before === undefined || after === null) return null;
    if (await postMortems.write(after)) return { before, after };
  }
  throw new Unavailable('Many people are changing this post-mortem at the same moment');
}
