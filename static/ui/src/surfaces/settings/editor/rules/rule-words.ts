import { namesAt, readAt, textAt } from '../../draft/document-path';
import type { ConditionPart, RuleBook } from './condition';

/** A condition as a phrase: `more than 10 customers`. */
function conditionWords(book: RuleBook, condition: unknown): string {
  const kind = book.conditions.find((one) => one.kind === textAt(condition, ['kind']));
  if (kind === undefined) return textAt(condition, ['kind']);
  const parts = kind.parts.map((part) => partWords(part, condition)).filter((part) => part !== '');
  return [kind.label, ...parts].join(' ');
}

function partWords(part: ConditionPart, condition: unknown): string {
  const value = readAt(condition, [part.key]);
  switch (part.kind) {
    case 'number':
      return `${part.label} ${typeof value === 'number' ? value : '…'}${part.unit === undefined ? '' : ` ${part.unit}`}`;
    case 'choice':
      return part.options.find((option) => option.value === value)?.label ?? '…';
    case 'names': {
      const names = namesAt(condition, [part.key]);
      return names.length <= 3 ? names.join(', ') : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;
    }
  }
}

/** The outcomes in the order in which rules try them: `hot fix → stability → …`. */
export function orderWords(rules: readonly unknown[], outcome: RuleBook['outcome']): string {
  return rules.map((rule) => textAt(rule, [outcome])).join(' → ');
}
