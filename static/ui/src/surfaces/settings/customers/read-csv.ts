import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { customerRows, delimiterOf, type CsvRecord, type CsvRows } from './csv-rows';

/** What a resolver takes in one call, with room for its envelope: 500 KB. */
const LARGEST = 400_000;

/** The customers of a CSV text with a heading: commas, semicolons or tabs, quoted or not. */
export function readCsv(text: string): CsvRows {
  if (text.length > LARGEST) return { rows: [], unused: [], refusal: 'The file is too large for one import: split it into files of at most 3,000 customers.' };
  try {
    const parsed = parse(text, { bom: true, delimiter: delimiterOf(text), info: true, relax_column_count: true, skip_empty_lines: true }) as unknown as readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[];
    return customerRows(parsed.map(({ record, info }): CsvRecord => ({ cells: record, line: info.lines })));
  } catch (failure) {
    if (!(failure instanceof CsvError)) throw failure;
    return { rows: [], unused: [], refusal: `This cannot be read as CSV: ${failure.message}` };
  }
}
