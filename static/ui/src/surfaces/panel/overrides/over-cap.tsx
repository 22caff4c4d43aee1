import Heading from '@atlaskit/heading';
import type { JSX } from 'react';
import type { OverCapView, RoomView } from '../../../../../../src/contract/over-cap';
import { dayOf } from '../../../shared/text/ago';
import { Answered } from '../../../shared/questions/answered';
import { percent } from '../../../shared/text/format-number';
import { IssueLink } from '../../../shared/components/issue-link';
import { useAnswer } from '../../../shared/questions/use-answer';
import { UserText } from '../../../shared/text/user-text';
import type { TabProps } from '../tab-props';
import { CapForm } from './cap-form';
import styles from './override.module.css';
import text from '../../../shared/styles/text.module.css';

/** Beside a hot fix: whether hot fixes take more than the policy gives them, what would make room, and who may decide. */
export function OverCap({ issueId, changed }: Pick<TabProps, 'issueId' | 'changed'>): JSX.Element {
  const asked = useAnswer('overcap.view', { issueId });
  return (
    <Answered asked={asked} loading="Looking at the cap of hot fixes…">
      {(view: OverCapView) =>
        view.over === null ? (
          <></>
        ) : (
          <Exceeded
            issueId={issueId}
            view={view}
            over={view.over}
            again={asked.again}
            changed={changed}
          />
        )
      }
    </Answered>
  );
}

interface Props extends Pick<TabProps, 'issueId' | 'changed'> {
  readonly view: OverCapView;
  readonly over: NonNullable<OverCapView['over']>;
  readonly again: () => void;
}

function Exceeded({ issueId, view, over, again, changed }: Props): JSX.Element {
  return (
    <section className={styles.cap} aria-label="Hot fixes over their cap">
      <Heading size="small" as="h2">
        Hot fixes are over their cap
      </Heading>
      <p className={styles.reason}>
        They take <strong>{percent(over.share)}</strong> of the open work; the policy gives them at
        most {percent(over.cap)}. <Room room={view.room} />{' '}
        <UserText max={300}>{capitalApprovers(view)}</UserText> may decide that.
      </p>
      <Standing answer={view.answer} />
      {view.answer?.state !== 'in force' && (
        <CapForm issueId={issueId} view={view} again={again} changed={changed} />
      )}
    </section>
  );
}

function Room({ room }: { readonly room: RoomView }): JSX.Element {
  if (room.kind === 'none') return <>No strategic work is left that could pause.</>;
  if (room.kind === 'hidden')
    return <>The least advanced strategic work could pause; you may not see which it is.</>;
  return (
    <>
      <IssueLink issueKey={room.key} /> “<UserText max={90}>{room.summary}</UserText>”, the least
      advanced strategic work, could pause.
    </>
  );
}

function Standing({ answer }: Pick<OverCapView, 'answer'>): JSX.Element {
  if (answer === null) return <p className={text.spacedNote}>Nobody has decided yet.</p>;
  const { state, refused, reason, by, until } = answer;
  const what =
    state === 'in force'
      ? `Accepted until ${dayOf(until) ?? until}`
      : refused
        ? 'Refused'
        : state === 'waiting'
          ? 'Somebody has asked for acceptance: it waits for approval'
          : 'The last answer has no effect';
  return (
    <p className={text.spacedNote} role="status">
      <strong>{what}.</strong> “<UserText max={500}>{reason}</UserText>”{' '}
      <UserText max={80}>{by}</UserText>
    </p>
  );
}

function capitalApprovers({ may }: OverCapView): string {
  return may.approvers.replace(/^./u, (first) => first.toUpperCase());
}
