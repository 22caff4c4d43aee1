import { textAt } from '../../draft/document-path';
import type { RuleOptions } from './condition';

/** The outcomes in the order in which rules try them: `hot fix → stability → …`. */
export function orderText(rules: readonly unknown[], outcome: RuleOptions['outcome']): string {
  return rules.map((rule) => textAt(rule, [outcome])).join(' → ');
}
