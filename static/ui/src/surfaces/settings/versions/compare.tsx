import Button from '@atlaskit/button/new';
import Select from '@atlaskit/select';
import { useState, type JSX } from 'react';
import { rubricDifference } from '../../../../../../src/core/rubric/document/difference';
import { inheritanceChanges } from '../../../../../../src/core/rubric/document/inherit';
import { Answered } from '../../../shared/questions/answered';
import { useAnswer } from '../../../shared/questions/use-answer';
import { ChangeList } from '../rubric-changes/change-list';
import styles from './versions.module.css';

interface Props {
  readonly project: string | null;
  readonly total: number;
}

/** Any two versions against each other. */
export function Compare({ project, total }: Props): JSX.Element {
  const [open, setOpen] = useState(false);
  const [earlier, setEarlier] = useState(Math.max(1, total - 1));
  const [later, setLater] = useState(total);
  if (!open) {
    return (
      <Button spacing="compact" onClick={() => setOpen(true)}>
        Compare two versions
      </Button>
    );
  }
  return (
    <div className={styles.compare} role="group" aria-label="Compare two versions">
      <div className={styles.pick}>
        <Pick label="From" value={earlier} total={total} choose={setEarlier} />
        <Pick label="To" value={later} total={total} choose={setLater} />
        <Button spacing="compact" appearance="subtle" onClick={() => setOpen(false)}>
          Close
        </Button>
      </div>
      <Difference project={project} earlier={earlier} later={later} />
    </div>
  );
}

function Pick({
  label,
  value,
  total,
  choose,
}: {
  readonly label: string;
  readonly value: number;
  readonly total: number;
  readonly choose: (version: number) => void;
}): JSX.Element {
  const options = Array.from({ length: total }, (_, at) => total - at).map((version) => ({
    value: version,
    label: `v${String(version)}`,
  }));
  return (
    <div className={styles.select}>
      <Select
        aria-label={`${label} version`}
        spacing="compact"
        options={options}
        value={options.find((option) => option.value === value) ?? null}
        onChange={(option) => option !== null && choose(option.value)}
      />
    </div>
  );
}

function Difference({
  project,
  earlier,
  later,
}: {
  readonly project: string | null;
  readonly earlier: number;
  readonly later: number;
}): JSX.Element {
  const one = useAnswer('rubric.version', { project, version: earlier });
  const other = useAnswer('rubric.version', { project, version: later });
  return (
    <Answered asked={one} loading="Reading both…">
      {(before) => (
        <Answered asked={other} loading="Reading both…">
          {(after) =>
            before.document === null || after.document === null ? (
              <p className={styles.note}>
                One of them can no longer be read by this version of Ballast.
              </p>
            ) : (
              <ChangeList
                changes={[
                  ...inheritanceChanges(before.inherits, after.inherits),
                  ...rubricDifference(before.document, after.document),
                ]}
                none="Both decide alike."
              />
            )
          }
        </Answered>
      )}
    </Answered>
  );
}
