import { textAt } from '../../draft/document-path';
import type { RuleBook } from './condition';

/** The outcomes in the order in which rules try them: `hot fix → stability → …`. */
export function orderWords(rules: readonly unknown[], outcome: RuleBook['outcome']): string {
  return rules.map((rule) => textAt(rule, [outcome])).join(' → ');
}
