import type { Resolution, Status } from '../model/entities';
import type { Issue } from '../model/issue';
import { ensureResolution } from '../model/fill-catalogues';
import type { SiteState } from '../model/site-state';
import type { Edit } from './field-edits';

/** The edits that a move to another status makes: a done issue gets a resolution, a reopened one loses it. */
export function transitionEdits(
  state: SiteState,
  now: number,
  issue: Issue,
  target: Status,
  resolution: Resolution | null,
): readonly Edit[] {
  if (target === issue.status) return [];
  const from = issue.status;
  const edits: Edit[] = [
    {
      items: [
        {
          field: 'status',
          fieldId: 'status',
          from: from.id,
          fromText: from.name,
          to: target.id,
          toText: target.name,
        },
      ],
      apply: () => {
        issue.status = target;
        if (from.category !== target.category) issue.statusCategoryChanged = now;
      },
    },
  ];
  const next =
    target.category === 'done' ? (resolution ?? issue.resolution ?? usualResolution(state)) : null;
  if (next !== issue.resolution) {
    edits.push({
      items: [
        {
          field: 'resolution',
          fieldId: 'resolution',
          from: issue.resolution?.id ?? null,
          fromText: issue.resolution?.name ?? null,
          to: next?.id ?? null,
          toText: next?.name ?? null,
        },
      ],
      apply: () => {
        issue.resolution = next;
        issue.resolved = next === null ? null : now;
      },
    });
  }
  return edits;
}

function usualResolution(state: SiteState): Resolution {
  return (
    state.resolutions.byName('Done') ??
    state.resolutions.byName('Fixed') ??
    state.resolutions.all()[0] ??
    ensureResolution(state, 'Done')
  );
}
