import { customersPage } from '../usecases/customers/rescore-pages';
import { ledgerPage, sweepPage, wakePage } from '../usecases/jobs/ledger-pages';
import { foundPage, membersPage } from '../usecases/jobs/moved-together';
import { idsPage, searchPage } from '../usecases/jobs/read-pages';
import { comparePage, listPage, tallyPage } from '../usecases/jobs/reconcile-counts';
import { editedPage } from '../usecases/jobs/reconcile-edited';
import type { Pages } from '../usecases/jobs/run-job';
import { readyPage } from '../usecases/jobs/site-ready';
import { erasePage, peoplePage, reportPage } from '../usecases/personal-data/report-pages';
import { previewPage } from '../usecases/preview/preview-page';
import { followPage } from '../usecases/rubric-editing/follow-site';
import { removalPage } from '../usecases/retention/remove-due';
import { oldDecisionsPage } from '../usecases/retention/remove-old-decisions';
import { oldEvidencePage } from '../usecases/retention/remove-old-evidence';
import { timedByLogPage, timedPage } from '../usecases/retention/schedule-removal';

/** Which use case does each step of a job. */
export const jobSteps: Pages = {
  ready: readyPage,
  search: searchPage,
  found: foundPage,
  members: membersPage,
  ids: idsPage,
  ledger: ledgerPage,
  sweep: sweepPage,
  follow: followPage,
  customers: customersPage,
  preview: previewPage,
  wake: wakePage,
  edited: editedPage,
  tally: tallyPage,
  compare: comparePage,
  list: listPage,
  people: peoplePage,
  report: reportPage,
  erase: erasePage,
  timed: timedPage,
  timedByLog: timedByLogPage,
  removal: removalPage,
  oldEvidence: oldEvidencePage,
  oldDecisions: oldDecisionsPage,
};
