import { keptFor, longest, type KeptFor } from '../../core/retention/kept-for';
import { dayNumber, dayOfNumber } from '../../core/time/utc-day';
import type { RubricScope, Rubrics, StoredRubric } from '../ports/rubrics';
import { builtIn, editionOf } from './edition';

/** Days after its publishing in which no rubric removes anything that the one before it kept. */
export const GRACE_DAYS = 7;
/** Of a scope that was published more often than this within the days of grace nothing is removed. */
const MOST_EDITIONS = 20;
const FOR_EVER: KeptFor = { evidence: null, decisions: null };

/** How long things are kept by a scope's rubric, or by the site's where it has none: nothing goes by a rubric that is only days old. */
export async function retentionOf(
  scope: RubricScope,
  rubrics: Rubrics,
  now: Date,
): Promise<KeptFor> {
  const all: KeptFor[] = [];
  let stored = await rubrics.read(scope);
  while (stored !== null) {
    all.push(keptBy(stored));
    if (dayNumber(now) >= worksFrom(stored)) return longest(all);
    if (all.length >= MOST_EDITIONS) return FOR_EVER;
    const before = stored.version - 1;
    // Of an edition that is not there nobody knows what it kept.
    const earlier = before === 0 ? null : await rubrics.edition(scope, before);
    if (before > 0 && earlier === null) return FOR_EVER;
    stored = earlier;
  }
  const under =
    scope === 'site' ? keptFor(builtIn.rubric) : await retentionOf('site', rubrics, now);
  return longest([...all, under]);
}

function worksFrom({ at }: StoredRubric): number {
  return dayNumber(new Date(at)) + GRACE_DAYS;
}

/** A rubric that cannot be used removes nothing. */
function keptBy(stored: StoredRubric): KeptFor {
  const { rubric, problems } = editionOf(stored);
  return problems.length > 0 ? FOR_EVER : keptFor(rubric);
}

/** How long a scope keeps things, and from when on it will keep them for a shorter time; null where nothing is to change. */
export async function retentionView(
  scope: RubricScope,
  rubrics: Rubrics,
  now: Date,
): Promise<{ readonly now: KeptFor; readonly then: (KeptFor & { readonly from: string }) | null }> {
  const standing = await retentionOf(scope, rubrics, now);
  const newest = (await rubrics.read(scope)) ?? (await rubrics.read('site'));
  if (newest === null) return { now: standing, then: null };
  const wanted = keptBy(newest);
  const same = wanted.evidence === standing.evidence && wanted.decisions === standing.decisions;
  return { now: standing, then: same ? null : { ...wanted, from: dayOfNumber(worksFrom(newest)) } };
}
