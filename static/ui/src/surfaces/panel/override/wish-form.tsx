import Button from '@atlaskit/button/new';
import Textfield from '@atlaskit/textfield';
import { useId, useState, type FormEvent, type JSX } from 'react';
import type { OverridesView, OverrideWish } from '../../../../../../src/contract/overrides';
import form from '../../../shared/form.module.css';
import { RefusedWords } from '../../../shared/refused';
import { capital } from '../../../shared/sentences';
import { useAct } from '../../../shared/use-act';
import type { TabProps } from '../tab-list';
import { Effect } from './effect';
import styles from './override.module.css';

const LANES = ['hot fix', 'stability', 'feature improvement', 'strategic bet'] as const;
const TWO_WEEKS = 14 * 86_400_000;

interface Props extends Pick<TabProps, 'issueId' | 'changed'> {
  readonly lane: TabProps['view']['lane'];
  readonly overrides: OverridesView;
  readonly again: () => void;
}

/** Pins a lane or moves the score, with reason and end; says beforehand what it does and whether somebody must approve. */
export function WishForm({ issueId, lane, overrides, again, changed }: Props): JSX.Element {
  const id = useId();
  const [kind, setKind] = useState<'lane' | 'points'>('lane');
  const [pinned, setPinned] = useState<(typeof LANES)[number] | null>(null);
  const [points, setPoints] = useState('');
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState(() => new Date(Date.now() + TWO_WEEKS).toISOString().slice(0, 10));
  const propose = useAct('override.propose', () => { setReason(''); setPoints(''); setPinned(null); changed(); }, again);
  const may = overrides[kind];
  const wish = wishOf({ kind, pinned, points, reason, until });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (wish !== null && may.may) propose.act({ issueId, seen: overrides.seen, wish });
  };
  return (
    <form className={form.form} onSubmit={submit} aria-label="New override">
      <fieldset className={form.choices}>
        <legend className={form.label}>What to override</legend>
        <Choice name={`${id}kind`} checked={kind === 'lane'} choose={() => setKind('lane')}>Pin a lane</Choice>
        <Choice name={`${id}kind`} checked={kind === 'points'} choose={() => setKind('points')}>Move the score</Choice>
      </fieldset>
      {!may.may ? (
        <p className={styles.forbidden}>{may.why}</p>
      ) : (
        <>
          {kind === 'lane' ? (
            <fieldset className={form.choices}>
              <legend className={form.label}>Lane</legend>
              {LANES.map((one) => (
                <Choice key={one} name={`${id}lane`} checked={pinned === one} choose={() => setPinned(one)}>{`${capital(one)}${one === lane ? ' (as now)' : ''}`}</Choice>
              ))}
            </fieldset>
          ) : (
            <div className={form.field}>
              <label className={form.label} htmlFor={`${id}points`}>Points of the score, for example 10 or −5</label>
              <Textfield id={`${id}points`} type="number" step="0.1" min={-100} max={100} value={points} onChange={(event) => setPoints(event.currentTarget.value)} />
            </div>
          )}
          <div className={form.row}>
            <div className={form.field}>
              <label className={form.label} htmlFor={`${id}reason`}>Reason (required)</label>
              <Textfield id={`${id}reason`} isRequired maxLength={500} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
            </div>
            <div className={form.field}>
              <label className={form.label} htmlFor={`${id}until`}>Last day (required)</label>
              <Textfield id={`${id}until`} type="date" isRequired value={until} onChange={(event) => setUntil(event.currentTarget.value)} />
            </div>
          </div>
          <Effect issueId={issueId} wish={wishOf({ kind, pinned, points, reason: 'preview', until })} />
          <p className={form.hint}>{may.approval === 'needed' ? `It takes effect once ${may.approvers} approve.` : 'It takes effect at once.'}</p>
          <div className={form.buttons}>
            <Button type="submit" appearance="primary" isDisabled={wish === null || propose.acting}>
              {may.approval === 'needed' ? 'Ask for approval' : 'Override'}
            </Button>
          </div>
        </>
      )}
      <RefusedWords refusal={propose.refusal} />
    </form>
  );
}

interface Entered {
  readonly kind: 'lane' | 'points';
  readonly pinned: (typeof LANES)[number] | null;
  readonly points: string;
  readonly reason: string;
  readonly until: string;
}

/** The wish once everything required is there; null before. */
function wishOf({ kind, pinned, points, reason, until }: Entered): OverrideWish | null {
  if (reason.trim() === '' || !/^\d{4}-\d\d-\d\d$/.test(until)) return null;
  const common = { reason: reason.trim(), until };
  if (kind === 'lane') return pinned === null ? null : { kind, lane: pinned, ...common };
  const moved = Math.round(Number(points) * 10) / 10;
  return points.trim() === '' || !Number.isFinite(moved) || moved === 0 || Math.abs(moved) > 100 ? null : { kind, points: moved, ...common };
}

function Choice({ name, checked, choose, children }: { readonly name: string; readonly checked: boolean; readonly choose: () => void; readonly children: string }): JSX.Element {
  return (
    <label className={form.choice}>
      <input type="radio" name={name} checked={checked} onChange={choose} />
      {children}
    </label>
  );
}
