import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import type { JSX } from 'react';
import type { SettingsView } from '../../../../../../src/contract/settings';
import { ago, dayOf } from '../../../shared/text/ago';
import { RefusalNotice } from '../../../shared/refusals/refusal-notice';
import { useNow } from '../../../shared/hooks/use-now';
import { UserText } from '../../../shared/text/user-text';
import type { Draft } from '../draft/draft';
import { RubricProblems } from '../rubric-changes/rubric-problems';
import { nameOf } from '../rubric-changes/person-name';
import { NewerVersionNotice } from '../publish/newer-version-notice';
import { ApprovalNotice } from '../rubric-changes/approval-notice';
import styles from './rubric-tab.module.css';
import type { DraftOutcome } from '../rubric-changes/draft-outcome';
import text from '../../../shared/styles/text.module.css';

interface Props {
  readonly view: SettingsView;
  readonly draft: Draft;
  readonly finish: (done: DraftOutcome) => void;
}

/** What the person should know before working on the draft; nothing on a quiet day. */
export function RubricNotices({ view, draft, finish }: Props): JSX.Element {
  const { project, may, waiting, refused, published, others, inheritance } = view;
  const { saving, overtaken } = draft;
  const now = useNow(30_000);
  return (
    <>
      {may.edit !== null && (
        <SectionMessage appearance="information" title="You can read this, but not change it">
          <p>{may.edit}</p>
        </SectionMessage>
      )}
      {published.problems.length > 0 && (
        <RubricProblems
          problems={published.problems}
          title="The published rubric cannot be used any more, so no issue is scored"
        />
      )}
      {inheritance?.behind != null && (
        <RubricProblems
          appearance="warning"
          problems={inheritance.behind.problems}
          title="The site’s newest version does not fit this project’s own parts, so the earlier one still judges"
        />
      )}
      {saving.state === 'failed' && (
        <RefusalNotice refusal={saving.refusal} asking={false} again={saving.retry} />
      )}
      {saving.state === 'conflict' && (
        <SectionMessage
          appearance="warning"
          title={
            saving.theirs.savedAt === null
              ? 'You discarded or published this draft in another window'
              : 'You saved this draft in another window meanwhile'
          }
        >
          <p>Nothing is overwritten until you decide which of the two goes on.</p>
          <div className={styles.choices}>
            <Button spacing="compact" onClick={saving.takeTheirs}>
              Take the one from the other window
            </Button>
            <Button spacing="compact" onClick={saving.keepMine}>
              Keep what is here
            </Button>
          </div>
        </SectionMessage>
      )}
      {refused !== null && (waiting === null || refused.replaced) && (
        <SectionMessage
          appearance="warning"
          title={
            refused.replaced ? 'What you proposed no longer waits' : 'What you proposed was refused'
          }
        >
          <p>
            {refused.replaced &&
              'A newer version had been published, and somebody else handed in another proposal since. '}
            By {nameOf(refused.by)}, {dayOf(refused.at) ?? refused.at}: “
            <UserText max={400}>{refused.reason}</UserText>” Your draft is kept: change it and hand
            it in again, or discard it.
          </p>
        </SectionMessage>
      )}
      {waiting !== null && (
        <ApprovalNotice
          project={project}
          waiting={waiting}
          answered={(answer) =>
            finish(
              answer.done === 'published'
                ? { what: 'published', version: answer.version }
                : { what: answer.done },
            )
          }
        />
      )}
      {overtaken !== null && may.edit === null && (
        <NewerVersionNotice
          project={project}
          draft={draft}
          overtaken={overtaken}
          rebased={({ taken, conflicts }) =>
            finish({
              what: 'rebased',
              taken: taken.filter(({ follows }) => follows !== true).length,
              conflicts: conflicts.length,
            })
          }
        />
      )}
      {may.edit === null && others.length > 0 && (
        <p className={text.note}>
          Also working on a draft here:{' '}
          {others.map(({ by, savedAt }) => `${nameOf(by)} (saved ${ago(savedAt, now)})`).join(', ')}
          . Theirs stays theirs; whoever publishes second takes the first one’s changes in.
        </p>
      )}
    </>
  );
}
