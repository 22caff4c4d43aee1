import Heading from '@atlaskit/heading';
import type { JSX } from 'react';
import type { CalibrationView } from '../../../../../../src/contract/calibration';
import { Answered } from '../../../shared/questions/answered';
import { count } from '../../../shared/text/format-number';
import { useAnswer } from '../../../shared/questions/use-answer';
import { agreementSentences } from './agreement-text';
import { Influences } from './influences';
import { Inversions } from './inversions';
import { Suggestions } from './suggestions';
import styles from './calibration.module.css';
import text from '../../../shared/styles/text.module.css';
import layout from '../../../shared/styles/layout.module.css';

/** The rubric held against what the team really finished. */
export function CalibrationTab({ project }: { readonly project: string | null }): JSX.Element {
  return (
    <section className={layout.tab}>
      <Heading size="medium" as="h2">
        Calibration
      </Heading>
      <p className={text.spacedNote}>
        Whether the scores agree with what the team did. A team may have had good reasons to do
        otherwise: this is something to talk about, and changes nothing by itself.
      </p>
      {project === null ? (
        <p className={text.spacedNote}>
          Calibration belongs to a project: open the settings of one.
        </p>
      ) : (
        <OfProject project={project} />
      )}
    </section>
  );
}

function OfProject({ project }: { readonly project: string }): JSX.Element {
  const asked = useAnswer('calibration.view', { project });
  return (
    <Answered asked={asked} loading="Reading what was finished…">
      {(view: CalibrationView) => <Shown view={view} project={project} />}
    </Answered>
  );
}

function Shown({
  view,
  project,
}: {
  readonly view: CalibrationView;
  readonly project: string;
}): JSX.Element {
  const { days, finished, complete, scored, explained } = view;
  return (
    <>
      <section className={layout.part}>
        <Heading size="small" as="h3">
          Agreement
        </Heading>
        {agreementSentences(view).map((sentence) => (
          <p key={sentence} className={styles.says}>
            {sentence}
          </p>
        ))}
        <p className={text.spacedNote}>
          {`${count(finished, 'issue')} finished in the last ${days} days${complete ? '' : ' (of the newest 300)'}, without incidents and support requests; Ballast knew the score of ${scored} when ${scored === 1 ? 'it was' : 'they were'} finished, and of ${explained} what each criterion gave. Issues that were finished before Ballast scored them count nowhere.`}
        </p>
      </section>
      <Suggestions view={view} project={project} />
      <Inversions view={view} />
      <Influences view={view} />
    </>
  );
}
