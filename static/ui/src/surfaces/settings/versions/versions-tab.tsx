import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useState, type JSX } from 'react';
import { Answered } from '../../../shared/questions/answered';
import { count } from '../../../shared/text/format-number';
import { useAnswer } from '../../../shared/questions/use-answer';
import { DraftOutcomeNotice } from '../rubric-changes/draft-outcome-notice';
import type { DraftOutcome } from '../rubric-changes/draft-outcome';
import { ApprovalNotice } from '../rubric-changes/approval-notice';
import type { SettingsTabProps } from '../tab-props';
import { Compare } from './compare';
import { useVersions } from './use-versions';
import { VersionEntry } from './version-entry';
import styles from './versions.module.css';
import layout from '../../../shared/styles/layout.module.css';

/** Every rubric that was ever published here, by whom and why; each can be opened, compared and brought back. */
export function VersionsTab({ project }: SettingsTabProps): JSX.Element {
  const settings = useAnswer('settings.view', { project });
  const { asked, versions, older, readingOlder } = useVersions(project);
  const [done, setDone] = useState<DraftOutcome | null>(null);
  const view = settings.value;
  return (
    <div className={styles.versions}>
      {done !== null && <DraftOutcomeNotice project={project} done={done} />}
      {view?.waiting != null && (
        <ApprovalNotice
          project={project}
          waiting={view.waiting}
          answered={(answer) =>
            setDone(
              answer.done === 'published'
                ? { what: 'published', version: answer.version }
                : { what: answer.done },
            )
          }
        />
      )}
      <Answered asked={asked} loading="Reading the history…">
        {({ total }) =>
          total === 0 ? (
            <div className={layout.empty}>
              <Heading size="small" as="h2">
                No rubric has been published here yet
              </Heading>
              <p>
                {project === null
                  ? 'Projects without a rubric of their own are judged by the built-in default.'
                  : 'The site’s rubric judges, or the built-in default. Change something under Rubric and publish it: it then stands here with who did it and why.'}
              </p>
            </div>
          ) : (
            <>
              <div className={layout.head}>
                <Heading size="small" as="h2">
                  {count(total, 'version')}, the newest first
                </Heading>
                {total > 1 && <Compare project={project} total={total} />}
              </div>
              <ol className={layout.list}>
                {versions.map((version) => (
                  <li key={version.version} className={layout.ruledItem}>
                    <VersionEntry
                      project={project}
                      version={version}
                      newest={total}
                      view={view}
                      done={setDone}
                    />
                  </li>
                ))}
              </ol>
              {older !== null && (
                <Button isDisabled={readingOlder} onClick={older}>
                  {readingOlder
                    ? 'Reading…'
                    : `Show older versions (${String(total - versions.length)})`}
                </Button>
              )}
            </>
          )
        }
      </Answered>
    </div>
  );
}
