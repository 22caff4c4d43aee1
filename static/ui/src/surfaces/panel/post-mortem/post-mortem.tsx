import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import { useEffect, useRef, useState, type JSX } from 'react';
import type { PostMortemView } from '../../../../../../src/core/post-mortem/view';
import { describePostMortemEntry } from '../../../../../../src/core/describe/describe-post-mortem-entry';
import { ask } from '../../../bridge';
import { Answered } from '../../../shared/questions/answered';
import { IssueLink } from '../../../shared/components/issue-link';
import { useAnswer } from '../../../shared/questions/use-answer';
import { UserText } from '../../../shared/text/user-text';
import type { TabProps } from '../tab-props';
import { FormButtons, NotSaved } from './editor';
import { FollowThroughLine } from './follow-through-line';
import { headId, Item } from './item';
import styles from './post-mortem.module.css';
import { Progress } from './progress';
import { useSaving } from './use-post-mortem';
import { signedBy } from './post-mortem-text';
import layout from '../../../shared/styles/layout.module.css';

/** From an urgent fix to what is learnt from it. Asked anew when the issue is resolved or reopened, as that opens one; what a person is writing stays. */
export function PostMortem({ issueId, view: { state } }: TabProps): JSX.Element {
  const asked = useAnswer('postmortem.view', { issueId });
  const askedIn = useRef(state);
  useEffect(() => {
    if (askedIn.current === state) return;
    askedIn.current = state;
    asked.again();
  });
  return (
    <Answered asked={asked} loading="Reading the post-mortem…">
      {(view) =>
        view.state === 'open' || view.state === 'complete' ? (
          <Open issueId={issueId} view={view} />
        ) : (
          <NotYet issueId={issueId} view={view} />
        )
      }
    </Answered>
  );
}

interface Shown {
  readonly issueId: string;
  readonly view: PostMortemView;
}

const TITLES: Readonly<Record<PostMortemView['state'], string>> = {
  none: 'No post-mortem is needed',
  later: 'A post-mortem will open here',
  elsewhere: 'The post-mortem is kept elsewhere',
  open: 'Post-mortem',
  complete: 'Post-mortem',
};

function NotYet({ issueId, view }: Shown): JSX.Element {
  const { run, saving, refusal } = useSaving(issueId, view.revision);
  return (
    <div className={layout.empty}>
      <Heading size="small" as="h2">
        {TITLES[view.state]}
      </Heading>
      <p>
        <UserText max={400}>{view.why}</UserText>
      </p>
      {view.elsewhere !== null && (
        <p>
          <IssueLink issueKey={view.elsewhere} />
        </p>
      )}
      <div className={styles.centred}>
        <FormButtons reason={view.may.edit}>
          <Button
            appearance={view.state === 'later' ? 'primary' : 'default'}
            isDisabled={saving}
            onClick={() => run(() => ask('postmortem.start', { issueId }))}
          >
            {view.state === 'later' ? 'Start it now' : 'Start one anyway'}
          </Button>
        </FormButtons>
      </div>
      <NotSaved refusal={refusal} />
    </div>
  );
}

function Open({ issueId, view }: Shown): JSX.Element {
  const [open, setOpen] = useState<string | null>(null);
  const goTo = (id: string): void => {
    setOpen(id);
    const head = document.getElementById(headId(id));
    head?.focus();
    head?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <div className={styles.postMortem}>
      <Progress view={view} goTo={goTo} />
      {view.since !== null && (
        <div className={styles.again}>
          <p>
            <UserText max={400}>{view.since}</UserText>
          </p>
        </div>
      )}
      <ol className={styles.checklist} aria-label="Checklist">
        {view.items.map((item) => (
          <Item
            key={item.id}
            issueId={issueId}
            view={view}
            item={item}
            open={open === item.id}
            toggle={() => setOpen(open === item.id ? null : item.id)}
            goTo={goTo}
          />
        ))}
      </ol>
      {view.recurrences.length > 0 && (
        <section aria-label="It came again" className={styles.again}>
          {view.recurrences.map(({ incident, actions, at }) => (
            <p key={`${incident}-${at}`}>
              <IssueLink issueKey={incident} /> is the same again, while {actions.join(', ')}{' '}
              {actions.length === 1 ? 'was' : 'were'} open: the technical risk of{' '}
              {actions.length === 1 ? 'that action' : 'those actions'} rose.
            </p>
          ))}
        </section>
      )}
      <FollowThroughLine view={view} />
      {view.hidden !== null && <p className={styles.note}>{view.hidden}.</p>}
      <details>
        <summary>Who did what</summary>
        <ol className={styles.log}>
          {view.log.map(({ at, by, entry }, n) => (
            <li key={`${at}-${n}`}>
              <UserText
                max={500}
              >{`${signedBy({ by: by ?? '', at }, view)}: ${describePostMortemEntry(entry)}`}</UserText>
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}
