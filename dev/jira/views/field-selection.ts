import type { FieldSelection } from './field-views';
import type { CustomField } from '../model/entities';
import type { SiteState } from '../model/site-state';
import { SYSTEM_FIELDS } from './field-views';

/**
 * Reads Jira's field lists: ids, `*all`, `*navigable`, and `-name` for what to leave out.
 * Names it does not know are passed over, as Jira does. With `byKeys` custom fields go by key.
 */
export function selectFields(
  state: SiteState,
  asked: readonly string[],
  otherwise: '*all' | 'id',
  byKeys = false,
): FieldSelection {
  const names = asked
    .flatMap((each) => each.split(','))
    .map((each) => each.trim())
    .filter((each) => each !== '');
  const wanted = names.filter((name) => !name.startsWith('-'));
  const unwanted = new Set(
    names.filter((name) => name.startsWith('-')).map((name) => name.slice(1)),
  );
  if (names.length === 0) wanted.push(otherwise);
  else if (wanted.length === 0) wanted.push('*navigable');
  const set = new Set(wanted);
  const all = set.has('*all');
  const navigable = all || set.has('*navigable');
  const nameOf = (each: CustomField) => (byKeys ? each.key : each.id);
  return {
    idOnly: wanted.every((name) => name === 'id'),
    system: SYSTEM_FIELDS.filter(
      (each) =>
        (all || (navigable && each.hidden !== true) || set.has(each.id)) && !unwanted.has(each.id),
    ).map((each) => each.id),
    custom: state.fields
      .all()
      .filter((each) => (navigable || set.has(nameOf(each))) && !unwanted.has(nameOf(each))),
  };
}
