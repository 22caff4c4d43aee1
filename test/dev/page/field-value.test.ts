import {
  choiceJson,
  idOf,
  kindOf,
  typedJson,
  wordsOf,
} from '../../../dev/page/src/issue/field-value';
import type { Editable } from '../../../dev/page/src/jira/shapes';

const anEditable = (schema: Editable['schema'], more: Partial<Editable> = {}): Editable => ({
  name: 'A field',
  operations: ['set'],
  schema,
  ...more,
});

test.each<[string, Editable, string | null]>([
  ['a number', anEditable({ type: 'number' }), 'number'],
  ['a day', anEditable({ type: 'date' }), 'date'],
  ['a person', anEditable({ type: 'user' }), 'person'],
  ['a line of text', anEditable({ type: 'string' }), 'text'],
  ['one of several', anEditable({ type: 'option' }, { allowedValues: [{ value: 'a' }] }), 'choice'],
  [
    'some of several',
    anEditable({ type: 'array', items: 'component' }, { allowedValues: [] }),
    'choices',
  ],
  ['labels', anEditable({ type: 'array', items: 'string' }), 'labels'],
  ['a sprint, whose values Jira does not list', anEditable({ type: 'array', items: 'json' }), null],
  ['something Jira lets nobody set', anEditable({ type: 'number' }, { operations: ['add'] }), null],
])('%s is edited as what it is', (_, editable, kind) => {
  expect(kindOf(editable)).toBe(kind);
});

test('values say their name, lists say each of them', () => {
  expect(wordsOf({ accountId: '1', displayName: 'Ana' })).toBe('Ana');
  expect(wordsOf([{ value: 'Gold' }, { name: 'Checkout' }, null])).toBe('Gold, Checkout');
  expect(wordsOf({ self: 'x' })).toBe('');
  expect(wordsOf(0)).toBe('0');
});

test('a value and its choice have the same identity', () => {
  expect(idOf({ id: '3', name: 'High' })).toBe(idOf({ id: '3', name: 'High', iconUrl: 'x' }));
  expect(idOf({ accountId: 'a', displayName: 'Ana' })).toBe('a');
});

test('a choice goes back by its id, or else by its words', () => {
  expect(choiceJson({ id: '3', name: 'High' })).toEqual({ id: '3' });
  expect(choiceJson({ value: 'Gold' })).toEqual({ value: 'Gold' });
  expect(choiceJson({ name: 'High' })).toEqual({ name: 'High' });
});

test('numbers are read in either notation, emptiness clears, nonsense is refused in words', () => {
  expect(typedJson('number', ' 2,5 ')).toBe(2.5);
  expect(typedJson('number', '')).toBeNull();
  expect(typedJson('date', '2026-11-20')).toBe('2026-11-20');
  expect(() => typedJson('number', 'many')).toThrow('“many” is not a number.');
});
