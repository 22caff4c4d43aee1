import type { RowProblem } from '../core/customers/customer-row';
import type { Rubric } from '../core/rubric/schema/schema';
import type { Customer } from '../core/signals/recorded';
import type { SeenCustomer } from '../core/customers/as-seen';
import type { ScopeAsk } from './asks';

export interface CustomersContract {
  /** The table of customers, how the rubric tells whose a ticket is, and who is named but unknown. Administrators only. */
  readonly 'customers.list': { readonly ask: ScopeAsk; readonly answer: CustomersView };
  /** More of the table than the list begins with: the next customers by name, or those whose names begin so. As the list. */
  readonly 'customers.find': { readonly ask: CustomersSought; readonly answer: CustomersFound };
  /** Keeps one customer and scores again what it speaks for. Jira administrators only, as everything that changes the table. */
  readonly 'customers.save': { readonly ask: CustomerSave; readonly answer: CustomerSaved };
  readonly 'customers.remove': {
    readonly ask: { readonly names: readonly string[] };
    readonly answer: null;
  };
  /** Everything about one customer, as far as the person sees the issues that it belongs to, as JSON. Jira administrators only. */
  readonly 'customers.export': {
    readonly ask: { readonly name: string };
    readonly answer: CustomerExport;
  };
  /** Removes the evidence from other tools that names a customer, a hundred pieces at a time, and at last the customer from the table. */
  readonly 'customers.erase': {
    readonly ask: { readonly name: string };
    readonly answer: CustomerErased;
  };
  /** Looks at what a table of customers would change, or takes it over. */
  readonly 'customers.import': { readonly ask: CustomerImportAsk; readonly answer: CustomerImport };
}

/** A customer's cells as somebody wrote them: empty for nothing. */
export interface CustomerCells {
  readonly name: string;
  readonly segment: string;
  /** Decimal number from 0 to 100, as somebody writes it: what can be read in two ways is refused. */
  readonly weight: string;
  /** A year, in any one currency. */
  readonly revenue: string;
}

/** A row of somebody's table; `row` is its line there, as the person counts. */
export interface CustomerRowAsk extends CustomerCells {
  readonly row: number;
}

export interface CustomerView extends Customer {
  /** What one of its reports weighs under the rubric: its own weight times that of its segment; 1 is a customer like any other. */
  readonly counts: number;
  /** Open issues whose evidence names it, of those looked at. */
  readonly issues: number;
}

export interface CustomersSought extends ScopeAsk {
  /** How the name begins, in any writing; empty for every name. */
  readonly begins: string;
  /** The name after which to go on; null for the first. */
  readonly after: string | null;
}

/** A part of the table, of at most a thousand customers by name. */
export interface CustomersFound {
  readonly customers: readonly CustomerView[];
  /** The name after which the table goes on; null where this is the last of it. */
  readonly next: string | null;
  /** Others begin so too that did not fit: more of the name finds them. */
  readonly more: boolean;
}

export interface CustomersView extends CustomersFound {
  /** Only Jira administrators change the table, as it serves every project. */
  readonly mayChange: boolean;
  readonly mapping: CustomerMapping;
  /** Named by evidence, but not in the table: they weigh 1. The most often named first, at most fifty. */
  readonly strangers: readonly {
    readonly name: string;
    readonly issues: number;
  }[];
  /** People who stand for customers, as they reported what names none; each weighs 1. */
  readonly reporters: number;
  /** Open issues of the ledger that were looked at, and whether those were all. */
  readonly looked: number;
  readonly complete: boolean;
}

/** How the rubric tells whose a ticket is, and what its segment weighs. */
export interface CustomerMapping {
  readonly rubric: { readonly name: string; readonly version: number };
  /** Fields that name the customer, in the rubric's order, and whether the site has them. */
  readonly fields: readonly { readonly name: string; readonly onSite: boolean }[];
  readonly fallback: 'reporter' | 'none';
  readonly segments: readonly {
    readonly name: string;
    readonly weight: number;
    readonly customers: number;
  }[];
  /** Whether these figures are of all customers; else of those that the list begins with. */
  readonly whole: boolean;
  /** Customers that the rubric itself puts into a segment, where the table does not. */
  readonly members: readonly { readonly name: string; readonly segment: string }[];
  /** Segments that customers carry and the rubric gives no weight: they count as 1. */
  readonly unweighted: readonly string[];
  /** What revenue says of a customer without a weight of its own; null where the rubric does not count it. */
  readonly revenue: NonNullable<Rubric['customers']['revenue']> | null;
}

export interface CustomerSave extends CustomerCells {
  /** Its name before, when it is renamed; null for a new one or for the same name. */
  readonly was: string | null;
  /** The customer as it stood in the table when the person began; null where there was none. Pages of before do not say. */
  readonly seen?: SeenCustomer | null | undefined;
}

export type CustomerSaved =
  { readonly ok: true; readonly rescoring: boolean } | ({ readonly ok: false } & RowProblem);

export interface CustomerImportAsk {
  readonly rows: readonly CustomerRowAsk[];
  /** False to look at what would happen; nothing is written then. */
  readonly apply: boolean;
  /** Whether the right rows are taken although others have problems; otherwise one problem keeps everything as it is. */
  readonly leaveOut: boolean;
}

export interface CustomerImport {
  readonly applied: boolean;
  readonly added: readonly Customer[];
  readonly changed: readonly { readonly name: string; readonly what: readonly string[] }[];
  readonly same: number;
  readonly problems: readonly ({ readonly row: number } & RowProblem)[];
}

export interface CustomerExport {
  readonly fileName: string;
  readonly text: string;
}

export interface CustomerErased {
  /** Pieces of evidence. */
  readonly removed: number;
  /** So many are to be asked for again; the customer is still in the table then. */
  readonly left: number;
}
