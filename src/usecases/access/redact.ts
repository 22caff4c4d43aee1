import type { HiddenRef, Ref } from '../../core/provenance/ref';
import type { Source } from '../../core/provenance/source';
import { issueKeysInMention, mentionsIn, type Mention } from '../../core/signals/mention';
import { hideIssueKeys } from './hide-issue-keys';

/** Of what is mentioned, whether a person may read it. */
export type Seen = ReadonlyMap<Mention, boolean>;

const HIDDEN: HiddenRef = { hidden: true };
/** Members that hold what people, or Jira, said: the one kind of text that is searched. */
const FREE_TEXT: ReadonlySet<string> = new Set(['text', 'given', 'says', 'why', 'refused']);

/** Whether a person may be told this name; what nobody asked about stays hidden. */
export function isShown(ref: Ref, seen: Seen): boolean {
  return mentionsIn({ ref }).every((mention) => seen.get(mention) === true);
}

/** The keys that must not be read by this person, in text that people wrote or that an older version of Ballast left. */
export function issueKeysToHide(seen: Seen): readonly string[] {
  return [
    ...new Set(
      [...seen].flatMap(([mention, mayRead]) => (mayRead ? [] : issueKeysInMention(mention))),
    ),
  ];
}

/** Without those that are about something that this person may not see, with all that they say. */
export function shownSources(sources: readonly Source[], seen: Seen): readonly Source[] {
  const clean = hideIssueKeys(issueKeysToHide(seen));
  return sources.filter((source) =>
    'ref' in source
      ? isShown(source.ref, seen)
      : !('text' in source) || clean(source.text) === source.text,
  );
}

/** The same data with every reference hidden that this person may not see, and their keys in what people said. */
export function redacted<T>(data: T, seen: Seen): T {
  const clean = hideIssueKeys(issueKeysToHide(seen));
  const walk = (part: unknown): unknown => {
    if (typeof part !== 'object' || part === null) return part;
    if (Array.isArray(part)) return part.map(walk);
    const isRecorded = 'kind' in part && part.kind === 'recorded';
    return Object.fromEntries(
      Object.entries(part).map(([name, member]: [string, unknown]) => {
        if (name === 'ref' && member !== null)
          return [name, isShown(member as Ref, seen) ? member : HIDDEN];
        const isText = typeof member === 'string' && (isRecorded || FREE_TEXT.has(name));
        return [name, isText ? clean(member) : walk(member)];
      }),
    );
  };
  return walk(data) as T;
}
