import { isFromElsewhere, keysIn, type Mention } from '../../core/signals/mention';
import type { Viewer } from '../ports/world';
import type { Needs } from './needs';

/**
 * Which of these a person may read: keys of issues that they see, and ids of other tools that are no issue of this site. Whether
 * one is, the app looks up: the person is told neither.
 * @param known keys of issues that they are known to see, of which nobody has to ask
 */
export async function seenMentions(
  mentions: readonly Mention[],
  viewer: Pick<Viewer, 'visible'>,
  { issues }: Pick<Needs, 'issues'>,
  known: ReadonlySet<string> = new Set(),
): Promise<ReadonlyMap<Mention, boolean>> {
  const elsewhere = [...new Set(mentions.filter(isFromElsewhere).flatMap(keysIn).map(asKey))];
  const asked = [
    ...new Set([...mentions.filter((mention) => !isFromElsewhere(mention)), ...elsewhere]),
  ];
  const unknown = asked.filter((key) => !known.has(key));
  const found = unknown.length === 0 ? new Set<string>() : await viewer.visible(unknown);
  const visible = new Set([...asked.filter((key) => known.has(key)), ...found]);
  const doubtful = elsewhere.filter((key) => !visible.has(key));
  const foreign = new Set(doubtful.length === 0 ? [] : (await issues.find(doubtful, [])).gone);
  const mayRead = (key: string): boolean => visible.has(key) || foreign.has(key);
  return new Map(
    mentions.map((mention) => [
      mention,
      isFromElsewhere(mention) ? keysIn(mention).map(asKey).every(mayRead) : visible.has(mention),
    ]),
  );
}

/** Jira's keys are in capitals; other tools write them as they like. */
function asKey(written: string): string {
  return written.toUpperCase();
}
