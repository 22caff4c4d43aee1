import type { CustomerCells, CustomerRowAsk } from '../../../../../../src/contract/customers';
import { MOST_CUSTOMERS } from '../../../../../../src/core/customers/customer-changes';
import { count, wholeNumber } from '../../../shared/text/format-number';

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
  name: [
    'customer',
    'name',
    'customer name',
    'account',
    'account name',
    'organisation',
    'organization',
    'company',
    'company name',
    'client',
  ],
  segment: ['segment', 'tier', 'plan', 'customer segment', 'account segment'],
  weight: ['weight', 'factor', 'customer weight'],
  revenue: [
    'revenue',
    'annual revenue',
    'yearly revenue',
    'arr',
    'annual recurring revenue',
    'acv',
    'contract value',
  ],
};
const COLUMNS = Object.keys(HEADINGS) as Column[];

/** How a parser of CSV reads a table of customers. */
export interface CsvOptions {
  readonly delimiter: string;
  readonly info: true;
  readonly relax_column_count: true;
  /** `The "Best" Co` is a name. */
  readonly relax_quotes: true;
  readonly skip_empty_lines: true;
}

/** What one call of a resolver carries is 500 KB: this much of it may be rows, in bytes. */
const LARGEST = 450_000;
/** Excel writes it above the table to say what stands between its cells. */
const DECLARED = /^sep=([^\r\n])[ \t]*(?=\r?\n)/iu;

/** The customers of a CSV text; why they cannot be read, or not all at once, in words. `parse` throws what it cannot read. */
export function readTable(
  text: string,
  parse: (csv: string, options: CsvOptions) => readonly CsvRecord[],
): CsvRows {
  const whole = text.replace(/^\uFEFF/u, '');
  const lost = whole.split('\n').findIndex((line) => line.includes('\uFFFD'));
  if (lost >= 0)
    return nothing(
      `Letters were lost on line ${lost + 1}, as the file was not saved as UTF-8. Save it as “CSV UTF-8” in your spreadsheet, and choose it again.`,
    );
  const declared = DECLARED.exec(whole);
  // The line itself stays, empty, so that all others keep their numbers.
  const csv = declared === null ? whole : whole.slice(declared[0].length);
  const options = {
    delimiter: declared?.[1] ?? delimiterOf(csv),
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  } as const;
  try {
    return small(customerRows(parse(csv, options)));
  } catch (failure) {
    if (!(failure instanceof Error) || !('code' in failure)) throw failure;
    return nothing(`This cannot be read as CSV: ${failure.message}`);
  }
}

/** More than one call takes would be refused as a whole, without saying why. */
function small(read: CsvRows): CsvRows {
  const { rows } = read;
  if (rows.length > MOST_CUSTOMERS)
    return nothing(
      `There are ${count(rows.length, 'row')}, and one import takes ${wholeNumber(MOST_CUSTOMERS)}: split the table into files of at most that many.`,
    );
  const bytes = new TextEncoder().encode(JSON.stringify(rows)).length;
  if (bytes <= LARGEST) return read;
  return nothing(
    `The ${count(rows.length, 'row')} come to ${wholeNumber(Math.ceil(bytes / 1_000))} KB, and one import takes ${wholeNumber(LARGEST / 1_000)} KB: split the table into ${wholeNumber(Math.ceil(bytes / LARGEST))} files or more.`,
  );
}

function nothing(refusal: string): CsvRows {
  return { rows: [], unused: [], refusal };
}

/** The delimiter of a CSV text: of comma, semicolon and tab the one that its first line has most of. */
export function delimiterOf(text: string): string {
  const [first = ''] = text.replace(/"[^"]*"/g, '').split(/\r?\n/, 1);
  const times = (separator: string): number => first.split(separator).length - 1;
  return [',', ';', '\t'].reduce((best, separator) =>
    times(separator) > times(best) ? separator : best,
  );
}

/** Customers' rows, each with the line of the file on which it begins. The first record is the heading. */
export function customerRows(records: readonly CsvRecord[]): CsvRows {
  const [heading, ...body] = records;
  if (heading === undefined) return nothing('The file is empty.');
  const at = new Map(
    COLUMNS.map((column) => [
      column,
      heading.cells.findIndex((title) => HEADINGS[column].includes(compared(title))),
    ]),
  );
  if ((at.get('name') ?? -1) < 0) {
    return nothing(
      `No column tells the customer's name. The first line has to name the columns: name, segment, weight, revenue. It says: ${heading.cells.join(', ').slice(0, 200)}`,
    );
  }
  const cell = ({ cells }: CsvRecord, column: Column): string => cells[at.get(column) ?? -1] ?? '';
  const rows = body
    .filter(({ cells }) => cells.some((text) => text.trim() !== ''))
    .map((record) => ({
      row:
        record.line - record.cells.reduce((sum, text) => sum + (text.match(/\n/g)?.length ?? 0), 0),
      name: cell(record, 'name'),
      segment: cell(record, 'segment'),
      weight: cell(record, 'weight'),
      revenue: cell(record, 'revenue'),
    }));
  const used = new Set(at.values());
  return {
    rows,
    unused: heading.cells.filter((title, n) => !used.has(n) && title.trim() !== ''),
    refusal: rows.length === 0 ? 'There is no customer below the heading.' : null,
  };
}

function compared(title: string): string {
  return title.trim().toLowerCase().replace(/[_-]+/g, ' ');
}
