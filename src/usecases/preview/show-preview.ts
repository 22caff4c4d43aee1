import type { MoverView, RubricPreview } from '../../contract/preview';
import { hideKeys } from '../access/hide-keys';
import type { MeasuredPreview } from '../ports/previews';
import type { PersonsJira } from '../ports/post-mortem';

/** The preview as this person may read it: movers that they may not browse are left out and counted, and so are keys in words. */
export async function showPreview(
  { preview, cost, complete }: MeasuredPreview,
  { issues }: Pick<PersonsJira, 'issues'>,
): Promise<RubricPreview> {
  const { movers, ...rest } = preview;
  const wishes = [...new Set(movers.flatMap(({ issueId, mentions }) => [issueId, ...mentions]))];
  const found = wishes.length === 0 ? { issues: [], gone: [] } : await issues.find(wishes, []);
  const hidden = new Set(found.gone);
  const summaries = new Map(found.issues.map(({ id, summary }) => [id, summary]));
  const clean = hideKeys(
    movers.flatMap(({ mentions }) => mentions.filter((key) => hidden.has(key))),
  );
  const shown = movers.flatMap(({ mentions: _, ...mover }): MoverView[] => {
    const summary = summaries.get(mover.issueId);
    if (summary === undefined) return [];
    return [
      {
        ...mover,
        summary,
        laneBecause: clean(mover.laneBecause),
        why: mover.why.map(({ change, because }) => ({ change, because: clean(because) })),
      },
    ];
  });
  return { ...rest, movers: shown, hiddenMovers: movers.length - shown.length, cost, complete };
}
