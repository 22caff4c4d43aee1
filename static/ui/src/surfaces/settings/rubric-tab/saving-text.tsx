import type { JSX } from 'react';
import { ago } from '../../../shared/text/ago';
import { useNow } from '../../../shared/hooks/use-now';
import type { Saving } from '../draft/draft';
import text from '../../../shared/styles/text.module.css';

/** Whether the draft is kept, for whoever wonders before closing the page. */
export function SavingText({
  saving,
  differs,
}: {
  readonly saving: Saving;
  readonly differs: boolean;
}): JSX.Element {
  const now = useNow(30_000);
  return (
    <span className={text.aside} role="status">
      {wordsOf(saving, differs, now)}
    </span>
  );
}

function wordsOf(saving: Saving, differs: boolean, now: number): string {
  switch (saving.state) {
    case 'waiting':
    case 'saving':
      return 'Saving…';
    case 'saved':
      return `Draft saved ${ago(saving.at, now)}`;
    case 'failed':
      return 'Not saved';
    case 'conflict':
      return 'Not saved: changed in another window';
    case 'unchanged':
      return differs ? '' : 'Published, no draft';
  }
}
