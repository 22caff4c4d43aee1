import { parse } from 'csv-parse/browser/esm/sync';
import { readTable, type CsvRecord, type CsvRows } from './csv-rows';

/** The customers of a CSV text with a heading: commas, semicolons or tabs, quoted or not. */
export function readCsv(text: string): CsvRows {
  return readTable(text, (csv, options) => {
    const parsed = parse(csv, options) as unknown as readonly {
      readonly record: readonly string[];
      readonly info: { readonly lines: number };
    }[];
    return parsed.map(({ record, info }): CsvRecord => ({ cells: record, line: info.lines }));
  });
}
