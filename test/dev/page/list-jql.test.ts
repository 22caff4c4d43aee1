import {
  filterJql,
  listJql,
  quote,
  readSearch,
  splitOrder,
} from '../../../dev/page/src/list/list-jql';

const question = {
  where: 'statusCategory != Done',
  project: null,
  lane: null,
  order: '"Priority score" DESC',
};

test('a list asks for what was typed, in the order of its column', () => {
  expect(listJql(question)).toBe('statusCategory != Done ORDER BY "Priority score" DESC');
});

test('chips narrow what was typed without changing what it means', () => {
  expect(
    listJql({
      ...question,
      where: 'type = Bug OR labels = crash',
      project: 'PAY',
      lane: 'hot fix',
    }),
  ).toBe(
    'project = "PAY" AND (type = Bug OR labels = crash) AND "Backlog lane" = "hot fix" ORDER BY "Priority score" DESC',
  );
});

test('an order that was typed wins over the column and stands behind the chips', () => {
  expect(listJql({ ...question, where: 'type = Bug order by created', lane: 'stability' })).toBe(
    '(type = Bug) AND "Backlog lane" = "stability" ORDER BY created',
  );
});

test('a query of an order alone asks for everything', () => {
  expect(listJql({ ...question, where: 'ORDER BY created' })).toBe('ORDER BY created');
});

test('counting leaves the order out', () => {
  expect(filterJql({ ...question, where: 'type = Bug ORDER BY created DESC' })).toBe('type = Bug');
});

test('the words order by inside quotes are no order', () => {
  expect(splitOrder('summary ~ "order by phone" AND type = Bug')).toEqual({
    where: 'summary ~ "order by phone" AND type = Bug',
    order: null,
  });
  expect(splitOrder(String.raw`summary ~ "a \" order by b" ORDER BY key`)).toEqual({
    where: String.raw`summary ~ "a \" order by b"`,
    order: 'key',
  });
});

test('quotes and backslashes in a value stay in the value', () => {
  expect(quote('a "b" \\ c')).toBe(String.raw`"a \"b\" \\ c"`);
});

test.each([
  [' pay-12 ', { kind: 'issue', text: 'PAY-12' }],
  ['type = Bug', { kind: 'jql', text: 'type = Bug' }],
  ['assignee is empty', { kind: 'jql', text: 'assignee is empty' }],
  ['order by key', { kind: 'jql', text: 'order by key' }],
  ['refund "twice"', { kind: 'jql', text: String.raw`text ~ "refund \"twice\""` }],
  ['', { kind: 'jql', text: '' }],
])('the search box reads «%s» as a key, a query or words', (typed, read) => {
  expect(readSearch(typed)).toEqual(read);
});
