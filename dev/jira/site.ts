import type { Clock } from '../clock';
import { installAppFields } from './app-fields';
import { answer } from './answer-request';
import { projectLifecycle, type ProjectLifecycle } from './edit/project-lifecycle';
import type { Actor } from './edit/actor';
import { moveIssue } from './edit/move-issue';
import { createFaults, type FaultControl } from './faults';
import { createPageCache } from './jql/page-cache';
import { bulkLoad } from './model/bulk-load';
import type { User } from './model/entities';
import type { Issue, IssueSecurity } from './model/issue';
import { ADMIN_GROUP } from './model/permissions';
import { createSiteState, findIssue, findProject } from './model/site-state';
import type { JiraSite, ProductEvent } from './protocol';
import type { TransitionValidator } from './rest/call';
import { moveSprint, releaseVersion } from './edit/move-together';
import { createQuota, type Quota } from './quota';
import type { SiteSnapshot } from './snapshot';

export interface DevJiraSite extends JiraSite {
  readonly baseUrl: string;
  /** Takes in an import silently. Throws on duplicate keys and impossible dates. */
  bulkLoad(snapshot: SiteSnapshot): void;
  /** Has every transition ask first, as an administrator adds a validator to a workflow; returns the function that removes it. */
  onTransition(validator: TransitionValidator): () => void;
  /** The administrator takes an issue to another project, as Jira's own page does. */
  move(idOrKey: string, projectKey: string): void;
  readonly projects: ProjectLifecycle;
  /** The administrator sets an issue's security level, or takes it away. */
  secure(idOrKey: string, level: IssueSecurity | null): void;
  /** An issue as the site holds it, for tests. */
  peek(idOrKey: string): Issue | undefined;
  /** Who logs in with this e-mail address, account id, or account id at example.com: clients that insist on an address can log in as anybody. */
  login(name: string): User | undefined;
  readonly counts: {
    readonly issues: number;
    readonly projects: number;
    readonly users: number;
    readonly links: number;
  };
  readonly faults: FaultControl;
  /** Milliseconds after which searches find what was written; 0, as it is at first, at once. */
  setSearchLag(ms: number): void;
  /** Starts, ends or deletes a sprint, as nobody can over REST here. */
  moveSprint(id: number, to: 'active' | 'closed' | 'future' | 'deleted'): void;
  releaseVersion(id: string, released: boolean): void;
  /** Points the app spent in the current hour. */
  quotaUsed(): number;
}

export interface SiteOptions {
  readonly clock: Clock;
  /** Of links in answers; no trailing slash. */
  readonly baseUrl?: string;
  /** False lets the app ask without limit. */
  readonly quota?: boolean;
  /** The allowance that this site shares with others; one of its own when left out. */
  readonly sharedQuota?: Quota;
  readonly app?: {
    readonly id: string;
    readonly environmentId: string;
    readonly accountId: string;
    readonly name: string;
  };
}

/** The person who administers every site: who you are unless you log in as somebody else. */
export const ADMIN: User = {
  accountId: 'local-admin',
  accountType: 'atlassian',
  displayName: 'Local Admin',
  email: 'admin@example.com',
  active: true,
  groups: [ADMIN_GROUP],
};

const APP = {
  id: '00000000-0000-4000-8000-000000000001',
  environmentId: '00000000-0000-4000-8000-000000000002',
  accountId: 'app-ballast',
  name: 'Ballast',
};

export function createJiraSite({
  clock,
  baseUrl = 'https://ballast.example.net',
  quota: limited = true,
  sharedQuota,
  app = APP,
}: SiteOptions): DevJiraSite {
  const appUser: User = {
    accountId: app.accountId,
    accountType: 'app',
    displayName: app.name,
    email: '',
    active: true,
    groups: [],
  };
  const state = createSiteState(clock, baseUrl, appUser, ADMIN);
  const pages = createPageCache();
  const quota = sharedQuota ?? createQuota();
  const faults = createFaults();
  const listeners = new Set<(event: ProductEvent) => void>();
  const emit = (event: ProductEvent) => {
    for (const listener of [...listeners]) listener(event);
  };
  const validators = new Set<TransitionValidator>();
  const administrator = (): Actor => ({
    accountId: ADMIN.accountId,
    byApp: false,
    now: clock.now(),
    emit,
  });
  const world = { state, pages, faults, emit, validators, quota: limited ? quota : null };
  return {
    baseUrl,
    faults,
    handle: (request) => answer(world, request),
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onTransition(validator) {
      validators.add(validator);
      return () => validators.delete(validator);
    },
    installAppFields(fields, owner = { appId: app.id, environmentId: app.environmentId }) {
      installAppFields(state, owner, fields);
    },
    bulkLoad: (snapshot) => {
      bulkLoad(state, snapshot);
      state.index.restart(state.issues.values());
    },
    move(idOrKey, projectKey) {
      const [issue, project] = [findIssue(state, idOrKey), findProject(state, projectKey)];
      if (issue === undefined || project === undefined)
        throw new Error(`No issue ${idOrKey} or no project ${projectKey}`);
      moveIssue(state, administrator(), issue, project);
    },
    projects: projectLifecycle(state, administrator),
    secure(idOrKey, level) {
      const issue = findIssue(state, idOrKey);
      if (issue === undefined) throw new Error(`No issue ${idOrKey}`);
      issue.security = level;
      state.revision += 1;
    },
    peek: (idOrKey) => findIssue(state, idOrKey),
    login: (name) =>
      state.users.get(name.replace(/@example\.com$/, '')) ??
      [...state.users.values()].find(
        (user) => user.email !== '' && user.email.toLowerCase() === name.toLowerCase(),
      ),
    get counts() {
      return {
        issues: state.issues.size,
        projects: state.projects.size,
        users: state.users.size,
        links: state.links.size,
      };
    },
    setSearchLag: (ms) => state.index.setLag(ms, state.issues.values()),
    moveSprint: (id, to) => {
      moveSprint(state, emit, id, to);
    },
    releaseVersion: (id, released) => {
      releaseVersion(state, emit, id, released);
    },
    quotaUsed: () => quota.used(clock.now()),
  };
}
