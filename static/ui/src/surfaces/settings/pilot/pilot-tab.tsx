import Heading from '@atlaskit/heading';
import type { JSX } from 'react';
import type { PilotView } from '../../../../../../src/contract/pilot';
import { Answered } from '../../../shared/questions/answered';
import { count, percent } from '../../../shared/text/format-number';
import { LaneLozenge } from '../../../shared/components/lozenges';
import { useAnswer } from '../../../shared/questions/use-answer';
import { PilotOrder } from './pilot-order';
import { PilotSwitch } from './pilot-switch';
import styles from './pilot.module.css';
import text from '../../../shared/styles/text.module.css';
import layout from '../../../shared/styles/layout.module.css';

/** Lets a team look at the scores of a project before anything of them is written to Jira. */
export function PilotTab({ project }: { readonly project: string | null }): JSX.Element {
  return (
    <section className={layout.tab}>
      <Heading size="medium" as="h2">
        Pilot
      </Heading>
      {project === null ? (
        <p className={text.spacedNote}>A pilot belongs to a project: open the settings of one.</p>
      ) : (
        <OfProject project={project} />
      )}
    </section>
  );
}

function OfProject({ project }: { readonly project: string }): JSX.Element {
  const asked = useAnswer('pilot.view', { project });
  return (
    <Answered asked={asked} loading="Looking at the project…">
      {(view: PilotView) => (
        <>
          <PilotSwitch project={project} view={view} />
          {view.issues === 0 ? (
            <p className={styles.empty}>
              No open issue has a score yet.{' '}
              {view.pilot === null
                ? 'Once the project is scored, this shows what Ballast makes of it.'
                : 'The project is being gone through: look again in a moment.'}
            </p>
          ) : (
            <Compared view={view} />
          )}
        </>
      )}
    </Answered>
  );
}

function Compared({
  view: { issues, complete, lanes, top, byPriority, agreement, pilot },
}: {
  readonly view: PilotView;
}): JSX.Element {
  return (
    <>
      <section className={layout.part}>
        <Heading size="small" as="h3">
          {pilot === null ? 'What is written' : 'What would be written'}
        </Heading>
        <p
          className={text.spacedNote}
        >{`${count(issues, 'open issue')}${complete ? '' : ', the first of a large backlog'}, by lane:`}</p>
        <ul className={layout.facts}>
          {lanes.map(({ lane, issues: n }) => (
            <li key={lane}>
              <LaneLozenge lane={lane} /> <strong>{n}</strong>{' '}
              <span className={text.spacedNote}>{percent(n / issues)}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className={layout.part}>
        <Heading size="small" as="h3">
          Beside Jira’s order
        </Heading>
        <p className={text.spacedNote}>
          Jira’s order here is by priority, then the oldest first; issues without a priority have no
          place in it. {agreementText(agreement)}
        </p>
        <div className={styles.orders}>
          <PilotOrder
            title="First by Ballast"
            rows={top}
            other={(row) => row.placeByPriority}
            otherTitle="Place by priority"
          />
          <PilotOrder
            title="First by priority"
            rows={byPriority}
            other={(row) => row.place}
            otherTitle="Place by Ballast"
          />
        </div>
      </section>
    </>
  );
}

function agreementText(agreement: number | null): string {
  if (agreement === null) return 'There is too little to compare the two orders.';
  const share = percent((agreement + 1) / 2);
  return `Of any two issues, both orders put the same one first in about ${share} of cases (rank agreement ${agreement.toFixed(2)}, where 1 is the same order and 0 is chance).`;
}
