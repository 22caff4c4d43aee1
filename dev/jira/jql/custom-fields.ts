import type { CustomField, Sprint } from '../model/entities';
import type { Issue } from '../model/issue';
import { parseMoment } from '../model/jira-dates';
import { toPlain } from '../model/rich-text';
import type { SiteState } from '../model/site-state';
import { FLAG_OPTION } from '../model/defaults';
import { optionsOf } from '../views/edit-meta';
import { part, shown } from '../edit/read-value';
import {
  dateField,
  numberField,
  optionField,
  sprintField,
  textField,
  userField,
  wordsField,
} from './field-kinds';
import type { JqlField } from './jql-field';
import { OPERATORS } from './parse-jql';

/** By `cf[10001]`, its name in any case, or its name with the type in brackets, as Jira's own editor writes it. */
export function findCustomField(state: SiteState, name: string): JqlField | undefined {
  const number = /^cf\[(\d+)\]$/i.exec(name)?.[1];
  const field =
    number === undefined
      ? (state.fields.byName(name) ?? state.fields.byName(name.replace(/\s*\[[^\]]+\]$/, '')))
      : state.fields.byId(`customfield_${number}`);
  return field === undefined ? undefined : customJqlField(field);
}

function customJqlField(field: CustomField): JqlField {
  const { id, name } = field;
  const of = (issue: Issue): unknown => issue.customs[id] ?? null;
  switch (field.type) {
    case 'number':
      return numberField(name, (issue) => numberOf(of(issue)));
    case 'feedback':
      return numberField(name, (issue) => ratingOf(of(issue)));
    case 'date':
      return dateField(name, (issue) => momentOf(of(issue)), true);
    case 'datetime':
      return dateField(name, (issue) => momentOf(of(issue)));
    case 'user':
    case 'array-user':
      return userField(name, (issue) =>
        list(of(issue)).map((each) => part(each, 'accountId') ?? shown(each)),
      );
    case 'sprint':
      return sprintField(name, (issue) => list(of(issue)) as readonly Sprint[]);
    case 'option':
    case 'array-option':
      return optionField(
        name,
        (state) => optionWords(state, field),
        (issue) => list(of(issue)).map(wordOf),
      );
    case 'array-string':
    case 'organizations':
    case 'group':
      return wordsField(name, (issue) => list(of(issue)).map(wordOf));
    // Text of an ordinary field is searched by words, that of an app's field compared as a whole: so Jira has it.
    case 'string':
      return field.app === null
        ? textField(
            name,
            (issue) => list(of(issue)).map(wordOf),
            (issue) => sortable(of(issue)),
          )
        : wordsField(name, (issue) => list(of(issue)).map(wordOf));
    case 'text':
    case 'sla':
    case 'object':
      return textField(name, (issue) => list(of(issue)).map(plainOf));
    case 'any':
      return {
        ...wordsField(name, (issue) => list(of(issue)).map(wordOf)),
        operators: new Set(OPERATORS),
        rank: (value) => Number(value),
      };
  }
}

/** The flag's one option is there even while nothing is flagged. */
const optionWords = (state: SiteState, field: CustomField): readonly string[] => [
  ...(optionsOf(state, field) ?? []).flatMap((each) => {
    const [text, id] = [part(each, 'value'), part(each, 'id')];
    return [text, id].filter((word) => word !== undefined);
  }),
  ...(field.name === 'Flagged' ? [FLAG_OPTION.value] : []),
];

const list = (value: unknown): readonly unknown[] =>
  value === null ? [] : Array.isArray(value) ? value : [value];
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const ratingOf = (value: unknown): number | null => {
  const rating = part(value, 'rating');
  return rating === undefined ? numberOf(value) : Number(rating);
};
const momentOf = (value: unknown): number | null =>
  typeof value === 'string' ? (parseMoment(value) ?? null) : null;
const sortable = (value: unknown): string | null =>
  value === null ? null : wordOf(value).toLowerCase();

function wordOf(value: unknown): string {
  return part(value, 'value') ?? part(value, 'name') ?? shown(value);
}

function plainOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'doc'
    ? toPlain({ adf: JSON.stringify(value) })
    : wordOf(value);
}
