import { parse } from 'csv-parse/sync';
import { readTable } from '../../../static/ui/src/surfaces/settings/customers/csv-rows';

/** As the page reads it, with the same parser's build for Node.js. */
const rowsOf = (text: string) =>
  readTable(text, (csv, options) =>
    (parse(csv, options) as unknown as { record: string[]; info: { lines: number } }[]).map(
      ({ record, info }) => ({ cells: record, line: info.lines }),
    ),
  );

describe('a table of customers', () => {
  it('is read whatever its delimiter and the order and names of its columns', () => {
    const wanted = { row: 2, name: 'Pier 9', segment: 'growth', weight: '', revenue: '12' };
    expect(rowsOf('Account name,ARR,Tier\nPier 9,12,growth').rows).toEqual([wanted]);
    expect(rowsOf('\uFEFFtier;revenue;Organisation\r\ngrowth;12;Pier 9\r\n').rows).toEqual([
      wanted,
    ]);
    expect(rowsOf('customer_name\tsegment\trevenue\nPier 9\tgrowth\t12').rows).toEqual([wanted]);
  });

  it('tells the line of the file on which each row begins, past empty lines and cells of several lines', () => {
    const { rows } = rowsOf('name,segment\n\n"Calder\n& Voss",growth\nOkapi,starter\n');
    expect(rows.map(({ row, name }) => [row, name])).toEqual([
      [3, 'Calder\n& Voss'],
      [5, 'Okapi'],
    ]);
  });

  it('names the columns that it does not use', () => {
    expect(rowsOf('name,Country,weight\nPier 9,PT,2').unused).toEqual(['Country']);
  });

  it('is refused in words when no column names the customer, or nothing stands below the heading', () => {
    expect(rowsOf('Pier 9,2\nOkapi,3').refusal).toContain('No column tells');
    expect(rowsOf('name,weight\n').refusal).toContain('no customer');
    expect(rowsOf('').refusal).toContain('empty');
  });

  it('may have quotes within a name, and not an open one', () => {
    expect(
      rowsOf('name,weight\nThe "Best" Co,2\n"Acme ""EU""",3\n').rows.map(({ name, weight }) => [
        name,
        weight,
      ]),
    ).toEqual([
      ['The "Best" Co', '2'],
      ['Acme "EU"', '3'],
    ]);
    expect(rowsOf('name,weight\n"A,2\nB,3\n').refusal).toContain('cannot be read as CSV');
  });

  it('may begin with the line in which Excel says what stands between cells; the others keep their numbers', () => {
    const wanted = [{ row: 3, name: 'Pier 9, Porto', segment: '', weight: '2', revenue: '' }];
    expect(rowsOf('sep=;\r\nname;weight\r\nPier 9, Porto;2\r\n').rows).toEqual(wanted);
    expect(rowsOf('\uFEFFSEP=|\nname|weight\nPier 9, Porto|2').rows).toEqual(wanted);
  });

  it('is refused with its line where letters were lost, as they are in a file that is not UTF-8', () => {
    const windows = new TextDecoder().decode(Buffer.from('name;weight\nMüller;2\n', 'latin1'));
    expect(rowsOf(windows)).toMatchObject({
      rows: [],
      refusal: expect.stringMatching(/lost on line 2, .*UTF-8/u) as string,
    });
    expect(rowsOf('name;weight\nMüller;2\n').refusal).toBeNull();
  });

  it('is refused in words when one call cannot carry it, and taken up to that', () => {
    const table = (rows: number, name: string) =>
      `name\n${Array.from({ length: rows }, (_, n) => `${name}${n}`).join('\n')}`;
    expect(rowsOf(table(3_000, 'c'))).toMatchObject({ refusal: null });
    expect(rowsOf(table(5_200, 'c')).refusal).toMatch(/5,200 rows.*3,000.*split/u);
    expect(rowsOf(table(3_000, 'ü'.repeat(100))).refusal).toMatch(
      /3,000 rows come to \d+ KB.*450 KB.*split the table into 2 files/u,
    );
  });
});
