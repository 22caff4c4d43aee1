import { longDay } from '../../../../../../src/core/describe/long-day';
import type { WouldGo } from '../../../../../../src/core/retention/would-go';
import { count } from '../../../shared/text/format-number';

type Counted = NonNullable<WouldGo['evidence']>;

/** `Removed for good from 8 December 2026 on, as this rubric keeps them for a shorter time: at least 240 pieces of resolved evidence …` */
export function removalSentence({ from, evidence, decisions }: WouldGo): string {
  const parts = [
    ...(evidence === null ? [] : [amount(evidence, ['piece', 'pieces'], ' of resolved evidence')]),
    ...(decisions === null
      ? []
      : [amount(decisions, ['decision log entry', 'decision log entries'], '')]),
  ];
  return `Removed for good from ${longDay(from)} on, as this rubric keeps them for a shorter time: ${parts.join(' and ')}.`;
}

/** Where none was found before there was no more time to look, nobody knows whether there are some. */
function amount(
  { count: found, more }: Counted,
  [one, many]: readonly [string, string],
  of: string,
): string {
  if (found === 0) return more ? `some ${many}${of}, perhaps` : `no ${one}${of}`;
  return `${more ? 'at least ' : ''}${count(found, one, many)}${of}`;
}
