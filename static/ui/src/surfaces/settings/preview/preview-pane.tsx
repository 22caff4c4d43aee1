import Heading from '@atlaskit/heading';
import { useMemo, type JSX } from 'react';
import { count } from '../../../shared/text/format-number';
import { RefusalNotice } from '../../../shared/refusals/refusal-notice';
import type { Draft } from '../draft/draft';
import { OutdatedIssues } from '../jobs/outdated-issues';
import { RubricProblems } from '../rubric-changes/rubric-problems';
import { PreviewContent } from './preview-content';
import { RunProgress } from './run-progress';
import styles from './preview.module.css';
import { usePreview, type PreviewState, type Subject } from './use-preview';
import text from '../../../shared/styles/text.module.css';
import layout from '../../../shared/styles/layout.module.css';

interface Props {
  readonly project: string | null;
  readonly draft: Pick<Draft, 'lastSound' | 'parsed' | 'inherits' | 'differs'>;
}

/** What publishing the draft would do, beside the editor. */
export function PreviewPane({
  project,
  draft: { lastSound, parsed, inherits, differs },
}: Props): JSX.Element {
  return (
    <section className={layout.blocks} aria-label="What publishing would do">
      {lastSound === null ? (
        <>
          <Heading size="small" as="h2">
            What publishing would do
          </Heading>
          <p className={text.note}>
            Once the draft has no problem left, you see here what it would do.
          </p>
        </>
      ) : (
        <Following
          project={project}
          document={lastSound}
          inherits={inherits}
          half={!parsed.ok}
          differs={differs}
        />
      )}
    </section>
  );
}

interface FollowingProps extends Subject {
  /** Something is being typed that is not right yet: the last sound draft is shown. */
  readonly half: boolean;
  readonly differs: boolean;
}

function Following({ project, document, inherits, half, differs }: FollowingProps): JSX.Element {
  const subject = useMemo(() => ({ project, document, inherits }), [project, document, inherits]);
  const state = usePreview(subject);
  const { preview, behind, run, problems, refusal, refusedAt, asking, again } = state;
  return (
    <>
      <div className={styles.title}>
        <Heading size="small" as="h2">
          {differs ? 'What publishing would do' : 'How the rubric works today'}
        </Heading>
        <p className={text.note} role="status">
          {statusText(state, half)}
        </p>
      </div>
      <OutdatedIssues project={project} />
      {refusal !== undefined && (
        <RefusalNotice refusal={refusal} refusedAt={refusedAt} asking={asking} again={again} />
      )}
      {problems.length > 0 && (
        <RubricProblems problems={problems} title="Before it can be previewed" />
      )}
      {run !== null && <RunProgress run={run} project={project} />}
      {preview !== null && (
        <div className={styles.content} data-behind={behind || undefined} aria-busy={behind}>
          <PreviewContent preview={preview} />
        </div>
      )}
    </>
  );
}

function statusText(
  { preview, behind, run, refusal, problems }: PreviewState,
  half: boolean,
): string {
  if (run !== null) return 'A large backlog: worked out in the background';
  if (preview === null)
    return refusal === undefined && problems.length === 0 ? 'Working it out…' : '';
  if (half) return 'Before what is not right yet in the draft';
  if (behind) return 'Working out the change…';
  return `${count(preview.issues, 'open issue')}, from Ballast’s own record: nothing is read from Jira`;
}
