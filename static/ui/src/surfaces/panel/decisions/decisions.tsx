import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useState, type JSX } from 'react';
import type { DecisionView } from '../../../../../../src/contract/decisions';
import { Answered } from '../../../shared/questions/answered';
import { kindName, logText } from '../../../shared/text/decision-text';
import { count } from '../../../shared/text/format-number';
import type { TabProps } from '../tab-props';
import { CopyText } from '../../../shared/components/copy-text';
import { DecisionEntry } from '../decision-entry/decision-entry';
import styles from './decisions.module.css';
import { useLog } from './use-log';
import layout from '../../../shared/styles/layout.module.css';

type Kind = DecisionView['kind'];

/** The log of this issue: what was decided, from what to what, why and by whom. */
export function Decisions({ issueId, view }: TabProps): JSX.Element {
  const { asked, decisions, earlier, readingEarlier } = useLog(issueId);
  return (
    <Answered asked={asked} loading="Reading the log…">
      {() =>
        decisions.length === 0 && earlier === null ? (
          <NoDecisions />
        ) : (
          <Log
            issueKey={view.key}
            decisions={decisions}
            earlier={earlier}
            readingEarlier={readingEarlier}
          />
        )
      }
    </Answered>
  );
}

function NoDecisions(): JSX.Element {
  return (
    <div className={layout.empty}>
      <Heading size="small" as="h2">
        Nothing was decided here yet
      </Heading>
      <p>
        When its lane, band or horizon changes, or somebody overrides them, you read here what
        moved, why and by whom.
      </p>
    </div>
  );
}

interface LogProps {
  readonly issueKey: string;
  readonly decisions: readonly DecisionView[];
  /** Reads earlier ones; null when all are here. */
  readonly earlier: (() => void) | null;
  readonly readingEarlier: boolean;
}

function Log({ issueKey, decisions, earlier, readingEarlier }: LogProps): JSX.Element {
  const [kind, setKind] = useState<Kind | null>(null);
  const kinds = [...new Set(decisions.map((decision) => decision.kind))];
  const shown = kind === null ? decisions : decisions.filter((decision) => decision.kind === kind);
  return (
    <section>
      <div className={layout.head}>
        <Heading size="small" as="h2">
          Decisions
        </Heading>
        <CopyText text={logText(issueKey, shown, earlier === null)} label="Copy as text" />
      </div>
      {kinds.length > 1 && (
        <div className={styles.filters} role="group" aria-label="Show only">
          <Filter
            chosen={kind === null}
            choose={() => setKind(null)}
          >{`All (${decisions.length}${earlier === null ? '' : '+'})`}</Filter>
          {kinds.map((one) => (
            <Filter key={one} chosen={kind === one} choose={() => setKind(one)}>
              {`${kindName(one)} (${decisions.filter((decision) => decision.kind === one).length})`}
            </Filter>
          ))}
        </div>
      )}
      <p className={styles.count} role="status">
        {`${count(shown.length, 'decision')}, the newest first${earlier === null ? '' : '; there are earlier ones'}`}
      </p>
      <ol className={layout.list}>
        {shown.map((decision) => (
          <li key={decision.id} className={layout.ruledItem}>
            <DecisionEntry decision={decision} />
          </li>
        ))}
      </ol>
      {earlier !== null && (
        <Button onClick={earlier} isLoading={readingEarlier}>
          Show earlier decisions
        </Button>
      )}
    </section>
  );
}

function Filter({
  chosen,
  choose,
  children,
}: {
  readonly chosen: boolean;
  readonly choose: () => void;
  readonly children: string;
}): JSX.Element {
  return (
    <Button
      spacing="compact"
      appearance="subtle"
      isSelected={chosen}
      aria-pressed={chosen}
      onClick={choose}
    >
      {children}
    </Button>
  );
}
