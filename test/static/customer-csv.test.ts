import { parse } from 'csv-parse/sync';
import { customerRows, delimiterOf } from '../../static/ui/src/surfaces/settings/customers/csv-rows';

/** As the page reads it, with the same parser's build for Node.js. */
function rowsOf(text: string) {
  const parsed = parse(text, { bom: true, delimiter: delimiterOf(text), info: true, relax_column_count: true, skip_empty_lines: true }) as unknown as { record: string[]; info: { lines: number } }[];
  return customerRows(parsed.map(({ record, info }) => ({ cells: record, line: info.lines })));
}

describe('a table of customers', () => {
  it('is read whatever its delimiter and the order and names of its columns', () => {
    const wanted = { row: 2, name: 'Pier 9', segment: 'growth', weight: '', revenue: '12' };
    expect(rowsOf('Account name,ARR,Tier\nPier 9,12,growth').rows).toEqual([wanted]);
    expect(rowsOf('\uFEFFtier;revenue;Organisation\r\ngrowth;12;Pier 9\r\n').rows).toEqual([wanted]);
    expect(rowsOf('customer_name\tsegment\trevenue\nPier 9\tgrowth\t12').rows).toEqual([wanted]);
  });

  it('tells the line of the file on which each row begins, past empty lines and cells of several lines', () => {
    const { rows } = rowsOf('name,segment\n\n"Calder\n& Voss",growth\nOkapi,starter\n');
    expect(rows.map(({ row, name }) => [row, name])).toEqual([[3, 'Calder\n& Voss'], [5, 'Okapi']]);
  });

  it('names the columns that it does not use', () => {
    expect(rowsOf('name,Country,weight\nPier 9,PT,2').unused).toEqual(['Country']);
  });

  it('is refused in words when no column names the customer, or nothing stands below the heading', () => {
    expect(rowsOf('Pier 9,2\nOkapi,3').refusal).toContain('No column tells');
    expect(rowsOf('name,weight\n').refusal).toContain('no customer');
    expect(rowsOf('').refusal).toContain('empty');
  });
});
