import { useId, type JSX } from 'react';
import type { MayView } from '../../../../../../src/contract/overrides';
import { workLanes, type WorkLane } from '../../../../../../src/core/terms/lane';
import form from '../../../shared/styles/form.module.css';
import { capital } from '../../../shared/text/sentences';
import { UserText } from '../../../shared/text/user-text';
import { Choice } from './choice';

interface Props {
  readonly name: string;
  /** The lane that the issue is in. */
  readonly now: string;
  readonly pinned: WorkLane | null;
  readonly may: Readonly<Record<WorkLane, MayView>>;
  readonly choose: (lane: WorkLane) => void;
}

/** Which lane to pin. Those that this person may not choose are barred, and say why. */
export function LaneChoice({ name, now, pinned, may, choose }: Props): JSX.Element {
  const id = useId();
  const barred = workLanes.filter((lane) => !may[lane].may);
  const why = barred.flatMap((lane) => (may[lane].may ? [] : [may[lane].why]))[0];
  return (
    <>
      <fieldset className={form.choices} aria-describedby={why === undefined ? undefined : id}>
        <legend className={form.label}>Lane</legend>
        {workLanes.map((lane) => (
          <Choice
            key={lane}
            name={name}
            checked={pinned === lane}
            barred={!may[lane].may}
            choose={() => choose(lane)}
          >{`${capital(lane)}${lane === now ? ' (as now)' : ''}`}</Choice>
        ))}
      </fieldset>
      {why !== undefined && (
        <p id={id} className={form.hint}>
          <UserText
            max={400}
          >{`Not ${barred.join(', ')}: ${why.charAt(0).toLowerCase()}${why.slice(1)}`}</UserText>
        </p>
      )}
    </>
  );
}
