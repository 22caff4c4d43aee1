import { describeSource } from '../../../../../../src/core/describe/describe-source';
import type { JSX } from 'react';
import type { ScoreView } from '../../../../../../src/contract/score';
import { dayOf } from '../../../shared/text/ago';
import { IssueLink } from '../../../shared/components/issue-link';
import { UserText } from '../../../shared/text/user-text';
import styles from './rationale-table.module.css';

type Provenance = ScoreView['lines'][number]['from'][number];

const SHOWN = 3;

/** Where a line's fact comes from; beyond a few the rest folds away. */
export function Sources({ from }: { readonly from: readonly Provenance[] }): JSX.Element | null {
  if (from.length === 0) return null;
  const [first, rest] =
    from.length > SHOWN + 1 ? [from.slice(0, SHOWN), from.slice(SHOWN)] : [from, []];
  return (
    <div className={styles.sources}>
      <List from={first} />
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more</summary>
          <List from={rest} />
        </details>
      )}
    </div>
  );
}

function List({ from }: { readonly from: readonly Provenance[] }): JSX.Element {
  return (
    <ul>
      {from.map((source, i) => (
        <li key={i}>
          <Source source={source} />
        </li>
      ))}
    </ul>
  );
}

function Source({ source }: { readonly source: Provenance }): JSX.Element {
  const { key, text, at } = describeSource(source);
  const day = dayOf(at);
  return (
    <>
      {key !== undefined && (
        <>
          <IssueLink issueKey={key} />{' '}
        </>
      )}
      <UserText max={120}>{text}</UserText>
      {day !== null && (
        <>
          {' '}
          <time dateTime={at}>{day}</time>
        </>
      )}
    </>
  );
}
