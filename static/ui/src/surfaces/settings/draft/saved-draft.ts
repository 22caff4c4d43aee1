import type { DraftView, Overtaken } from '../../../../../../src/contract/drafts';
import type { SettingsView } from '../../../../../../src/contract/settings';
import type { Section } from '../../../../../../src/core/rubric/document/inherit';
import type { RubricProblem } from '../../../../../../src/core/rubric/schema/problem';

/** The draft as the server keeps it, or what is published while there is none. */
export interface SavedDraft {
  readonly document: unknown;
  /** Parts that follow the site's rubric. */
  readonly inherits: readonly Section[];
  readonly base: number;
  /** The version of the site's rubric that a project's draft was copied from. */
  readonly site?: number;
  /** Counts its savings; 0 while nothing is kept. */
  readonly revision: number;
  /** ISO time; null while nothing is kept. */
  readonly savedAt: string | null;
  readonly problems: readonly RubricProblem[];
  readonly warnings: readonly RubricProblem[];
  readonly overtaken: Overtaken | null;
}

export function savedDraftOf(draft: DraftView): SavedDraft {
  const { document, inherits, base, site, revision, savedAt, problems, warnings, overtaken } =
    draft;
  return {
    document,
    inherits,
    base,
    ...(site !== undefined && { site }),
    revision,
    savedAt,
    problems,
    warnings,
    overtaken,
  };
}

/** What is in force, as a draft begins with it. */
export function publishedOf({
  published,
  inheritance,
}: Pick<SettingsView, 'published' | 'inheritance'>): SavedDraft {
  const { document, base, problems } = published;
  return {
    document,
    base,
    problems,
    ...(inheritance !== null && { site: inheritance.site.version }),
    inherits: inheritance?.sections ?? [],
    revision: 0,
    savedAt: null,
    warnings: [],
    overtaken: null,
  };
}
