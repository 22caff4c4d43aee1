import type { ProjectId } from '../../core/terms/project';
import type { LeftView } from '../../contract/jobs';
import type { SetupCheck } from '../../contract/setup';
import { counted, whole } from '../../core/text/wording';
import { viewHealth } from '../health/view-health';
import { leftBehind } from '../jobs/outdated-issues';
import { backlogJql, SITE } from '../jobs/start-job';
import { aCheck, type Looked, type SetupContext } from './check';

/** So long, in seconds, an edit may wait before something is wrong: Jira itself may tell of it three minutes late. */
const LONG_WAIT = 600;

/** Whether the ledger holds the open issues that Jira has. */
export async function checkLedger(
  { world, jira }: SetupContext,
  { project }: Looked,
): Promise<SetupCheck> {
  const title = 'Scores of the open issues';
  const repair = { kind: 'button', label: 'Score every open issue now' } as const;
  const coverage =
    (await world.jobs.coverage(project ?? SITE)) ?? (await world.jobs.coverage(SITE));
  if (coverage === null)
    return aCheck('ledger', title, {
      state: 'attention',
      says: 'Ballast has not gone through every open issue yet: those that nobody edited may have no score.',
      repair,
    });
  const left = await leftBehind(project, world);
  if (left.issues > 0) return behind(title, project, left);
  if (project === null)
    return aCheck('ledger', title, {
      state: 'ok',
      says: `${counted(coverage.issues, 'issue')} ${coverage.issues === 1 ? 'was' : 'were'} scored the last time Ballast went through all.`,
    });
  const inJira = await jira.issues.count(backlogJql(project));
  const page = await world.ledger.page({ by: 'project', project }, null);
  if (inJira > 0 && page.entries.every(({ open }) => !open) && page.next === null) {
    return aCheck('ledger', title, {
      state: 'attention',
      says: `Jira has about ${counted(inJira, 'open issue')} in this project, and Ballast none.`,
      repair,
    });
  }
  return aCheck('ledger', title, {
    state: 'ok',
    says: `Ballast has gone through the open issues of this project, about ${whole(inJira)} in Jira now.`,
  });
}

function behind(
  title: string,
  project: ProjectId | null,
  { issues, more, underWay }: LeftView,
): SetupCheck {
  const how = more ? `More than ${whole(issues)} open issues` : counted(issues, 'open issue');
  const says = `${how} of ${project === null ? 'the site' : 'this project'} ${issues === 1 ? 'does' : 'do'} not show yet what the rubric in force says`;
  if (underWay)
    return aCheck('ledger', title, {
      state: 'ok',
      says: `${says}; work on that goes on, and the tab Work shows how far it has come.`,
    });
  return aCheck('ledger', title, {
    state: 'attention',
    says: `${says}: the work on that was stopped, or failed.`,
    repair: { kind: 'button', label: 'Finish it' },
  });
}

/** No more than a hundred are counted. */
const waitingIssues = (issues: number): string =>
  issues >= 100 ? '100 or more edited issues' : counted(issues, 'edited issue');

/** Whether edits are taken up, and what went wrong lately. */
export async function checkEvents(
  { world, viewer, now }: SetupContext,
  { project }: Looked,
): Promise<SetupCheck> {
  const { events, ledger, failures } = await viewHealth(project, viewer, world, now);
  const title = 'Edits are taken up';
  const details = [
    events.lastTakenUp === null
      ? 'No edit has been taken up yet.'
      : `Last taken up ${events.lastTakenUp}: ${counted(events.issues, 'issue')}; the oldest edit had waited ${whole(events.lagSeconds)} s.`,
    ...(ledger.reconciledAt === null
      ? []
      : [
          `Last held against Jira ${ledger.reconciledAt}: ${counted(ledger.looked, 'issue')} looked at, ${whole(ledger.drift)} mended.`,
        ]),
    ...failures.slice(0, 3).map(({ at, what, why }) => `${at}: ${what}: ${why}`),
  ];
  if (events.waitingSeconds > LONG_WAIT) {
    return aCheck('events', title, {
      state: 'attention',
      says: `${waitingIssues(events.waiting)} ${events.waiting === 1 ? 'waits' : 'wait'}, the oldest for ${whole(Math.round(events.waitingSeconds / 60))} minutes.`,
      details,
      repair: {
        kind: 'steps',
        steps: [
          'Wait for the next full hour: Ballast takes up what was lost by itself then.',
          'If they still wait, ask the person who installed Ballast to look at `forge logs`.',
        ],
      },
    });
  }
  return aCheck('events', title, {
    state: 'ok',
    says:
      events.waiting === 0
        ? 'Nothing waits.'
        : `${waitingIssues(events.waiting)} ${events.waiting === 1 ? 'is' : 'are'} being taken up.`,
    details,
  });
}

/** Whether the hourly quota lasts. */
export async function checkQuota(
  { world, viewer, now }: SetupContext,
  { project }: Looked,
): Promise<SetupCheck> {
  const { quota } = await viewHealth(project, viewer, world, now);
  const title = 'Jira’s hourly quota';
  const says = `${whole(quota.usedThisHour)} of ${whole(quota.limit)} points used this hour; about ${whole(quota.forecast)} by its end.`;
  if (quota.forecast <= quota.backgroundStopsAt)
    return aCheck('quota', title, { state: 'ok', says });
  return aCheck('quota', title, {
    state: 'attention',
    says: `${says} Work in the background stops at ${whole(quota.backgroundStopsAt)} and goes on in the next hour.`,
    repair: {
      kind: 'steps',
      steps: [
        'Nothing is lost: it goes on by itself.',
        'If it happens every hour, publish rubrics and imports outside working hours.',
      ],
    },
  });
}
