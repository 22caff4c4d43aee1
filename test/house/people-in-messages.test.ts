import { withoutPeople } from '../../src/core/terms/account-id';
import { logs, PEOPLE_IN_TEXTS, putsPeopleIntoTexts } from './people-in-messages';
import { sourceFiles } from './source-files';

describe('people in messages', () => {
  it('are put into texts in the places of the table alone, each with its reason', () => {
    const found = sourceFiles('src').filter(putsPeopleIntoTexts);
    expect(found.map(({ path }) => path)).toEqual(Object.keys(PEOPLE_IN_TEXTS).sort());
  });

  it('are logged nowhere, as nothing is', () => {
    expect(
      sourceFiles('src', 'static/ui/src')
        .filter(logs)
        .map(({ path }) => path),
    ).toEqual([]);
  });

  it.each([
    'throw new Gone(`${accountId} is gone`)',
    'new Declined(`${names.get(by) ?? somebody} was first`)',
    'doing: `asking for ${person.email}`',
  ])('are found in %s', (text) => {
    expect(putsPeopleIntoTexts({ path: 'src/usecases/jobs/new.ts', text })).toBe(true);
  });

  it('are found where something is logged', () => {
    expect(logs({ path: 'src/index.ts', text: 'console.error(failure);' })).toBe(true);
  });

  it.each([
    [
      "User '5b10ac8d82e05b22cc7d4ef5' cannot be assigned issues.",
      "User 'a person' cannot be assigned issues.",
    ],
    [
      'The key "10001:override:5b10ac8d82e05b22cc7d4ef5-1763283600000:made" exists already',
      'The key "10001:override:a person-1763283600000:made" exists already',
    ],
    [
      'draft:project:PAY:712020:0c5a4c1e-2f0e-4b7e-9d31-6a7b8c9d0e1f is too large',
      'draft:project:PAY:a person is too large',
    ],
    ['Jane Doe <jane.doe@example.org> may not', 'Jane Doe <an address> may not'],
  ])('are taken out of “%s”', (said, kept) => {
    expect(withoutPeople(said)).toBe(kept);
  });

  it('leaves every other message as it is', () => {
    for (const message of [
      'No project could be found with key ‘OPS’.',
      '40 issues, 1,234 ms, 10001:scored:first',
      'The evidence 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef is gone',
    ])
      expect(withoutPeople(message)).toBe(message);
  });
});
