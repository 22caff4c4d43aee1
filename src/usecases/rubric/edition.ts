import { defaultRubric } from '../../core/rubric/presets/default-rubric';
import { rubricDifference } from '../../core/rubric/document/difference';
import { type RubricChange } from '../../core/rubric/document/rubric-change';
import { parseRubric } from '../../core/rubric/document/parse';
import type { RubricProblem } from '../../core/rubric/schema/problem';
import type { Rubric } from '../../core/rubric/schema/schema';
import { madeWhole } from '../../core/rubric/document/made-whole';
import type { Rubrics, RubricScope, StoredRubric } from '../ports/world';

/** One version of a scope's rubric as it can be used today. */
export interface Edition {
  /** Null for the built-in default. */
  readonly stored: StoredRubric | null;
  /** 0 for the built-in default. */
  readonly version: number;
  /** With problems, as much as can be made of it: to be shown and mended, never to score by. */
  readonly rubric: Rubric;
  readonly problems: readonly RubricProblem[];
}

export const builtIn: Edition = { stored: null, version: 0, rubric: defaultRubric, problems: [] };

export function editionOf(stored: StoredRubric): Edition {
  const parsed = parseRubric(stored.document);
  const { version } = stored;
  return parsed.ok
    ? { stored, version, rubric: parsed.rubric, problems: [] }
    : { stored, version, rubric: madeWhole(stored.document) as Rubric, problems: parsed.problems };
}

/** The newest version of a scope; null where nobody ever published. */
export async function newestOf(scope: RubricScope, rubrics: Rubrics): Promise<Edition | null> {
  const stored = await rubrics.read(scope);
  return stored === null ? null : editionOf(stored);
}

export async function siteEdition(rubrics: Rubrics): Promise<Edition> {
  return (await newestOf('site', rubrics)) ?? builtIn;
}

/** What work on a rubric was begun with: a version of its scope and, where there was none, of the site's; left out, as the site's is now. */
export interface Beginning {
  readonly base: number;
  readonly site?: number;
}

/** What work on a scope's rubric started from; what judged a project before it had one is the site's rubric. Null once it is gone. */
export async function editionAt(
  scope: RubricScope,
  { base: version, site }: Beginning,
  rubrics: Rubrics,
): Promise<Edition | null> {
  if (version === 0 && scope !== 'site')
    return site === undefined ? siteEdition(rubrics) : editionAt('site', { base: site }, rubrics);
  if (version === 0) return builtIn;
  const stored = await rubrics.edition(scope, version);
  return stored === null ? null : editionOf(stored);
}

/** In words; nothing can be said of an edition that is broken. */
export function changesBetween(before: Edition, after: Edition): readonly RubricChange[] {
  return before.problems.length + after.problems.length > 0
    ? []
    : rubricDifference(before.rubric, after.rubric);
}
