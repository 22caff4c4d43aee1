import { isFromElsewhere, issueKeysInMention, type Mention } from '../../core/signals/mention';
import type { Viewer } from '../ports/world';
import type { Needs } from './needs';

/** Of ids that look like keys of more projects than this, none is told from an issue's key. */
const MOST_PROJECTS = 20;

/**
 * Which of these a person may read: keys of issues that they see, and ids of other tools that cannot be a key of this site. One that
 * can, since the site has such a project, is hidden whether or not the issue exists: it may have been guessed.
 * @param known keys of issues that they are known to see, of which nobody has to ask
 */
export async function seenMentions(
  mentions: readonly Mention[],
  viewer: Pick<Viewer, 'visible'>,
  { issues, projects }: Pick<Needs, 'issues' | 'projects'>,
  known: ReadonlySet<string> = new Set(),
): Promise<ReadonlyMap<Mention, boolean>> {
  const elsewhere = [
    ...new Set(mentions.filter(isFromElsewhere).flatMap(issueKeysInMention).map(asKey)),
  ];
  const asked = [
    ...new Set([...mentions.filter((mention) => !isFromElsewhere(mention)), ...elsewhere]),
  ];
  const unknown = asked.filter((key) => !known.has(key));
  const found = unknown.length === 0 ? new Set<string>() : await viewer.visible(unknown);
  const visible = new Set([...asked.filter((key) => known.has(key)), ...found]);
  const doubtful = elsewhere.filter((key) => !visible.has(key));
  const prefixes = [...new Set(doubtful.map(projectOf))].slice(0, MOST_PROJECTS);
  const ofSite = prefixes.length === 0 ? new Set<string>() : await projects.among(prefixes);
  const strange = doubtful.filter(
    (key) => prefixes.includes(projectOf(key)) && !ofSite.has(projectOf(key)),
  );
  // A former key of an issue may be of a project that is no more.
  const foreign = new Set(strange.length === 0 ? [] : (await issues.find(strange, [])).gone);
  const mayRead = (key: string): boolean => visible.has(key) || foreign.has(key);
  return new Map(
    mentions.map((mention) => [
      mention,
      isFromElsewhere(mention)
        ? issueKeysInMention(mention).map(asKey).every(mayRead)
        : visible.has(mention),
    ]),
  );
}

function projectOf(key: string): string {
  return key.slice(0, key.lastIndexOf('-'));
}

/** Jira's keys are in capitals; other tools write them as they like. */
function asKey(written: string): string {
  return written.toUpperCase();
}
