import type { SetupCheck } from '../../contract/setup';
import { counted } from '../../core/text/wording';
import { aCheck, steps, type SetupContext } from './check';

const TITLE = 'Personal data';
/** Atlassian wants a report every seven days; one more for a day on which it failed. */
const LATE_MS = 8 * 24 * 60 * 60_000;

const TELL = steps(
  'If this does not change within a week, ask the person who installed Ballast to look at `forge logs`.',
);

/** Whether the stored account ids were reported to Atlassian in time, and who had closed their account is taken out. */
export async function checkPersonalData({
  world,
  now,
}: Pick<SetupContext, 'world' | 'now'>): Promise<SetupCheck> {
  const { reported } = await world.notes.read();
  if (reported === undefined)
    return aCheck('people', TITLE, {
      state: 'unknown',
      says: 'Account ids have not been reported to Atlassian yet. Ballast does this by itself within a day.',
      repair: steps('Check again tomorrow.'),
    });
  const { at, people, closed, left } = reported;
  const says = `${counted(people, 'account')} reported to Atlassian ${at}; ${
    closed === 0
      ? 'none of them was closed.'
      : `${closed === 1 ? 'one was closed and is' : `${closed} were closed and are`} shown as “Former user”.`
  }`;
  if (left > 0)
    return aCheck('people', TITLE, {
      state: 'attention',
      says: `${says} ${counted(left, 'record')} still could not be changed: Ballast tries again every day.`,
      repair: TELL,
    });
  if (now.getTime() - Date.parse(at) > LATE_MS)
    return aCheck('people', TITLE, {
      state: 'attention',
      says: `${says} The next report is late: Ballast tries again every day.`,
      repair: TELL,
    });
  return aCheck('people', TITLE, { state: 'ok', says });
}
