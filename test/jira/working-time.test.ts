import type { JiraCall, JiraClient } from '../../src/jira/client';
import { readWorkingTime } from '../../src/jira/site-fields';
import { Forbidden, Unavailable } from '../../src/usecases/ports/failures';

/** Answers as Jira does, checked by what the caller expects of it. */
const client = (configuration: unknown): JiraClient => ({
  call: <T>({ answer }: JiraCall<T>) =>
    configuration instanceof Error
      ? Promise.reject(configuration)
      : Promise.resolve(answer.parse(configuration)),
});

describe('how long a site works', () => {
  it('is what its time tracking says', async () => {
    const timeTrackingConfiguration = {
      workingHoursPerDay: 7.6,
      workingDaysPerWeek: 4.5,
      timeFormat: 'pretty',
      defaultUnit: 'hour',
    };
    expect(await readWorkingTime(client({ timeTrackingConfiguration }))).toEqual({
      hoursPerDay: 7.6,
      daysPerWeek: 4.5,
    });
  });

  it.each([
    ['time tracking is off', {}],
    ['Jira refuses it', new Forbidden('no')],
  ])('is not said where %s', async (_, configuration) => {
    expect(await readWorkingTime(client(configuration))).toBeNull();
  });

  it('is asked again where Jira does not answer', async () => {
    await expect(readWorkingTime(client(new Unavailable('down')))).rejects.toThrow('down');
  });
});
