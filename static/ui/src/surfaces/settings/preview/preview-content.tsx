import type { JSX, ReactNode } from 'react';
import type { RubricPreview } from '../../../../../../src/contract/preview';
import { count, wholeNumber } from '../../../shared/text/format-number';
import { UserText } from '../../../shared/text/user-text';
import { CapacityTable } from './capacity-table';
import { CostText } from './cost-text';
import { CriterionUses } from './criterion-uses';
import { FlowChart } from '../../../charts/flow/flow-chart';
import { Figures } from './figures';
import { MoscowTable } from './moscow-table';
import { Movers } from './movers';
import { ReachText } from './reach-text';
import styles from './preview.module.css';
import text from '../../../shared/styles/text.module.css';

/** The preview once it is there: figures first, then who goes where, who moves most, and what it does to capacity. */
export function PreviewContent({ preview }: { readonly preview: RubricPreview }): JSX.Element {
  const { issues, complete, pending, cost, comparedWith, reach } = preview;
  const whom = reach == null ? null : <ReachText reach={reach} />;
  if (issues === 0)
    return (
      <>
        {whom}
        <p className={text.note}>
          Ballast’s record holds no open issue here yet, so there is nothing to compare. Publishing
          reads them from Jira.
        </p>
      </>
    );
  return (
    <>
      {whom}
      {!complete && (
        <p className={styles.warning}>
          Ballast’s record does not hold every open issue yet: publishing reaches more than are
          counted here.
        </p>
      )}
      {pending.issues > 0 && (
        <p className={styles.warning}>
          {wholeNumber(pending.issues)} of {count(issues, 'open issue')} can only be told after
          publishing: the draft asks what Ballast has not read of{' '}
          {pending.issues === 1 ? 'it' : 'them'} yet (
          <UserText max={400}>{pending.because.join('; ')}</UserText>).{' '}
          {pending.issues < issues && 'The figures below are about the others.'}
        </p>
      )}
      {comparedWith === 'record' && (
        <p className={styles.warning}>
          The rubric in force cannot be used, so “now” is what was last written of each issue, with
          the evidence gathered until then.
        </p>
      )}
      {pending.issues >= issues ? <CostText cost={cost} /> : <PreviewFigures preview={preview} />}
    </>
  );
}

function PreviewFigures({ preview }: { readonly preview: RubricPreview }): JSX.Element {
  const { lanes, bands, cost } = preview;
  return (
    <>
      <Figures preview={preview} />
      <Part title="From lane to lane">
        <FlowChart what="lane" flows={lanes} />
      </Part>
      <Part title="Biggest movers">
        <Movers preview={preview} />
      </Part>
      <Part title="Capacity">
        <CapacityTable capacity={preview.capacity} />
      </Part>
      <CriterionUses criteria={preview.criteria} />
      <Fold title="From band to band">
        <FlowChart what="band" flows={bands} />
      </Fold>
      <Fold title="MoSCoW">
        <MoscowTable moscow={preview.moscow} />
      </Fold>
      <CostText cost={cost} />
    </>
  );
}

function Part({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}): JSX.Element {
  return (
    <section className={styles.part}>
      <h3 className={styles.heading}>{title}</h3>
      {children}
    </section>
  );
}

function Fold({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}): JSX.Element {
  return (
    <details className={styles.fold}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
