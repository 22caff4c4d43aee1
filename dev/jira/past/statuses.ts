import type { SiteSnapshot, StatusCategoryKey } from '../snapshot';

/** What the site calls its statuses today, and in which category they are. */
export interface Statuses {
  readonly categoryOf: (name: string) => StatusCategoryKey | undefined;
  /** A status that was renamed since is found by its id. */
  readonly nameOf: (id: string | null | undefined) => string | undefined;
  /** Where new work begins. */
  readonly first: string;
}

export function statusesOf({
  statuses,
  formerStatuses = [],
}: Pick<SiteSnapshot, 'statuses' | 'formerStatuses'>): Statuses {
  const all = [...statuses, ...formerStatuses];
  const categories = new Map(all.map(({ name, category }) => [name, category]));
  const ids = new Map(all.flatMap(({ id, name }) => (id === undefined ? [] : [[id, name]])));
  return {
    categoryOf: (name) => categories.get(name),
    nameOf: (id) => ids.get(id ?? ''),
    first: statuses.find(({ category }) => category === 'new')?.name ?? 'To Do',
  };
}
