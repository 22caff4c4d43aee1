import { namesIn } from '../../../src/core/issue/field-value';

describe('the names in a field', () => {
  it.each<readonly [unknown, readonly string[]]>([
    [{ value: 'Nordbank' }, ['Nordbank']],
    [
      [{ name: 'Nordbank' }, { name: ' ' }, 'Harbour Coffee'],
      ['Nordbank', 'Harbour Coffee'],
    ],
    [7, ['7']],
    [null, []],
  ])('are those of options, organisations and texts: %j', (raw, names) => {
    expect(namesIn(raw)).toEqual(names);
  });

  it('are never those of people, who must not be kept as customers', () => {
    const ann = { accountId: 'ann', displayName: 'Ann Example', name: 'ann', value: 'Ann' };
    expect(namesIn(ann)).toEqual([]);
    expect(namesIn([ann, { accountId: 'bob', displayName: 'Bob' }, 'Nordbank'])).toEqual([
      'Nordbank',
    ]);
    expect(namesIn({ displayName: 'Somebody' })).toEqual([]);
  });
});
