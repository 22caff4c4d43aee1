import type { Issue } from '../model/issue';
import type { SiteState } from '../model/site-state';
import { EQUALITY, type JqlField } from './jql-field';
import { unknownValue } from './jql-problem';

/** Fields whose values come from one of the site's lists, named by name or id. */
export function listed<T extends { readonly id: string; readonly name: string }>(
  name: string,
  items: (state: SiteState) => readonly T[],
  values: (issue: Issue) => readonly T[],
  more: Partial<JqlField> = {},
): JqlField {
  return {
    name,
    operators: EQUALITY,
    values,
    resolve: (text, { state }) => {
      const found = items(state).filter(
        (item) => item.name.toLowerCase() === text.toLowerCase() || item.id === text,
      );
      if (found.length === 0) throw unknownValue(text, name);
      return found;
    },
    sortKey: (issue) =>
      values(issue)
        .map((item) => item.name.toLowerCase())
        .join(' ') || null,
    ...more,
  };
}
