import type { JobView } from '../../../src/contract/jobs';
import {
  lastLookText,
  progressText,
  stateText,
  timeLeft,
} from '../../../static/ui/src/surfaces/settings/jobs/job-text';

const job = (over: Partial<JobView>): JobView => ({
  id: 'publish-PAY-1',
  project: 'PAY',
  cause: 'published',
  state: 'running',
  note: null,
  total: 2_000,
  done: 812,
  changed: 40,
  failed: 0,
  failures: [],
  startedAt: '2026-11-16T09:00:00Z',
  updatedAt: '2026-11-16T09:01:00Z',
  finishedAt: null,
  secondsLeft: 180,
  lastLookAt: null,
  maySteer: true,
  mayStart: true,
  ...over,
});

describe('how far work has come, in words', () => {
  it('says what was looked at, written and failed, and how long it still takes', () => {
    expect(progressText(job({ failed: 2 }))).toBe(
      '812 of about 2,000 issues looked at · fields of 40 issues written · 2 issues failed · about 3 min left',
    );
  });

  it('promises no end where nobody knows one', () => {
    expect(progressText(job({ total: null, secondsLeft: null, changed: 0 }))).toBe(
      '812 issues looked at · no field had to change',
    );
  });

  it('is plain once it is finished', () => {
    expect(
      progressText(job({ state: 'finished', done: 1, total: 1, changed: 1, secondsLeft: 0 })),
    ).toBe('1 of 1 issue looked at · fields of 1 issue written');
  });

  it('says of a job that has scored everything when its last check runs, and not that it is running', () => {
    const scored = job({ done: 2_000, secondsLeft: null, lastLookAt: '2026-11-16T14:32:00Z' });
    expect(stateText(scored)).toBe('Scored');
    expect(progressText(scored)).toBe('2,000 issues looked at · fields of 40 issues written');
    expect(lastLookText(scored, 'UTC')).toBe(
      'Everything is scored. A last check for issues that changed meanwhile runs at 14:32.',
    );
    expect(lastLookText(job({}))).toBeNull();
  });

  it.each([
    [3, 'a few seconds left'],
    [44, 'about 40 s left'],
    [600, 'about 10 min left'],
    [7_300, 'about 2 h left'],
  ])('gives %i seconds as people say it', (seconds, words) => {
    expect(timeLeft(seconds)).toBe(words);
  });
});
