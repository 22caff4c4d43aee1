import { hashOf } from '../text/hash';
import type { WordPlace } from '../terms/word-place';
import type { Rubric } from '../rubric/schema/schema';
import { sameName } from '../text/same-name';
import { folded } from '../text/whole-words';
import type { Reading } from '../issue/reading';
import type { Signals } from './signal';
import { ownMember } from '../terms/own-member';

/** A fact to be read from an issue, as a rubric asks for it. */
export type FieldQuestion =
  | { readonly kind: PlainQuestion }
  | {
      readonly kind:
        'number' | 'option' | 'user' | 'count' | 'date' | 'filled' | 'sla' | 'workingDays';
      readonly fields: readonly string[];
    }
  | { readonly kind: 'links'; readonly phrases: readonly string[] }
  | WordQuestion;

/** Which of some words an issue has in the first of these places that has any. */
export interface WordQuestion {
  readonly kind: 'words';
  readonly in: readonly WordPlace[];
  readonly any: readonly string[];
}

/** Facts with one place of their own in every issue. */
export type PlainQuestion =
  'priority' | 'votes' | 'watchers' | 'comments' | 'sprint' | 'reopened' | 'statusSince';

/**
 * The name under which the answer is kept among an issue's readings. A list of fields goes by its first and a mark of the others
 * (`nGLOK:story points`): another list may begin alike and go on differently. Work it out once for many issues.
 */
export function readingKey(question: FieldQuestion): string {
  if (question.kind === 'words')
    return `words:${namesHash([...[...question.in].sort(), ...question.any.map(folded).sort()])}`;
  if (question.kind === 'links') return `links:${namesHash(question.phrases.map(sameName).sort())}`;
  if (!('fields' in question)) return question.kind;
  const [first = '', ...others] = question.fields.map(sameName);
  return others.length === 0
    ? `${question.kind}:${first}`
    : `${question.kind.charAt(0)}${namesHash(others)}:${first}`;
}

/** What an issue holds for a question: its reading, that the site has no such field, or nothing because nobody asked yet. */
export type Answer = Reading | 'absent' | undefined;

/** The answer that is kept under a key; in signals gathered before lists had a mark, under the first field's name. */
export function answerIn(signals: Pick<Signals, 'readings' | 'absent'>, key: string): Answer {
  const answer = kept(signals, key);
  if (answer !== undefined) return answer;
  const letter = marked.exec(key)?.[1];
  const kind = kinds.find((one) => one.charAt(0) === letter);
  return kind === undefined ? undefined : kept(signals, `${kind}${key.slice(MARKED)}`);
}

function kept({ readings, absent }: Pick<Signals, 'readings' | 'absent'>, key: string): Answer {
  return ownMember(readings, key) ?? (absent.includes(key) ? 'absent' : undefined);
}

/** Told apart by their first letters. */
const kinds = [
  'number',
  'option',
  'user',
  'count',
  'date',
  'filled',
  'sla',
  'workingDays',
] as const satisfies readonly FieldQuestion['kind'][];
const marked = /^([a-z])[A-Z][0-9A-Z]{3}:/u;
const MARKED = 5;
const LETTERS = 26;
const REST = 36 ** 3;

/** Four characters: short, since the ledger keeps them with every issue. */
function namesHash(names: readonly string[]): string {
  const hash = hashOf(names.join('\n'));
  const rest = (Math.floor(hash / LETTERS) % REST).toString(36).toUpperCase().padStart(3, '0');
  return `${String.fromCharCode(65 + (hash % LETTERS))}${rest}`;
}

/** Every question that the rubric's criteria, effort, lanes and MoSCoW put to an issue, each once. */
export function questionsOf(rubric: Rubric): readonly FieldQuestion[] {
  const { source } = rubric.moscow;
  const asked: FieldQuestion[] = [
    ...rubric.criteria.flatMap(({ signal }) => questionsFor(signal)),
    ...rubric.effort.sources.map(askedByEffort),
    ...rubric.lanes.flatMap((rule) => rule.any.flatMap(askedByCondition)),
    ...(source.from === 'field' ? [{ kind: 'option' as const, fields: source.fields }] : []),
  ];
  return [...new Map(asked.map((question) => [readingKey(question), question])).values()];
}

/** What one source of effort asks. */
export function askedByEffort({
  fields,
  in: unit,
}: Pick<Rubric['effort']['sources'][number], 'fields' | 'in'>): FieldQuestion {
  return { kind: unit ?? 'number', fields };
}

/** What one condition of a lane rule asks. */
export function askedByCondition(
  condition: Rubric['lanes'][number]['any'][number],
): readonly FieldQuestion[] {
  switch (condition.kind) {
    case 'filled':
      return [condition];
    case 'words':
      return [{ kind: 'words', in: condition.in, any: condition.any }];
    case 'freshPriority':
      return [{ kind: 'priority' }];
    default:
      return [];
  }
}

/** A question as it is named where reading it from Jira is announced. */
export function questionWords(question: FieldQuestion): string {
  if ('fields' in question)
    return `the field ${question.fields.map((name) => `"${name}"`).join(' or ')}`;
  switch (question.kind) {
    case 'words':
      return 'words of titles, labels or components';
    case 'links':
      return `links that say ${question.phrases.map((phrase) => `"${phrase}"`).join(' or ')}`;
    default:
      return question.kind;
  }
}

/** What one signal asks of the issue's fields and history; nothing when it follows from type, dates, evidence, links or votes. */
export function questionsFor(
  signal: Rubric['criteria'][number]['signal'],
): readonly FieldQuestion[] {
  switch (signal.kind) {
    case 'priority':
    case 'comments':
    case 'sprint':
    case 'reopened':
    case 'number':
    case 'option':
    case 'user':
    case 'count':
    case 'date':
    case 'filled':
    case 'links':
      return [signal];
    case 'sla':
      return [{ kind: 'sla', fields: signal.fields ?? [] }];
    case 'interest':
      return [{ kind: 'votes' }, { kind: 'watchers' }];
    case 'timeInStatus':
      return [{ kind: 'statusSince' }];
    default:
      return [];
  }
}

/** Whether the rubric asks for what only an issue's changelog tells; reading that costs as much again as the issue. */
export function needsHistory(rubric: Rubric): boolean {
  return rubric.criteria.some(
    ({ signal }) => signal.kind === 'reopened' || signal.kind === 'timeInStatus',
  );
}
