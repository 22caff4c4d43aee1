import type { RowCellType } from '@atlaskit/dynamic-table/types';
import type { JSX } from 'react';
import type { ScoreView } from '../../../../../../src/contract/score';
import { bar } from '../../../shared/scores/score-bands';
import { percent, signed } from '../../../shared/text/format-number';
import { UserText } from '../../../shared/text/user-text';
import { inOneLine, pointsOf, valueOf } from './line-figures';
import styles from './rationale-table.module.css';
import { COLUMNS, type RationaleColumn } from './rationale-columns';
import { Sources } from './sources';
import type { Width } from '../../../shared/hooks/use-width';
import textStyles from '../../../shared/styles/text.module.css';

type Line = ScoreView['lines'][number];

/** One line's cells; what has no column of its own at this width moves below the label. */
export function lineCells(line: Line, all: readonly Line[], width: Width): RowCellType[] {
  const label = (
    <span className={styles.label}>
      <UserText max={100}>{line.label}</UserText>
    </span>
  );
  const sources = <Sources from={line.from} />;
  const cells: Readonly<Record<RationaleColumn, JSX.Element>> = {
    label: (
      <>
        {label}
        {width === 'narrow' && (
          <span className={textStyles.noteLine}>
            <UserText max={120}>{inOneLine(line)}</UserText>
          </span>
        )}
        {width !== 'wide' && sources}
      </>
    ),
    from: sources,
    value: <Figure text={valueOf(line)} />,
    points: <Figure text={pointsOf(line)} />,
    weight: <Figure text={line.weight === null ? '' : percent(line.weight)} />,
    contribution: <Contribution line={line} all={all} />,
  };
  return COLUMNS[width].map(({ key }) => ({ content: cells[key] }));
}

function Figure({ text }: { readonly text: string }): JSX.Element {
  return (
    <span className={textStyles.figure}>
      <UserText max={60}>{text}</UserText>
    </span>
  );
}

function Contribution({
  line,
  all,
}: {
  readonly line: Line;
  readonly all: readonly Line[];
}): JSX.Element {
  const { start, length, zero } = bar(
    line.contribution,
    all.map(({ contribution }) => contribution),
  );
  return (
    <span className={styles.contribution}>
      <span className={styles.track} aria-hidden>
        {length > 0 && (
          <span
            className={styles.bar}
            data-sign={line.contribution < 0 ? 'minus' : 'plus'}
            style={{ insetInlineStart: `${start}%`, inlineSize: `${length}%` }}
          />
        )}
        {zero > 0 && <span className={styles.zero} style={{ insetInlineStart: `${zero}%` }} />}
      </span>
      <span className={textStyles.figure}>{signed(line.contribution)}</span>
    </span>
  );
}
