import type { IssueRecord } from '../issue/issue-record';
import type { Reading } from '../issue/reading';
import type { WordPlace } from '../terms/word-place';
import { folded, hasWords } from '../text/whole-words';
import type { WordQuestion } from './reading-key';

/** More than these no reason names. */
const MOST_NAMED = 3;

/** Where to look, in the order in which a reason names the place. */
const order: readonly WordPlace[] = ['summary', 'labels', 'components'];

/**
 * Which of the words stand in the first of the places that has any. Kept are the list's own words, and never the text they were found
 * in: what an issue says stays in Jira.
 */
export function wordsIn(issue: IssueRecord, question: WordQuestion): Reading {
  const wanted = question.any.map((word) => ({ word, words: folded(word) }));
  for (const place of order.filter((one) => question.in.includes(one))) {
    const texts = textsOf(issue, place).map(folded);
    const found = wanted.filter(({ words }) => texts.some((text) => hasWords(text, words)));
    if (found.length > 0)
      return {
        state: 'known',
        value: found.slice(0, MOST_NAMED).map(({ word }) => word),
        field: place,
      };
  }
  return { state: 'empty' };
}

function textsOf(issue: IssueRecord, place: WordPlace): readonly string[] {
  return place === 'summary' ? [issue.summary] : issue[place];
}
