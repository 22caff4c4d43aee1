import { asApp, asUser, getAppContext } from '@forge/api';
import { withWorkingTime } from './core/issue/working-time';
import {
  onOverrideLane,
  onRecordEvidence,
  onRescoreItem,
  onRescoreProject,
  type RuleSurroundings,
} from './entrypoints/automation-actions';
import { afterScoring } from './entrypoints/after-scoring';
import { onBacklogRequest } from './entrypoints/backlog-consumer';
import { onDaily, onHourly } from './entrypoints/daily';
import { onEvidence } from './entrypoints/evidence-webtrigger';
import { onIssueEvent } from './entrypoints/issue-events';
import { onInstalled, onUpgraded } from './entrypoints/lifecycle';
import { onProjectEvent } from './entrypoints/project-events';
import { onRescoreRequest } from './entrypoints/rescore-consumer';
import { onMovedTogether } from './entrypoints/moved-together';
import { onClosing } from './entrypoints/workflow-validator';
import { forgeAccountReports } from './jira/account-reports';
import { jiraAppRights } from './jira/app-rights';
import { jiraClient, type Requester } from './jira/client';
import { jiraFieldWriter } from './jira/field-writes';
import { jiraDisplayNames } from './jira/display-names';
import { jiraIssueLinks } from './jira/issue-links';
import { jiraIssueEdits } from './jira/issue-edits';
import { jiraIssues } from './jira/issues';
import { forgeOwnAddress } from './jira/own-address';
import { jiraNaming } from './jira/naming';
import { personsJira } from './jira/persons-jira';
import { jiraProjectScreens } from './jira/project-screens';
import { jiraProjects } from './jira/projects';
import { jiraRoles } from './jira/roles';
import { readSiteCatalogue } from './jira/site-catalogue';
import { readSiteFields, readWorkingTime } from './jira/site-fields';
import { jiraViewer } from './jira/viewer';
import { forgeScoreChannel } from './realtime/score-channel';
import { forgeRescoreQueue } from './queue/rescore-queue';
import { makeResolver } from './resolvers/resolver';
import { kvsCustomers } from './storage/customers';
import { kvsDecisions } from './storage/decisions';
import { kvsDrafts, kvsProposals } from './storage/drafts';
import { kvsEvidence } from './storage/evidence';
import { kvsEvidenceIntake } from './storage/evidence-intake';
import { kvsEvidenceSecret } from './storage/evidence-secret';
import { kvsJobs } from './storage/jobs';
import { kvsLedger } from './storage/ledger';
import { kvsRescoreRequests } from './storage/rescore-requests';
import { kvsNotes } from './storage/notes';
import { kvsOverrides } from './storage/overrides';
import { kvsStoredPeople } from './storage/personal-data/stored-people';
import { kvsErasures } from './storage/erasures';
import { kvsPilots } from './storage/pilots';
import { kvsPostMortems } from './storage/post-mortems';
import { kvsProjectRecords } from './storage/project-records';
import { kvsPreviews } from './storage/previews';
import { kvsNamedProjects } from './storage/named-projects';
import { kvsProjectNames, type ProjectNames } from './storage/project-names';
import { kvsRemovals } from './storage/removals';
import { kvsRubrics } from './storage/rubrics';
import { rememberedSiteFields } from './storage/site-fields-memory';
import { kvsSiteStorage } from './storage/site-storage';
import { kvsSpending } from './storage/spending';
import { kvsUpdates } from './storage/updates';
import { kvsVotes } from './storage/votes';
import type { People } from './usecases/ports/people';
import type { Budget, Purpose, World } from './usecases/ports/world';
import { quotaGuard } from './usecases/health/quota-guard';
import { requestRescore } from './usecases/scoring/request-rescore';

const clock = () => Date.now();
const sleep = async (ms: number) => {
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
};
const random = () => Math.random();
const newSecret = () => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('hex');
const remainingMs = () => getAppContext().invocationRemainingTimeInMillis();

/** The app's own ids in the form in which Jira lists its fields. */
const ownApp = () => {
  const { appAri, environmentAri } = getAppContext();
  return { appId: appAri.appId, environmentId: environmentAri.environmentId };
};

/** Milliseconds for which one wait for Jira may last: a queue waits longer than a person. */
const PATIENCE_MS: Readonly<Record<Purpose, number>> = {
  background: 30_000,
  event: 20_000,
  person: 4_000,
};

const client = (requester: Requester, budget: Budget, purpose: Purpose) =>
  jiraClient({ requester, budget, random, clock, remainingMs, patienceMs: PATIENCE_MS[purpose] });

/** Made anew for each invocation: a warm process serves several sites, and each invocation remembers only what it read itself. */
function world(purpose: Purpose): World & { readonly names: ProjectNames } {
  const spending = kvsSpending(random);
  const budget = quotaGuard(purpose, spending, clock);
  const app = client(asApp(), budget, purpose);
  const projects = jiraProjects(app);
  const names = kvsProjectNames(projects);
  const named = kvsNamedProjects(names, projects);
  return {
    ...afterScoring,
    names,
    projectKeys: { writeDownKeys: names.writeDownKeys, keyIs: named.keyIs },
    decisions: kvsDecisions(names),
    updates: kvsUpdates(),
    edits: jiraIssueEdits(app),
    roles: jiraRoles(app),
    issues: jiraIssues(app),
    projects,
    siteFields: rememberedSiteFields(
      {
        fields: async (working) => withWorkingTime(await readSiteFields(app), working),
        workingTime: () => readWorkingTime(app),
      },
      () => new Date(),
    ),
    fieldWriter: jiraFieldWriter(app, ownApp),
    ledger: kvsLedger(names),
    rubrics: kvsRubrics(names, named),
    queue: forgeRescoreQueue(),
    scoreChannel: forgeScoreChannel(),
    rescoreRequests: kvsRescoreRequests(),
    jobs: kvsJobs(names),
    previews: kvsPreviews(),
    spending,
    budget,
    notes: kvsNotes(),
    erasures: kvsErasures(random),
    storedPeople: kvsStoredPeople(),
    accountReports: forgeAccountReports(),
    evidence: kvsEvidence(),
    postMortems: kvsPostMortems(names),
    links: jiraIssueLinks(app),
    customers: kvsCustomers(),
    intake: kvsEvidenceIntake(random),
    overrides: kvsOverrides(),
    pilots: kvsPilots(names),
    votes: kvsVotes(),
    removals: kvsRemovals(),
    projectRecords: kvsProjectRecords(names),
    remainingMs,
    random,
    clock,
    sleep,
  };
}

/** Runs a door and writes down what it spent, however it ended. */
async function inWorld<T>(
  purpose: Purpose,
  work: (made: ReturnType<typeof world>) => Promise<T>,
): Promise<T> {
  const made = world(purpose);
  try {
    return await work(made);
  } finally {
    await made.budget.settle();
  }
}

export const issueChanged = (event: unknown) => onIssueEvent(event, world('event'));
export const projectChanged = (event: unknown) => onProjectEvent(event, world('event'), new Date());
export const installed = (event: unknown) =>
  onInstalled(event, world('event'), kvsSiteStorage(), new Date());
export const upgraded = (event: unknown) =>
  onUpgraded(event, world('event'), kvsSiteStorage(), new Date());
export const movedTogether = (event: unknown) => onMovedTogether(event, world('event'), new Date());
export const rescore = (event: unknown) =>
  inWorld('event', (made) => onRescoreRequest(event, made, new Date()));
export const backlog = (event: unknown) =>
  inWorld('background', (made) => onBacklogRequest(event, made, new Date()));
export const closing = (args: unknown) =>
  inWorld('person', (made) => onClosing(args, made, new Date()));
export const daily = () => inWorld('background', (made) => onDaily(made, new Date()));
export const hourly = () => inWorld('background', (made) => onHourly(made, new Date()));
export const resolver = makeResolver((work) =>
  inWorld('person', (made) => {
    const user = client(asUser(), made.budget, 'person');
    return work({
      world: made,
      viewer: jiraViewer(user),
      people: jiraDisplayNames(user),
      edits: jiraIssueEdits(user),
      jira: personsJira(user, clock),
      naming: jiraNaming(user),
      screens: jiraProjectScreens(user),
      appRights: jiraAppRights(client(asApp(), made.budget, 'person')),
      siteStorage: kvsSiteStorage(),
      address: forgeOwnAddress(),
      drafts: kvsDrafts(made.names),
      proposals: kvsProposals(made.names),
      secret: kvsEvidenceSecret(newSecret),
      newSecret,
      readCatalogue: () => readSiteCatalogue(user),
      now: new Date(),
    });
  }),
);

/** What a rule was refused is noted, and told to whoever looks after the rule: no names belong there. */
const nobodyByName: People = { names: async () => new Map() };

/** A rule's user waits for it: it may use what is kept for people. */
const action =
  (door: (payload: unknown, at: RuleSurroundings) => Promise<object>) =>
  (payload: unknown, context: RuleContext) =>
    inWorld('person', (made) => {
      const user = client(asUser(), made.budget, 'person');
      return door(payload, {
        world: made,
        viewer: jiraViewer(user),
        people: nobodyByName,
        by: context.principal?.accountId ?? null,
        now: new Date(),
      });
    });

interface RuleContext {
  readonly principal?: { readonly accountId?: string };
}

export const rescoreWorkItem = action(onRescoreItem);
export const rescoreProject = action(onRescoreProject);
export const recordEvidence = action(onRecordEvidence);
export const overrideLane = action(onOverrideLane);
export const evidence = (event: unknown) =>
  inWorld('event', (made) =>
    onEvidence(
      event,
      {
        secret: kvsEvidenceSecret(newSecret),
        rescore: (ids) => requestRescore(ids, 'read', made),
      },
      made,
      new Date(),
    ),
  );
