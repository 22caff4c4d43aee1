import Heading from '@atlaskit/heading';
import type { JSX } from 'react';
import type { OverridesView } from '../../../../../../src/contract/overrides';
import { Answered } from '../../../shared/questions/answered';
import { useAnswer } from '../../../shared/questions/use-answer';
import { useCommand } from '../../../shared/questions/use-command';
import { RefusedText } from '../../../shared/refusals/refusal-text';
import type { TabProps } from '../tab-props';
import { OverrideEntry } from './override-entry';
import { OverrideRequestForm } from './request-form';
import styles from './override.module.css';
import text from '../../../shared/styles/text.module.css';

/** A person's contextual judgement: what holds, what waits, and a new one. */
export function Overrides({ issueId, view, changed }: TabProps): JSX.Element {
  const asked = useAnswer('override.view', { issueId });
  return (
    <section>
      <Heading size="small" as="h2">
        Override
      </Heading>
      <p className={text.spacedNote}>
        Where you know what the rubric cannot. It ends by itself, and the log keeps who did it and
        why.
      </p>
      <Answered asked={asked} loading="Looking for overrides…">
        {(overrides: OverridesView) => (
          <Shown
            issueId={issueId}
            lane={view.lane}
            overrides={overrides}
            again={asked.again}
            changed={changed}
          />
        )}
      </Answered>
    </section>
  );
}

interface ShownProps extends Pick<TabProps, 'issueId' | 'changed'> {
  readonly lane: TabProps['view']['lane'];
  readonly overrides: OverridesView;
  readonly again: () => void;
}

function Shown({ issueId, lane, overrides, again, changed }: ShownProps): JSX.Element {
  const answer = useCommand('override.answer', changed, again);
  const undo = useCommand('override.undo', changed, again);
  const { seen } = overrides;
  return (
    <>
      {overrides.overrides.length > 0 && (
        <ul className={styles.kept} aria-label="Overrides of this issue">
          {overrides.overrides.map((one) => (
            <OverrideEntry
              key={one.id}
              override={one}
              busy={answer.acting || undo.acting}
              answer={(approve, reason) =>
                answer.act({ issueId, seen, id: one.id, approve, reason })
              }
              undo={() => undo.act({ issueId, seen, id: one.id })}
            />
          ))}
        </ul>
      )}
      <RefusedText refusal={answer.refusal ?? undo.refusal} />
      <OverrideRequestForm
        issueId={issueId}
        lane={lane}
        overrides={overrides}
        again={again}
        changed={changed}
      />
    </>
  );
}
