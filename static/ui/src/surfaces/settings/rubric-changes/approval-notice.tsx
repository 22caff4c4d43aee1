import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import Textfield from '@atlaskit/textfield';
import { useId, useState, type JSX } from 'react';
import type { RubricAnswer, RubricAnswered } from '../../../../../../src/contract/publication';
import type { WaitingPublication } from '../../../../../../src/contract/settings';
import { dayOf } from '../../../shared/text/ago';
import form from '../../../shared/styles/form.module.css';
import { RefusedText } from '../../../shared/refusals/refusal-text';
import { useCommand } from '../../../shared/questions/use-command';
import { UserText } from '../../../shared/text/user-text';
import { ChangeList } from './change-list';
import { nameOf } from './person-name';
import text from '../../../shared/styles/text.module.css';
import layout from '../../../shared/styles/layout.module.css';

interface Props {
  readonly project: string | null;
  readonly waiting: WaitingPublication;
  readonly answered: (answer: RubricAnswered) => void;
}

/** A rubric that somebody asks to publish: what it changes, and an answer by those who may give one. */
export function ApprovalNotice({
  project,
  waiting: { id, by, reason, at, changes, overtaken, canAnswer, canTakeBack },
  answered,
}: Props): JSX.Element {
  const field = useId();
  const [why, setWhy] = useState('');
  const answer = useCommand('rubric.answer', answered);
  const give = (what: RubricAnswer['answer']): void =>
    answer.act({ project, id, answer: what, reason: why.trim() });
  return (
    <SectionMessage appearance="information" title="A changed rubric waits for approval">
      <p className={text.note}>
        From {nameOf(by)}, {dayOf(at) ?? at}: “<UserText max={300}>{reason}</UserText>”
      </p>
      <ChangeList changes={changes} none="It decides nothing otherwise than what is published." />
      {overtaken !== null && (
        <p>
          Version {overtaken.version}
          {overtaken.ofSite && ' of the site’s rubric'} was published meanwhile, so it can only be
          refused or taken back.
        </p>
      )}
      {canAnswer && (
        <div className={form.field}>
          <label className={form.label} htmlFor={field}>
            What you say to it (required to refuse)
          </label>
          <Textfield
            id={field}
            maxLength={1_000}
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
        </div>
      )}
      <div className={layout.rowBelow}>
        {canAnswer && (
          <>
            <Button
              appearance="primary"
              isDisabled={answer.acting || overtaken !== null}
              onClick={() => give('approve')}
            >
              Approve and publish
            </Button>
            <Button isDisabled={answer.acting || why.trim() === ''} onClick={() => give('refuse')}>
              Refuse
            </Button>
          </>
        )}
        {canTakeBack && (
          <Button isDisabled={answer.acting} onClick={() => give('takeBack')}>
            Take it back
          </Button>
        )}
      </div>
      <RefusedText refusal={answer.refusal} />
    </SectionMessage>
  );
}
