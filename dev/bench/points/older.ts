/** What the same hours took before: panel and context each asked by themselves, every 20 seconds at first, and each answer read Jira. */
export const OLDER_SOURCE = 'commit 057631c, measured on 2026-11-30';
export const OLDER: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'first opening': {
    points: 16,
    'points if those of browsers count': 16,
    invocations: 2,
    'storage units': 20,
  },
  'an hour open, nothing changes': {
    points: 502,
    'points if those of browsers count': 502,
    invocations: 62,
    'storage units': 626,
  },
  'ten viewers, an edit a minute': {
    points: 10226,
    'points if those of browsers count': 10226,
    invocations: 1420,
    'storage units': 14146,
  },
  'a customer: 40 views of 3 minutes': {
    points: 5760,
    'points if those of browsers count': 5760,
    invocations: 720,
    'storage units': 7200,
  },
};
