import type { RubricChange } from './rubric-change';
import { settingWord } from './setting-words';

/** A place in the document: its path, and the words for it, title first. */
export interface DocumentPlace {
  readonly path: string;
  readonly words: readonly string[];
}

/** One thing that a document decides otherwise than another. */
export interface Difference {
  readonly place: DocumentPlace;
  readonly found: Decided;
  /** What came or went, of a list whose items have names. */
  readonly item?: unknown;
}

export type Decided =
  /** `value`: of what has no name of its own. */
  | { readonly kind: 'new' | 'gone'; readonly value?: unknown }
  | { readonly kind: 'changed'; readonly was: unknown; readonly is: unknown }
  | { readonly kind: 'order'; readonly names: readonly string[] }
  | {
      readonly kind: 'set';
      readonly added: readonly unknown[];
      readonly dropped: readonly unknown[];
      readonly is: readonly unknown[];
    };

/** `share`: of the criterion that came or went, in percent; null where none is told. */
export function inRubric({ place, found }: Difference, share: number | null): RubricChange {
  const {
    path,
    words: [title = '', ...rest],
  } = place;
  const what = `${describe(found)}${shareWords(found, share)}`;
  return {
    path,
    text: rest.length === 0 ? `${title} ${what}` : `${title}: ${rest.join(' ')} ${what}`,
  };
}

function describe(found: Decided): string {
  switch (found.kind) {
    case 'new':
      return found.value === undefined ? 'is new' : `${show(found.value)} is new`;
    case 'gone':
      return found.value === undefined ? 'is gone' : `${show(found.value)} is gone`;
    case 'changed':
      return `${show(found.was)} → ${show(found.is)}`;
    case 'order':
      return `order is now ${found.names.join(' · ')}`;
    case 'set': {
      const parts = [
        ...(found.added.length > 0 ? [`now with ${found.added.map(show).join(', ')}`] : []),
        ...(found.dropped.length > 0 ? [`no longer ${found.dropped.map(show).join(', ')}`] : []),
      ];
      return parts.length > 0 ? parts.join('; ') : `order is now ${found.is.map(show).join(', ')}`;
    }
  }
}

function shareWords({ kind }: Decided, share: number | null): string {
  if (share === null) return '';
  return kind === 'gone' ? `: its share was ${share} %` : `: share ${share} %`;
}

/** A value in words; what is made of parts as its kind and settings. */
function show(value: unknown): string {
  if (typeof value === 'string') return `“${value}”`;
  if (Array.isArray(value)) return value.map(show).join(', ');
  if (typeof value !== 'object' || value === null)
    return value === true
      ? 'yes'
      : value === false
        ? 'no'
        : value === null
          ? 'none'
          : JSON.stringify(value);
  const { kind, ...rest } = value as Readonly<Record<string, unknown>>;
  const settings = Object.entries(rest).map(([key, one]) => {
    const isGroup = typeof one === 'object' && one !== null && !Array.isArray(one);
    return `${settingWord(key, `${String(kind)}.`)} ${isGroup ? `(${show(one)})` : show(one)}`;
  });
  return [...(typeof kind === 'string' ? [settingWord(kind)] : []), ...settings].join(' ');
}
