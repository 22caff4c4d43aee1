import type { CustomerCells, CustomerRowAsk } from '../../../../../../src/contract/customers';

/** A record of a CSV text, and the line on which it ends. */
export interface CsvRecord {
  readonly cells: readonly string[];
  readonly line: number;
}

export interface CsvRows {
  readonly rows: readonly CustomerRowAsk[];
  /** Headings of columns that say nothing about customers. */
  readonly unused: readonly string[];
  /** Why no row can be read at all; null when they can. */
  readonly refusal: string | null;
}

type Column = keyof CustomerCells;

/** Headings by which tools export customers, as they are compared. */
const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  name: ['customer', 'name', 'customer name', 'account', 'account name', 'organisation', 'organization', 'company', 'company name', 'client'],
  segment: ['segment', 'tier', 'plan', 'customer segment', 'account segment'],
  weight: ['weight', 'factor', 'customer weight'],
  revenue: ['revenue', 'annual revenue', 'yearly revenue', 'arr', 'annual recurring revenue', 'acv', 'contract value'],
};
const COLUMNS = Object.keys(HEADINGS) as Column[];

/** The delimiter of a CSV text: of comma, semicolon and tab the one that its first line has most of. */
export function delimiterOf(text: string): string {
  const [first = ''] = text.replace(/"[^"]*"/g, '').split(/\r?\n/, 1);
  const times = (mark: string): number => first.split(mark).length - 1;
  return [',', ';', '\t'].reduce((best, mark) => (times(mark) > times(best) ? mark : best));
}

/** Customers' rows, each with the line of the file on which it begins. The first record is the heading. */
export function customerRows(records: readonly CsvRecord[]): CsvRows {
  const [heading, ...body] = records;
  const nothing = (refusal: string): CsvRows => ({ rows: [], unused: [], refusal });
  if (heading === undefined) return nothing('The file is empty.');
  const at = new Map(COLUMNS.map((column) => [column, heading.cells.findIndex((title) => HEADINGS[column].includes(compared(title)))]));
  if ((at.get('name') ?? -1) < 0) {
    return nothing(`No column tells the customer's name. The first line has to name the columns: name, segment, weight, revenue. It says: ${heading.cells.join(', ').slice(0, 200)}`);
  }
  const cell = ({ cells }: CsvRecord, column: Column): string => cells[at.get(column) ?? -1] ?? '';
  const rows = body.filter(({ cells }) => cells.some((text) => text.trim() !== '')).map((record) => ({
    row: record.line - record.cells.reduce((sum, text) => sum + (text.match(/\n/g)?.length ?? 0), 0),
    name: cell(record, 'name'), segment: cell(record, 'segment'), weight: cell(record, 'weight'), revenue: cell(record, 'revenue'),
  }));
  const used = new Set(at.values());
  return { rows, unused: heading.cells.filter((title, n) => !used.has(n) && title.trim() !== ''), refusal: rows.length === 0 ? 'There is no customer below the heading.' : null };
}

function compared(title: string): string {
  return title.trim().toLowerCase().replace(/[_-]+/g, ' ');
}
