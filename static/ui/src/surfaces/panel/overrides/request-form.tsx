import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useId, useState, type FormEvent, type JSX } from 'react';
import type { OverridesView, OverrideRequestKind } from '../../../../../../src/contract/overrides';
import type { WorkLane } from '../../../../../../src/core/terms/lane';
import { dayOf } from '../../../shared/text/ago';
import form from '../../../shared/styles/form.module.css';
import { RefusedText } from '../../../shared/refusals/refusal-text';
import { useCommand } from '../../../shared/questions/use-command';
import { UserText } from '../../../shared/text/user-text';
import type { TabProps } from '../tab-props';
import { Choice } from './choice';
import { Effect } from './effect';
import { LaneChoice } from './lane-choice';
import { verdictOf, whenText } from './may-request';
import { KINDS, overrideRequestOf } from './override-request';
import layout from '../../../shared/styles/layout.module.css';

interface Props extends Pick<TabProps, 'issueId' | 'changed'> {
  readonly lane: TabProps['view']['lane'];
  readonly overrides: OverridesView;
  readonly again: () => void;
}

const ASKED: Readonly<Record<OverrideRequestKind, string>> = {
  lane: 'Override',
  points: 'Override',
  pause: 'Pause',
  decline: 'Decline',
};

/** Pins a lane, moves the score, pauses or declines, with reason and end; says beforehand what it does and whether somebody must approve. */
export function OverrideRequestForm({
  issueId,
  lane,
  overrides,
  again,
  changed,
}: Props): JSX.Element {
  const { limits } = overrides;
  const id = useId();
  const [kind, setKind] = useState<OverrideRequestKind>('lane');
  const [pinned, setPinned] = useState<WorkLane | null>(null);
  const [points, setPoints] = useState('');
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState(limits.usualEnd);
  const propose = useCommand(
    'override.propose',
    () => {
      setReason('');
      setPoints('');
      setPinned(null);
      changed();
    },
    again,
  );
  const verdict = verdictOf(overrides.may, kind, pinned);
  const last = limits.lastDay[kind];
  const entered = { kind, pinned, points, reason, until };
  const request = overrideRequestOf(entered, limits);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (request !== null && verdict.may)
      propose.act({ issueId, seen: overrides.seen, wish: request });
  };
  return (
    <form className={form.form} onSubmit={submit} aria-label="New override">
      <fieldset className={form.choices}>
        <legend className={form.label}>What to override</legend>
        {KINDS.map((one) => (
          <Choice
            key={one.kind}
            name={`${id}kind`}
            checked={kind === one.kind}
            choose={() => setKind(one.kind)}
          >
            {one.label}
          </Choice>
        ))}
      </fieldset>
      <p className={form.hint}>{KINDS.find((one) => one.kind === kind)?.means}</p>
      {!verdict.may ? (
        <p className={layout.readOnly}>
          <UserText max={400}>{verdict.why}</UserText>
        </p>
      ) : (
        <>
          {kind === 'lane' && (
            <LaneChoice
              name={`${id}lane`}
              now={lane}
              pinned={pinned}
              may={overrides.may.lane}
              choose={setPinned}
            />
          )}
          {kind === 'points' && (
            <div className={form.row}>
              <div className={form.field}>
                <label
                  className={form.label}
                  htmlFor={`${id}points`}
                >{`Points of the score, at most ${limits.points} up or down`}</label>
                <Textfield
                  id={`${id}points`}
                  type="number"
                  step="0.1"
                  min={-limits.points}
                  max={limits.points}
                  value={points}
                  onChange={(event) => setPoints(event.currentTarget.value)}
                />
              </div>
            </div>
          )}
          <div className={form.row}>
            <div className={form.field}>
              <label className={form.label} htmlFor={`${id}reason`}>
                Reason (required)
              </label>
              <Textfield
                id={`${id}reason`}
                isRequired
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
            </div>
            <div className={form.field}>
              <label className={form.label} htmlFor={`${id}until`}>
                Last day (required)
              </label>
              <Textfield
                id={`${id}until`}
                type="date"
                isRequired
                max={last}
                aria-describedby={`${id}last`}
                value={until}
                onChange={(event) => setUntil(event.currentTarget.value)}
              />
              <span
                id={`${id}last`}
                className={form.hint}
              >{`At the latest ${dayOf(last) ?? last}, by the rubric.`}</span>
            </div>
          </div>
          <Effect
            issueId={issueId}
            request={overrideRequestOf({ ...entered, reason: 'preview' }, limits)}
          />
          <p className={form.hint}>
            <UserText max={400}>{whenText(verdict, overrides.may)}</UserText>
          </p>
          <div className={layout.row}>
            <Button
              type="submit"
              appearance="primary"
              isDisabled={request === null || propose.acting}
            >
              {verdict.approval === 'needed' ? 'Ask for approval' : ASKED[kind]}
            </Button>
          </div>
        </>
      )}
      <RefusedText refusal={propose.refusal} />
    </form>
  );
}
