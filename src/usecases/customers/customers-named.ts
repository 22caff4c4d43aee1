import { sameName } from '../../core/text/same-name';
import type { LedgerQuestion } from '../ports/world';
import type { Needs } from './needs';

/** Customers that evidence names, by `sameName`, with one writing of each and the open issues that name it. */
export interface CustomersNamed {
  readonly issues: ReadonlyMap<string, { readonly name: string; readonly count: number }>;
  readonly looked: number;
  /** Whether every open issue was looked at. */
  readonly complete: boolean;
}

/** 2,000 issues: a second or two, for a person who waits. */
const MOST_PAGES = 20;

/** Whom the evidence of a project's open issues, or the site's, speaks for; from the ledger, without reading Jira. */
export async function customersNamed(
  project: string | null,
  { ledger }: Pick<Needs, 'ledger'>,
): Promise<CustomersNamed> {
  const question: LedgerQuestion = project === null ? { by: 'open' } : { by: 'project', project };
  const issues = new Map<string, { name: string; count: number }>();
  let looked = 0;
  let cursor: string | null = null;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const page = await ledger.page(question, cursor);
    for (const { open, signals } of page.entries) {
      if (!open || signals === null) continue;
      looked += 1;
      const named = new Map(
        signals.evidence.flatMap(({ customer }) =>
          customer === undefined ? [] : [[sameName(customer), customer] as const],
        ),
      );
      for (const [key, name] of named)
        issues.set(key, {
          name: issues.get(key)?.name ?? name,
          count: (issues.get(key)?.count ?? 0) + 1,
        });
    }
    cursor = page.next;
    if (cursor === null) return { issues, looked, complete: true };
  }
  return { issues, looked, complete: false };
}
