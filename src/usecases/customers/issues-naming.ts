import type { Evidence } from '../../core/signals/signal';
import { sameName } from '../../core/text/same-name';
import type { Viewer } from '../ports/world';
import { asSeenBy } from './customers-named';
import type { Needs } from './needs';

/** An open issue whose evidence names a customer, with that evidence. */
export interface NamedOn {
  readonly issueId: string;
  readonly key: string;
  readonly pieces: readonly Evidence[];
}

/** 2,000 issues: a second or two, for a person who waits. */
const MOST_PAGES = 20;

/** Open issues of the site whose evidence names a customer, as far as the person sees them and what names it; how many they do not see. */
export async function issuesNaming(
  name: string,
  viewer: Pick<Viewer, 'visible'>,
  world: Pick<Needs, 'ledger' | 'issues' | 'projects'>,
): Promise<{
  readonly found: readonly NamedOn[];
  readonly hidden: number;
  readonly complete: boolean;
}> {
  const wanted = sameName(name);
  const seen = asSeenBy(viewer, world);
  const found: NamedOn[] = [];
  let [all, cursor]: [number, string | null] = [0, null];
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const page: Awaited<ReturnType<Needs['ledger']['page']>> = await world.ledger.page(
      { by: 'open' },
      cursor,
    );
    const keys = new Map(page.entries.map(({ issueId, key }) => [issueId, key]));
    const naming = page.entries.flatMap(({ issueId, signals }) => {
      const pieces = (signals?.evidence ?? []).flatMap((piece) =>
        piece.customer !== undefined && sameName(piece.customer) === wanted
          ? [{ ...piece, customer: piece.customer }]
          : [],
      );
      return pieces.length === 0 ? [] : [{ issueId, pieces }];
    });
    all += naming.length;
    for (const { issueId, pieces } of await seen(naming))
      if (pieces.length > 0) found.push({ issueId, key: keys.get(issueId) ?? '', pieces });
    cursor = page.next;
    if (cursor === null) break;
  }
  return { found, hidden: all - found.length, complete: cursor === null };
}
