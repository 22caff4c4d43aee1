import type { CustomFieldType, SiteSnapshot, SnapshotField, StatusCategoryKey } from '../snapshot';
import type { Catalogue } from './catalogue';
import type { CustomField, IssueType, LinkType, Priority, Resolution, Status } from './entities';
import type { SiteState } from './site-state';

/** Takes over the lists of a snapshot. On a site without issues a list that is given replaces the one a new site has. */
export function fillCatalogues(state: SiteState, snapshot: SiteSnapshot): void {
  const fresh = state.issues.size === 0;
  const take = <T extends { readonly id: string; readonly name: string }>(
    catalogue: Catalogue<T>,
    given: readonly unknown[],
    add: () => void,
  ) => {
    if (given.length === 0) return;
    if (fresh) catalogue.clear();
    add();
  };
  take(state.types, snapshot.issueTypes, () => {
    for (const given of snapshot.issueTypes) {
      if (state.types.byName(given.name) !== undefined) continue;
      const level = given.hierarchyLevel ?? (given.subtask === true ? -1 : levelOf(given.name));
      state.types.add({
        id: state.types.freeId(given.id),
        name: given.name,
        description: given.description ?? '',
        subtask: level < 0,
        hierarchyLevel: level,
      });
    }
  });
  take(state.statuses, snapshot.statuses, () =>
    snapshot.statuses.forEach((given) => ensureStatus(state, given.name, given.category, given.id)),
  );
  take(state.priorities, snapshot.priorities, () =>
    snapshot.priorities.forEach((given) => ensurePriority(state, given.name, given.id)),
  );
  take(state.resolutions, snapshot.resolutions, () =>
    snapshot.resolutions.forEach((name) => ensureResolution(state, name)),
  );
  take(state.linkTypes, snapshot.linkTypes, () => {
    for (const given of snapshot.linkTypes) {
      if (state.linkTypes.byName(given.name) !== undefined) continue;
      state.linkTypes.add({
        id: state.linkTypes.freeId(given.id),
        name: given.name,
        outward: given.outward,
        inward: given.inward,
      });
    }
  });
  for (const given of snapshot.fields) addField(state, given);
}

export function ensureType(state: SiteState, name: string): IssueType {
  const level = levelOf(name);
  return (
    state.types.byName(name) ??
    state.types.add({
      id: state.types.freeId(),
      name,
      description: '',
      subtask: level < 0,
      hierarchyLevel: level,
    })
  );
}

export function ensureStatus(
  state: SiteState,
  name: string,
  category: StatusCategoryKey = 'indeterminate',
  id?: string,
): Status {
  return (
    state.statuses.byName(name) ??
    state.statuses.add({ id: state.statuses.freeId(id), name, category })
  );
}

export function ensurePriority(state: SiteState, name: string, id?: string): Priority {
  return (
    state.priorities.byName(name) ?? state.priorities.add({ id: state.priorities.freeId(id), name })
  );
}

export function ensureResolution(state: SiteState, name: string): Resolution {
  return (
    state.resolutions.byName(name) ??
    state.resolutions.add({ id: state.resolutions.freeId(), name })
  );
}

export function ensureLinkType(state: SiteState, name: string): LinkType {
  return (
    state.linkTypes.byName(name) ??
    state.linkTypes.add({
      id: state.linkTypes.freeId(),
      name,
      outward: name.toLowerCase(),
      inward: name.toLowerCase(),
    })
  );
}

export function ensureField(
  state: SiteState,
  id: string,
  type: CustomFieldType = 'any',
): CustomField {
  return (
    state.fields.byId(id) ??
    state.fields.add({ id, key: id, name: id, description: '', type, app: null })
  );
}

/** An import's field replaces the default one of the same id or name; one of the app keeps its place and refuses the import. */
function addField(state: SiteState, given: SnapshotField): void {
  const others = state.fields
    .all()
    .filter((field) => field.id !== given.id && (field.app !== null || field.name !== given.name));
  const taken = state.fields.byId(given.id);
  if (taken !== undefined && taken.app !== null)
    throw new Error(
      `Field ${given.id} belongs to the app: import first, then install the app's fields.`,
    );
  state.fields.clear();
  for (const field of others) state.fields.add(field);
  state.fields.add({
    id: given.id,
    key: given.id,
    name: given.name,
    description: '',
    type: given.type,
    app: null,
  });
}

function levelOf(name: string): number {
  if (/^sub-?task$/i.test(name)) return -1;
  return /^epic$/i.test(name) ? 1 : 0;
}
