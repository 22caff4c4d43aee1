import type { Version } from '../model/entities';
import type { Issue } from '../model/issue';
import { findProject, type SiteState } from '../model/site-state';
import type { JqlField } from './jql-field';
import { unknownValue } from './jql-problem';
import { listed } from './listed-field';

const versionsOf = (state: SiteState): readonly Version[] =>
  [...state.projects.values()].flatMap((each) => each.versions);

/** Which versions are released is known; their order, by which others compare, is not. */
const VERSION_CLAUSES: Partial<JqlField> = {
  more: new Set(['>', '>=', '<', '<=', '~', '!~']),
  functions: {
    releasedversions: ([key], { state }) =>
      versionsIn(state, key).filter(({ released }) => released),
    unreleasedversions: ([key], { state }) =>
      versionsIn(state, key).filter(({ released }) => !released),
  },
};

function versionsIn(state: SiteState, key: string | undefined) {
  if (key === undefined) return versionsOf(state);
  const home = findProject(state, key);
  if (home === undefined) throw unknownValue(key, 'project');
  return home.versions;
}

/** `fixVersion` or `affectedVersion`. */
export const versionField = (name: string, of: (issue: Issue) => readonly Version[]): JqlField =>
  listed(name, versionsOf, of, VERSION_CLAUSES);
