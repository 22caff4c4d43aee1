/**
 * Words that stand in what is kept from people. `hidden` is for nobody who is tried; `project` for who sees the other projects without
 * what is behind a security level; `rubric` for who may publish in a project that the site's rubric judges.
 */
export type Kept = 'hidden' | 'project' | 'rubric';

const PREFIX = 'Zyzzyva';

/** A word that stands in one place only: whoever reads it has seen that place. */
export const canary = (where: string, kept: Kept = 'hidden'): string => `${PREFIX}${kept}${where}`;

/** A customer's revenue, which is a number. */
export const REVENUE = 71_917_193;

const ALL = new RegExp(`${PREFIX}[a-z]+|${REVENUE}`, 'giu');

/** The canaries in an answer, one each. */
export function canariesIn(answer: unknown): readonly string[] {
  return [...new Set(JSON.stringify([answer]).match(ALL) ?? [])];
}

/** Those that stand for what this person may not be told. */
export function leaked(answer: unknown, mayKnow: readonly Kept[]): readonly string[] {
  return canariesIn(answer).filter(
    (word) =>
      !mayKnow.some((kept) => word.toLowerCase().startsWith(`${PREFIX}${kept}`.toLowerCase())),
  );
}
