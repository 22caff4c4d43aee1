import Heading from '@atlaskit/heading';
import type { JSX } from 'react';
import { describeMet } from '../../../../../../src/core/describe/describe-because';
import type { LaneView } from '../../../../../../src/contract/lane';
import { LaneLozenge } from '../../../shared/components/lozenges';
import { UserText } from '../../../shared/text/user-text';
import styles from './lane.module.css';
import layout from '../../../shared/styles/layout.module.css';

/** What would have to change for each other lane, by the rubric's own rules. */
export function OtherLanes({ ways }: Pick<LaneView, 'ways'>): JSX.Element {
  return (
    <section>
      <Heading size="small" as="h2">
        What would move it to another lane
      </Heading>
      <ul className={layout.listBelow}>
        {ways.map(({ lane, ending, any }) => (
          <li key={lane} className={styles.way}>
            <LaneLozenge lane={lane} />
            <div>
              {ending.length > 0 && (
                <Conditions
                  title={
                    ending.length > 1
                      ? 'When none of this holds any more'
                      : 'When this no longer holds'
                  }
                  of={ending.map((met) => describeMet(met))}
                />
              )}
              {any.length > 0 && (
                <Conditions
                  title={`${ending.length > 0 ? 'and ' : 'When '}${any.length > 1 ? 'any of this comes true' : 'this comes true'}`}
                  of={any}
                />
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Conditions({
  title,
  of,
}: {
  readonly title: string;
  readonly of: readonly string[];
}): JSX.Element {
  return (
    <>
      <p className={styles.condition}>{title}:</p>
      <ul className={styles.conditions}>
        {of.map((words, i) => (
          <li key={i}>
            <UserText max={250}>{words}</UserText>
          </li>
        ))}
      </ul>
    </>
  );
}
