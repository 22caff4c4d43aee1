import type { MoverView, RubricPreview } from '../../contract/preview';
import { issueKeysInMention, mentionsIn } from '../../core/signals/mention';
import { redacted } from '../access/redact';
import type { MeasuredPreview } from '../ports/previews';
import type { PersonsJira } from '../ports/post-mortem';

/** The preview as this person may read it: movers that they may not browse are left out and counted, and what else their reasons name is hidden. */
export async function showPreview(
  { preview, cost, complete }: MeasuredPreview,
  { issues }: Pick<PersonsJira, 'issues'>,
): Promise<RubricPreview> {
  const { movers, ...rest } = preview;
  const mentions = mentionsIn(movers);
  const wishes = [
    ...new Set([...movers.map(({ issueId }) => issueId), ...mentions.flatMap(issueKeysInMention)]),
  ];
  const found = wishes.length === 0 ? { issues: [], gone: [] } : await issues.find(wishes, []);
  const hidden = new Set(found.gone);
  const summaries = new Map(found.issues.map(({ id, summary }) => [id, summary]));
  const seen = new Map(
    mentions.map((mention) => [
      mention,
      !issueKeysInMention(mention).some((key) => hidden.has(key)),
    ]),
  );
  const shown = movers.flatMap((mover): MoverView[] => {
    const summary = summaries.get(mover.issueId);
    return summary === undefined ? [] : [{ ...redacted(mover, seen), summary }];
  });
  return { ...rest, movers: shown, hiddenMovers: movers.length - shown.length, cost, complete };
}
