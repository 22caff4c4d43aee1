import SectionMessage from '@atlaskit/section-message';
import type { JSX } from 'react';
import type { RubricProblem } from '../../../../../../src/core/rubric/schema/problem';
import { count } from '../../../shared/text/format-number';
import { asSentence } from '../../../shared/text/sentences';
import { UserText } from '../../../shared/text/user-text';
import { useEditor } from './editor-context';
import { placeText } from './place-text';
import styles from './editor.module.css';

const mostShown = 20;

/** Everything that stands in the way, each with a way to its place. */
export function ProblemList(): JSX.Element | null {
  const { draft } = useEditor();
  return (
    <>
      {draft.problems.length > 0 && (
        <SectionMessage
          appearance="error"
          title={`${count(draft.problems.length, 'problem')} to put right before publishing`}
        >
          <List problems={draft.problems} />
        </SectionMessage>
      )}
      {draft.warnings.length > 0 && (
        <SectionMessage
          appearance="warning"
          title="It may be published, but this stays unknown on every issue"
        >
          <List problems={draft.warnings} />
        </SectionMessage>
      )}
    </>
  );
}

function List({ problems }: { readonly problems: readonly RubricProblem[] }): JSX.Element {
  const { draft, reveal } = useEditor();
  return (
    <ul className={styles.problemList}>
      {problems.slice(0, mostShown).map(({ path, problem, advice }) => (
        <li key={`${path} ${problem}`}>
          <button type="button" onClick={() => reveal(path)}>
            <UserText max={120}>{placeText(draft.document, path)}</UserText>
          </button>{' '}
          <UserText max={300}>{`${asSentence(problem)} ${asSentence(advice)}`}</UserText>
        </li>
      ))}
      {problems.length > mostShown && <li>{`and ${problems.length - mostShown} more`}</li>}
    </ul>
  );
}
