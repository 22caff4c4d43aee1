import type { Frame, Page } from 'playwright-core';
import type { Answer, Ask, Question, Reply } from '../../src/contract';
import { eventually, rest } from './as-person';
import { surface } from './little-jira';

export const PROJECT = 'QUAY';

/** Asks the resolver as the page's person through the bridge of the settings page, past whatever the page offers. */
export async function askDirectly<Q extends Question>(
  page: Page,
  question: Q,
  payload: Ask<Q>,
): Promise<Reply<Answer<Q>>> {
  const reply = await rest<{
    readonly ok: boolean;
    readonly value: Reply<Answer<Q>>;
    readonly error?: string;
  }>(page, 'POST', '/__forge/bridge', {
    surface: 'ballast-settings',
    projectKey: PROJECT,
    command: 'invoke',
    data: { functionKey: question, payload },
  });
  if (!reply.ok) throw new Error(reply.error);
  return reply.value;
}

/** The answer itself, where no refusal is expected. */
export async function answerTo<Q extends Question>(
  page: Page,
  question: Q,
  payload: Ask<Q>,
): Promise<Answer<Q>> {
  const reply = await askDirectly(page, question, payload);
  if (!reply.ok) throw new Error(`${question}: ${reply.refusal.what} ${reply.refusal.advice}`);
  return reply.value;
}

/** The settings at one of their tabs. */
export async function settingsAt(
  page: Page,
  tab: string,
  which: 'settings' | 'admin' = 'settings',
): Promise<Frame> {
  const frame = await surface(page, which);
  const wanted = frame.getByRole('tab', { name: tab });
  await wanted.waitFor();
  await eventually(`the tab ${tab} is chosen`, async () => {
    if ((await wanted.getAttribute('aria-selected')) === 'true') return true;
    await wanted.click();
    return false;
  });
  return frame;
}

/** Gives a criterion another share, as a person types it. */
export async function weigh(settings: Frame, criterion: string, percent: number): Promise<void> {
  const share = settings.getByRole('spinbutton', { name: `Share of ${criterion} in percent` });
  await share.fill(String(percent));
  await share.press('Tab');
}

export async function publish(settings: Frame, reason: string): Promise<void> {
  await settings.getByRole('button', { name: 'Publish…' }).press('Enter');
  await settings.getByRole('textbox', { name: /^Why/u }).fill(reason);
  await settings.getByRole('button', { name: 'Publish', exact: true }).press('Enter');
}

/** The job takes a last look four minutes after it has scored everything. */
const LAST_LOOK_MS = 250_000;

/** Until every open issue has been scored by a version of the project's rubric, and what was being edited meanwhile as well. */
export async function scoredBy(page: Page, version: number): Promise<void> {
  let looked = '';
  await eventually(`everything is scored by version ${String(version)}`, async () => {
    const job = await answerTo(page, 'job.view', { project: PROJECT });
    // The project stands in it by its id.
    if (job === null || !/^publish-\d+-/u.test(job.id)) return false;
    if (!job.id.endsWith(`-${String(version)}`)) return false;
    // It waits once it has done something and then nothing more for a moment.
    if (job.state === 'running' && job.done > 0 && looked === job.updatedAt)
      await rest(page, 'POST', '/__host/clock/advance', { ms: LAST_LOOK_MS });
    looked = job.updatedAt;
    return job.state === 'finished';
  });
}

export interface Written {
  readonly id: string;
  readonly key: string;
  readonly score: unknown;
  readonly lane: unknown;
  readonly horizon: unknown;
}

/** What Jira's own fields say of every open issue of the project, by key. */
export async function fieldsOfAll(page: Page): Promise<readonly Written[]> {
  const fields = await rest<readonly { readonly id: string; readonly name: string }[]>(
    page,
    'GET',
    '/rest/api/3/field',
  );
  const idOf = (name: string): string => fields.find((field) => field.name === name)?.id ?? name;
  const [score, lane, horizon] = ['Priority score', 'Backlog lane', 'Time horizon'].map(idOf) as [
    string,
    string,
    string,
  ];
  const found: Written[] = [];
  let nextPageToken: string | undefined;
  do {
    const answer = await rest<{
      readonly issues: readonly {
        readonly id: string;
        readonly key: string;
        readonly fields: Readonly<Record<string, unknown>>;
      }[];
      readonly nextPageToken?: string;
    }>(page, 'POST', '/rest/api/3/search/jql', {
      jql: `project = ${PROJECT} AND statusCategory != Done ORDER BY key`,
      fields: [score, lane, horizon],
      maxResults: 100,
      ...(nextPageToken === undefined ? {} : { nextPageToken }),
    });
    found.push(
      ...answer.issues.map((issue) => ({
        id: issue.id,
        key: issue.key,
        score: issue.fields[score],
        lane: issue.fields[lane],
        horizon: issue.fields[horizon],
      })),
    );
    nextPageToken = answer.nextPageToken;
  } while (nextPageToken !== undefined);
  return found;
}

/** Number of the project's newest version; 0 while it has no rubric of its own. */
export async function newestVersion(page: Page): Promise<number> {
  return (await answerTo(page, 'settings.view', { project: PROJECT })).published.base;
}

/** A project that has at least so many versions, whichever test came before; the number of the newest. */
export async function someVersion(page: Page, least = 1): Promise<number> {
  const { published } = await answerTo(page, 'settings.view', { project: PROJECT });
  if (published.base >= least) return published.base;
  const answer = await answerTo(page, 'rubric.publish', {
    project: PROJECT,
    document: { ...published.document, name: `Rubric ${String(published.base + 1)}` },
    reason: 'To begin with',
    base: published.base,
  });
  if (!answer.ok) throw new Error('The rubric to begin with was not published');
  await scoredBy(page, answer.version);
  return answer.version;
}
