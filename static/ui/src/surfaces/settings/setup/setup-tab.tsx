import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useState, type JSX } from 'react';
import type { SetupView } from '../../../../../../src/contract/setup';
import { ago } from '../../../shared/text/ago';
import { Answered } from '../../../shared/questions/answered';
import { count } from '../../../shared/text/format-number';
import { useAnswer, type Asked } from '../../../shared/questions/use-answer';
import { useNow } from '../../../shared/hooks/use-now';
import { PersonalData } from './personal-data';
import { SetupCheckRow } from './setup-check-row';
import styles from './setup.module.css';
import text from '../../../shared/styles/text.module.css';
import layout from '../../../shared/styles/layout.module.css';

/** Whether everything is in place for scores to come about and be seen, and what to do where it is not. */
export function SetupTab({ project }: { readonly project: string | null }): JSX.Element {
  const asked = useAnswer('setup.check', { project });
  return (
    <section className={layout.tab}>
      <Heading size="medium" as="h2">
        Setup check
      </Heading>
      <p className={text.note}>
        What scores need to come about and be seen. Nothing is changed by looking.
      </p>
      <Answered asked={asked} loading="Looking at screens, rights and connections…">
        {(view: SetupView) => <Shown project={project} view={view} asked={asked} />}
      </Answered>
      {project === null && <PersonalData />}
    </section>
  );
}

interface Props {
  readonly project: string | null;
  readonly view: SetupView;
  readonly asked: Asked<SetupView>;
}

function Shown({ project, view: { checks, at }, asked }: Props): JSX.Element {
  const now = useNow(30_000);
  const [done, setDone] = useState<string | null>(null);
  const attention = checks.filter(({ state }) => state === 'attention').length;
  return (
    <>
      <div className={styles.bar}>
        <strong role="status">
          {attention === 0
            ? 'Nothing needs attention.'
            : `${count(attention, 'thing')} ${attention === 1 ? 'needs' : 'need'} attention.`}
        </strong>
        <span className={text.note}>Looked {ago(at, now)}</span>
        <Button spacing="compact" isLoading={asked.asking} onClick={asked.again}>
          Look again
        </Button>
      </div>
      <p className={styles.done} role="status">
        {done !== null && `${done}.`}
      </p>
      <ul className={styles.checks} aria-label="Checks">
        {checks.map((check) => (
          <SetupCheckRow key={check.id} check={check} project={project} repaired={setDone} />
        ))}
      </ul>
    </>
  );
}
