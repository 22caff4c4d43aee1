import type { ProjectId } from '../../core/terms/project';
import { sameName } from '../../core/text/same-name';
import { isPerson } from '../../core/scoring/evidence/customer-weight';
import { mentionOf } from '../../core/signals/mention';
import type { Evidence } from '../../core/signals/signal';
import { seenMentions } from '../access/visible-mentions';
import type { LedgerQuestion, Viewer } from '../ports/world';
import type { Needs } from './needs';

/** Customers that evidence names, by `sameName`, with one writing of each and the open issues that name it. */
export interface CustomersNamed {
  readonly issues: ReadonlyMap<
    string,
    {
      readonly name: string;
      readonly count: number;
      /** An account stands for a customer that nobody named. */
      readonly person: boolean;
    }
  >;
  readonly looked: number;
  /** Whether every open issue was looked at. */
  readonly complete: boolean;
}

/** 2,000 issues: a second or two, for a person who waits. */
const MOST_PAGES = 20;

/** An open issue whose evidence names customers. */
interface Naming {
  readonly issueId: string;
  readonly pieces: readonly (Evidence & { readonly customer: string })[];
}

/** Which of these may be told of to whoever asks. */
export type MayTell = (found: readonly Naming[]) => Promise<readonly Naming[]>;

/** Of what a person sees: the issue, and everything that names the customer there. */
export function asSeenBy(
  viewer: Pick<Viewer, 'visible'>,
  world: Pick<Needs, 'issues' | 'projects'>,
): MayTell {
  return async (found) => {
    if (found.length === 0) return [];
    const shown = await viewer.visible(found.map(({ issueId }) => issueId));
    const visible = found.filter(({ issueId }) => shown.has(issueId));
    const seen = await seenMentions(
      visible.flatMap(({ pieces }) => pieces.flatMap(mentionOf)),
      viewer,
      world,
    );
    return visible.map(({ issueId, pieces }) => ({
      issueId,
      pieces: pieces.filter((piece) => mentionOf(piece).every((one) => seen.get(one) === true)),
    }));
  };
}

/** To who may know of all. */
export const everything: MayTell = async (found) => found;

/** Whom the evidence of a project's open issues, or the site's, speaks for; from the ledger, as far as it may be told. */
export async function customersNamed(
  project: ProjectId | null,
  mayTell: MayTell,
  { ledger }: Pick<Needs, 'ledger'>,
): Promise<CustomersNamed> {
  const question: LedgerQuestion = project === null ? { by: 'open' } : { by: 'project', project };
  const issues = new Map<string, { name: string; count: number; person: boolean }>();
  let looked = 0;
  let cursor: string | null = null;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const page = await ledger.page(question, cursor);
    const found: Naming[] = [];
    for (const { issueId, open, signals } of page.entries) {
      if (!open || signals === null) continue;
      looked += 1;
      const pieces = signals.evidence.flatMap((piece) =>
        piece.customer === undefined ? [] : [{ ...piece, customer: piece.customer }],
      );
      if (pieces.length > 0) found.push({ issueId, pieces });
    }
    for (const { pieces } of await mayTell(found)) {
      const named = new Map(pieces.map((piece) => [sameName(piece.customer), piece] as const));
      for (const [key, piece] of named)
        issues.set(key, {
          name: issues.get(key)?.name ?? piece.customer,
          person: isPerson(piece),
          count: (issues.get(key)?.count ?? 0) + 1,
        });
    }
    cursor = page.next;
    if (cursor === null) return { issues, looked, complete: true };
  }
  return { issues, looked, complete: false };
}
