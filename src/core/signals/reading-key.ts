import type { Rubric } from '../rubric/schema';
import { sameName } from '../rubric/same-name';

/** A fact to be read from an issue, as a rubric asks for it. */
export type FieldQuestion =
  | { readonly kind: PlainQuestion }
  | { readonly kind: 'number' | 'option' | 'user' | 'count' | 'date' | 'filled' | 'sla'; readonly fields: readonly string[] };

/** Facts with one place of their own in every issue. */
export type PlainQuestion = 'priority' | 'votes' | 'watchers' | 'comments' | 'sprint' | 'reopened' | 'statusSince';

/** The name under which the answer is kept among an issue's readings. */
export function readingKey(question: FieldQuestion): string {
  return 'fields' in question ? `${question.kind}:${sameName(question.fields[0] ?? '')}` : question.kind;
}

/** Every question that the rubric's criteria, effort, lanes and MoSCoW put to an issue, each once. */
export function questionsOf(rubric: Rubric): readonly FieldQuestion[] {
  const { source } = rubric.moscow;
  const asked: FieldQuestion[] = [
    ...rubric.criteria.flatMap(({ signal }) => questionsFor(signal)),
    ...rubric.effort.sources.map((source) => ({ kind: 'number' as const, fields: source.fields })),
    ...rubric.lanes.flatMap((rule) => rule.any.flatMap((condition) => (condition.kind === 'filled' ? [condition] : []))),
    ...(source.from === 'field' ? [{ kind: 'option' as const, fields: source.fields }] : []),
  ];
  return [...new Map(asked.map((question) => [readingKey(question), question])).values()];
}

/** What one signal asks of the fields and history; nothing when it follows from type, dates, evidence, links or votes. */
export function questionsFor(signal: Rubric['criteria'][number]['signal']): readonly FieldQuestion[] {
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
  return rubric.criteria.some(({ signal }) => signal.kind === 'reopened' || signal.kind === 'timeInStatus');
}
