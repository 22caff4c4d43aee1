import { events, invoke, realtime, requestJira, router, view } from '@forge/bridge';
import type { Answer, Ask, Question } from '../../../src/contract';
import type { Listening } from '../../../src/contract/score';
import { NO_ANSWER, Refused, valueOf } from './reply';

/** Where this surface stands. */
export interface SurfaceContext {
  /** Key of the module in manifest.yml. */
  readonly moduleKey: string;
  /** The site's address without a trailing slash, for links that a browser can copy. */
  readonly siteUrl: string;
  /** The issue's numeric id; null on surfaces that belong to no issue. */
  readonly issueId: string | null;
  /** Key of the project; null on surfaces that belong to none. */
  readonly projectKey: string | null;
}

/**
 * Asks the backend.
 * @throws Refused with words for the person, also when the platform gave no answer
 */
export async function ask<Q extends Question>(question: Q, payload: Ask<Q>): Promise<Answer<Q>> {
  const reply = await invoke<Ask<Q>, unknown>(question, payload).catch((cause: unknown) => {
    throw new Refused(NO_ANSWER, cause);
  });
  return valueOf<Answer<Q>>(reply);
}

export async function surfaceContext(): Promise<SurfaceContext> {
  const { moduleKey, siteUrl, extension } = await view.getContext();
  const { id } = recordIn(extension, 'issue');
  return {
    moduleKey,
    siteUrl: siteUrl.replace(/\/$/, ''),
    issueId: typeof id === 'string' || typeof id === 'number' ? String(id) : null,
    projectKey: textIn(recordIn(extension, 'project'), 'key'),
  };
}

/**
 * Asks Jira as the person, from the browser: these requests do not count against the quota that all installations share. What comes
 * back may decide what is offered, never what is done. Null when Jira does not answer with JSON.
 */
export async function askJira(path: string): Promise<unknown> {
  const answer = await requestJira(path, { headers: { accept: 'application/json' } }).catch(
    () => null,
  );
  return answer?.ok === true ? answer.json().catch(() => null) : null;
}

/** Follows the theme of Jira, now and when the person changes it. */
export function followTheme(): Promise<void> {
  return view.theme.enable();
}

/** Opens an issue in a new tab of the browser. */
export function openIssue(key: string): Promise<void> {
  return router.open(issuePath(key));
}

/** Loads the whole surface anew; the frame may not reload itself, as Jira's bridge would not follow. */
export function reload(): Promise<void> {
  return router.reload();
}

export function issuePath(key: string): string {
  return `/browse/${encodeURIComponent(key)}`;
}

/**
 * Calls back when Jira says that the issue was updated or commented on. Jira stays silent about the viewer's own
 * changes and may lose an event, so a surface also asks again by itself.
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-issue-panel/#events
 * @returns the function that ends it
 */
export function onIssueChanged(issueId: string, changed: () => void): () => void {
  const subscription = events.on('JIRA_ISSUE_CHANGED', (payload: unknown) => {
    const about =
      typeof payload === 'object' && payload !== null && 'issueId' in payload
        ? payload.issueId
        : issueId;
    if (String(about) === issueId) changed();
  });
  return () => void subscription.then(({ unsubscribe }) => unsubscribe());
}

/** Tells all surfaces of the app on this page, perhaps also the one that tells. */
export function tellSurfaces(event: string, payload: unknown): void {
  void events.emit(event, payload).catch(() => undefined);
}

export function hearSurfaces(event: string, hear: (payload: unknown) => void): void {
  void events.on(event, hear).catch(() => undefined);
}

/** Calls back when the issue was scored, wherever in the world. @returns the function that ends it */
export function onScored({ channel, token }: Listening, scored: () => void): () => void {
  const subscription = realtime
    .subscribeGlobal(channel, scored, { token })
    // A surface that hears nothing asks by itself, only later.
    .catch(() => null);
  return () => void subscription.then((open) => open?.unsubscribe());
}

/** An automation action inside a rule: what the rule holds for it, and what the rule's check found wrong, by input. */
export interface ActionSetting {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly problems: Readonly<Record<string, string>>;
}

/** https://developer.atlassian.com/platform/forge/manifest-reference/modules/automation-action/#action-configuration */
export async function actionSetting(): Promise<ActionSetting> {
  const { extension } = await view.getContext();
  const invalid = recordIn(recordIn(extension, 'errors'), 'invalidInputs');
  return {
    inputs: recordIn(recordIn(extension, 'data'), 'inputs'),
    problems: Object.fromEntries(
      Object.keys(invalid).map((name) => [
        name,
        textIn(recordIn(invalid, name), 'message') ?? 'Not as it should be.',
      ]),
    ),
  };
}

/** Gives the inputs to the rule, which keeps them when it is saved. */
export async function submitAction(inputs: Readonly<Record<string, string>>): Promise<void> {
  await view.submit(inputs);
}

/** Calls back when the person goes on to the next step of the rule. @returns the function that ends it */
export function onActionSubmit(submit: () => void): () => void {
  return listening('AUTOMATION_ACTION_SUBMIT', submit);
}

/** Calls back while the rule is being checked, and when that is over. @returns the function that ends it */
export function onActionChecking(checking: (underWay: boolean) => void): () => void {
  return listening('AUTOMATION_ACTION_VALIDATE_RULE_EVENT', (payload) => {
    checking(
      typeof payload === 'object' &&
        payload !== null &&
        'isValidating' in payload &&
        payload.isValidating === true,
    );
  });
}

function listening(event: string, hear: (payload: unknown) => void): () => void {
  const subscription = events.on(event, hear);
  return () =>
    void subscription.then(({ unsubscribe }) => {
      unsubscribe();
    });
}

function recordIn(whole: unknown, name: string): Readonly<Record<string, unknown>> {
  const part: unknown =
    typeof whole === 'object' && whole !== null ? Reflect.get(whole, name) : undefined;
  return typeof part === 'object' && part !== null
    ? (part as Readonly<Record<string, unknown>>)
    : {};
}

function textIn(whole: Readonly<Record<string, unknown>>, name: string): string | null {
  const text = whole[name];
  return typeof text === 'string' ? text : null;
}
