import type { Who } from '../../../../../../src/contract/who';
import { shorten, visibleText } from '../../../shared/text/visible-text';

/** A person's name where Jira tells it. */
export function nameOf(who: Who | null): string {
  if (who === null) return 'Ballast';
  return who.name === null
    ? 'somebody whose name Jira does not tell you'
    : shorten(visibleText(who.name), 80);
}
