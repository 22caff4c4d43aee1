import { rubricDifference } from '../../core/rubric/document/difference';
import { parseRubric } from '../../core/rubric/document/parse';
import type { Waiting } from '../ports/settings';
import type { Edition } from '../rubric/edition';
import type { RubricAccess, SettingsContext } from '../access/rubric-access';

/** What was published, and the revision of the draft that it was made from; null where nobody knows. */
interface Published {
  readonly author: string;
  readonly document: unknown;
  readonly revision: number | null;
}

/** Takes a draft away once it is published: the one named, or one that says the same. What was saved since stays. */
export async function discardPublished(
  { author, document, revision }: Published,
  { scope }: Pick<RubricAccess, 'scope'>,
  { drafts }: Pick<SettingsContext, 'drafts'>,
): Promise<void> {
  const kept = await drafts.mine(scope, author);
  if (kept === null) return;
  if (kept.revision === revision || sameRubric(kept.document, document))
    await drafts.discard(scope, author, kept.revision);
}

export function sameRubric(one: unknown, other: unknown): boolean {
  const [a, b] = [parseRubric(one), parseRubric(other)];
  return a.ok && b.ok && rubricDifference(a.rubric, b.rubric).length === 0;
}

/** Approved and published, though whoever approved it was cut off before it was put away. */
export function isDelivered({ base, by, document }: Waiting, own: Edition | null): boolean {
  return (
    own?.stored?.approval !== undefined &&
    own.version === base + 1 &&
    own.stored.by === by &&
    sameRubric(own.rubric, document)
  );
}
