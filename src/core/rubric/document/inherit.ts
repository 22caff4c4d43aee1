import { rubricDifference, same } from './difference';
import { type RubricChange } from './rubric-change';
import { Rubric } from '../schema/schema';
import { sectionWord } from './setting-words';

/** A part of the rubric that a project may take from the site's. */
export type Section = Exclude<keyof Rubric, 'schema' | 'version' | 'name'>;

const alwaysOwn = new Set(['schema', 'version', 'name']);

/** In the order of the document. */
export const inheritable = Object.keys(Rubric.shape).filter(
  (key): key is Section => !alwaysOwn.has(key),
);

/** The document with the parts that it takes from the site's rubric as they are there. Whether they fit together is for the checks. */
export function inherited(
  document: Readonly<Record<string, unknown>>,
  sections: readonly Section[],
  site: Rubric,
): Readonly<Record<string, unknown>> {
  return {
    ...document,
    ...Object.fromEntries(sections.map((section) => [section, site[section]])),
  };
}

/** Of these sections those that stand in a rubric as they do in the site's: only such can go on following it. */
export function stillAsIn(
  site: Rubric,
  rubric: Rubric,
  sections: readonly Section[],
): readonly Section[] {
  return sections.filter((section) => same(rubric[section], site[section]));
}

/** What the site's rubric changed between two versions in the parts that a project does not take from it: those do not come by themselves. */
export function changedBeside(
  sections: readonly Section[],
  before: Rubric,
  after: Rubric,
): readonly RubricChange[] {
  const beside = inheritable.filter((section) => !sections.includes(section));
  return rubricDifference(
    { ...after, ...Object.fromEntries(beside.map((section) => [section, before[section]])) },
    after,
  );
}

/** What a rubric takes from the site's; whoever has none of their own follows it as a whole. `own` is null then. */
export function followed(
  own: { readonly inherits?: readonly Section[] } | null,
): readonly Section[] {
  return own === null ? inheritable : (own.inherits ?? []);
}

/** Which parts begin or cease to follow the site's rubric, in words. */
export function inheritanceChanges(
  before: readonly Section[],
  after: readonly Section[],
): readonly RubricChange[] {
  const [begun, ceased] = [
    after.filter((one) => !before.includes(one)),
    before.filter((one) => !after.includes(one)),
  ];
  const listed = (sections: readonly Section[]): string =>
    sections.length === inheritable.length ? 'every part' : sections.map(sectionWord).join(', ');
  return [
    ...(begun.length > 0
      ? [{ path: 'inherits', text: `Now follows the site's rubric in: ${listed(begun)}` }]
      : []),
    ...(ceased.length > 0
      ? [{ path: 'inherits', text: `No longer follows the site's rubric in: ${listed(ceased)}` }]
      : []),
  ];
}
