import type { JSX } from 'react';
import styles from './pilot-note.module.css';

/** Says wherever a score is shown that nothing of it stands in Jira's fields. */
export function PilotNote(): JSX.Element {
  return (
    <p className={styles.note} role="note">
      <strong>Pilot:</strong> this project is only tried out. Ballast keeps its scores to itself and
      writes nothing to Jira.
    </p>
  );
}
