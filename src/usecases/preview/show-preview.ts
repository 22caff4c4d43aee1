import type { Mover, Preview } from '../../core/preview/preview';
import { hideKeys } from '../access/hide-keys';
import type { MeasuredPreview, Cost } from '../ports/previews';
import type { PersonsJira } from '../ports/post-mortem';

interface ShownMover extends Omit<Mover, 'mentions'> {
  readonly summary: string;
}

export interface ShownPreview extends Omit<Preview, 'movers'> {
  readonly movers: readonly ShownMover[];
  readonly hiddenMovers: number;
  readonly cost: Cost;
  readonly complete: boolean;
}

/** The preview as this person may read it: movers that they may not browse are left out and counted, and so are keys in words. */
export async function showPreview(
  { preview, cost, complete }: MeasuredPreview,
  { issues }: Pick<PersonsJira, 'issues'>,
): Promise<ShownPreview> {
  const { movers, ...rest } = preview;
  const wishes = [...new Set(movers.flatMap(({ issueId, mentions }) => [issueId, ...mentions]))];
  const found = wishes.length === 0 ? { issues: [], gone: [] } : await issues.find(wishes, []);
  const hidden = new Set(found.gone);
  const summaries = new Map(found.issues.map(({ id, summary }) => [id, summary]));
  const clean = hideKeys(
    movers.flatMap(({ mentions }) => mentions.filter((key) => hidden.has(key))),
  );
  const shown = movers.flatMap(({ mentions: _, ...mover }): ShownMover[] => {
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
