import type { JobView } from '../../../../../../src/contract/jobs';
import { count } from '../../../shared/text/format-number';

const CAUSES: Readonly<Record<JobView['cause'], string>> = {
  published: 'Scoring everything by the new rubric',
  installed: 'Scoring every open issue for the first time',
  requested: 'Scoring every open issue again',
  retried: 'Trying the failed issues again',
  live: 'Writing the fields, now that the pilot has ended',
  daily: 'The daily run',
};

const STATES: Readonly<Record<JobView['state'], string>> = {
  running: 'Running',
  waiting: 'Waiting',
  paused: 'Paused',
  cancelled: 'Cancelled',
  finished: 'Finished',
  'gave up': 'Gave up',
};

export const causeText = ({ cause }: Pick<JobView, 'cause'>): string => CAUSES[cause];
export const stateText = ({ state, lastLookAt }: Pick<JobView, 'state' | 'lastLookAt'>): string =>
  lastLookAt === null ? STATES[state] : 'Scored';

/** Whether there is anything left to do, now or after a pause. */
export const goesOn = ({ state }: Pick<JobView, 'state'>): boolean =>
  state === 'running' || state === 'waiting' || state === 'paused';

/** `812 of about 2,000 issues looked at · fields of 40 written · 2 failed · about 3 min left`. */
export function progressText({
  done,
  total,
  changed,
  failed,
  secondsLeft,
  state,
  lastLookAt,
}: JobView): string {
  const of =
    total === null || lastLookAt !== null
      ? count(done, 'issue')
      : `${count(done, 'issue').replace(/ issues?$/u, '')} of ${state === 'finished' ? '' : 'about '}${count(Math.max(done, total), 'issue')}`;
  return [
    `${of} looked at`,
    changed === 0 ? 'no field had to change' : `fields of ${count(changed, 'issue')} written`,
    ...(failed === 0 ? [] : [`${count(failed, 'issue')} failed`]),
    ...(secondsLeft === null || state !== 'running' ? [] : [timeLeft(secondsLeft)]),
  ].join(' · ');
}

const clock = (timeZone?: string) =>
  new Intl.DateTimeFormat('en-GB', {
    timeStyle: 'short',
    ...(timeZone !== undefined && { timeZone }),
  });

/** Why a job that has scored everything is not finished yet; null while there is more to do, or nothing any more. */
export function lastLookText(
  { lastLookAt }: Pick<JobView, 'lastLookAt'>,
  timeZone?: string,
): string | null {
  return lastLookAt === null
    ? null
    : `Everything is scored. A last check for issues that changed meanwhile runs at ${clock(timeZone).format(Date.parse(lastLookAt))}.`;
}

/** A duration as people say it of something that will end. */
export function timeLeft(seconds: number): string {
  if (seconds < 10) return 'a few seconds left';
  if (seconds < 90) return `about ${String(Math.round(seconds / 10) * 10)} s left`;
  if (seconds < 5_400) return `about ${String(Math.round(seconds / 60))} min left`;
  return `about ${String(Math.round(seconds / 3_600))} h left`;
}
