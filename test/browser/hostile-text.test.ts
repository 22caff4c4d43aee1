import type { Frame, Page } from 'playwright-core';
import type { Answer, Ask, Question, Reply } from '../../src/contract';
import { eventually, panelAt, rest } from './as-person';
import { hostile, hostileExport, hostileRubric } from './hostile-words';
import { littleJira, openPage, screenshot, surface, type LittleJira } from './little-jira';
import { settingsAt } from './settings-page';

const ISSUE = 'HOST-1';

/** Asks the resolver as the page's person through the bridge of the panel. */
async function ask<Q extends Question>(page: Page, question: Q, payload: Omit<Ask<Q>, 'issueId'>): Promise<Answer<Q>> {
  const { id } = await rest<{ readonly id: string }>(page, 'GET', `/rest/api/3/issue/${ISSUE}?fields=summary`);
  const data = { functionKey: question, payload: { issueId: id, ...payload } };
  const reply = await rest<{ readonly ok: boolean; readonly value: Reply<Answer<Q>>; readonly error?: string }>(page, 'POST', '/__forge/bridge', { surface: 'ballast-panel', issueKey: ISSUE, command: 'invoke', data });
  if (!reply.ok) throw new Error(`${question}: ${String(reply.error)}`);
  if (!reply.value.ok) throw new Error(`${question}: ${JSON.stringify(reply.value.refusal)}`);
  return reply.value.value;
}

async function prepare(jira: LittleJira): Promise<void> {
  const { page } = await openPage(jira, `/browse/${ISSUE}`);
  await surface(page, 'panel');
  // What Jira takes from people, it takes from these too.
  await rest(page, 'PUT', '/rest/api/3/issue/HOST-2', { fields: { summary: hostile('short summary', 250), labels: ['<script>window.hacked=1</script>', '\u202elabel'] } });
  await rest(page, 'POST', `/rest/api/3/issue/${ISSUE}/comment`, { body: { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text: hostile('said') }] }] } });
  await rest(page, 'POST', '/__forge/bridge', {
    surface: 'ballast-panel', issueKey: ISSUE, command: 'invoke', data: { functionKey: 'rubric.publish', payload: { project: 'HOST', reason: hostile('why published', 200), document: hostileRubric } },
  });
  await eventually('the hostile rubric scores', async () => (await ask(page, 'score.view', {})).rubric.name.includes('«rubric»'));
  const { seen } = await ask(page, 'override.view', {});
  const until = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  await ask(page, 'override.propose', { seen, wish: { kind: 'points', points: 3, reason: hostile('override', 280), until } });
  await ask(page, 'update.send', { keys: ['SUP-1'], text: hostile('update', 900) });
  let { revision } = await ask(page, 'postmortem.start', {});
  for (const change of [
    { kind: 'addFactor', factor: 'testing', text: hostile('factor', 480) },
    { kind: 'item', id: 'detection', note: hostile('note', 900), link: null, owner: null, due: null, done: false },
    { kind: 'noAction', reason: hostile('no action', 900) },
  ] as const) ({ revision } = await ask(page, 'postmortem.change', { seen: revision, change }));
  await page.close();
}

const jira = littleJira(prepare, '--import', hostileExport());

/** What must never come true in a page that shows the texts. */
interface Harm {
  readonly ran: boolean;
  readonly injected: number;
  readonly sideways: number;
  /** Elements with characters that turn the direction of what stands beside them, or that nobody sees. */
  readonly turning: readonly string[];
}
const HARMLESS: Harm = { ran: false, injected: 0, sideways: 0, turning: [] };

async function harmIn(part: Page | Frame): Promise<Harm> {
  return part.evaluate<Harm>(`({
    ran: window.hacked !== undefined,
    injected: document.querySelectorAll('img[src="x"], svg[onload], [onerror]').length + [...document.scripts].filter(({ text }) => text.includes('window.hacked')).length,
    sideways: Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
    turning: [...document.querySelectorAll('main *')].flatMap((element) => [...element.childNodes].some(({ nodeType, data }) => nodeType === 3 && /[\\u0000-\\u0008\\u202a-\\u202e\\u2066-\\u2069]/.test(data)) ? [element.outerHTML.slice(0, 160)] : []),
  })`);
}

/** The tab once nothing in it is still loading. */
async function settled(frame: Frame): Promise<string> {
  await eventually('everything is loaded', async () => !/Opening |Working out|Loading/u.test(await frame.locator('main').innerText()));
  return frame.locator('main').innerText();
}

describe.each([320, 1280])('at %i px hostile text', (width) => {
  it('in every field of an issue is shown as text in each tab of the panel and in the glance', async () => {
    const { page, errors } = await openPage(jira, `/browse/${ISSUE}`, { width, height: 2400 });
    const harm: Record<string, Harm> = {};
    let shown = await settled(await surface(page, 'glance'));
    harm['glance'] = await harmIn(await surface(page, 'glance'));
    for (const tab of ['Score', 'Lane', 'Decisions', 'Customer update', 'Post-mortem']) {
      const panel = await panelAt(page, tab);
      shown += await settled(panel);
      await screenshot(page, `hostile-${tab.toLowerCase().replace(' ', '-')}-${width}`);
      harm[tab] = await harmIn(panel);
    }
    expect(harm).toEqual(Object.fromEntries(Object.keys(harm).map((where) => [where, HARMLESS])));
    for (const mark of ['rubric', 'priority', 'override', 'item owner']) expect(shown).toContain(`«${mark}»`);
    expect({ page: { ...(await harmIn(page)), turning: [] } }).toEqual({ page: HARMLESS });
    expect(errors).toEqual([]);
    await page.close();
  });

  it('in a rubric is shown as text in each tab of the settings', async () => {
    const { page, errors } = await openPage(jira, '/projects/HOST/settings', { width, height: 2400 });
    const harm: Record<string, Harm> = {};
    for (const tab of ['Rubric', 'Versions', 'Customers', 'Setup check', 'Work', 'Pilot']) {
      const settings = await settingsAt(page, tab);
      const shown = await settled(settings);
      await screenshot(page, `hostile-settings-${tab.toLowerCase().replace(' ', '-')}-${width}`);
      harm[tab] = await harmIn(settings);
      if (tab === 'Versions') expect(shown).toContain('«why published»');
    }
    expect(harm).toEqual(Object.fromEntries(Object.keys(harm).map((where) => [where, HARMLESS])));
    expect(errors).toEqual([]);
    await page.close();
  });
});

describe('hostile text', () => {
  it('comes back from storage, export and Jira as it was sent, and goes out as text', async () => {
    const { page } = await openPage(jira, `/browse/${ISSUE}`);
    const view = await ask(page, 'score.view', {});
    expect(view.rubric.name).toBe(hostileRubric.name);
    expect((await ask(page, 'override.view', {})).overrides.map(({ reason }) => reason)).toContain(hostile('override', 280));
    const { markdown } = await ask(page, 'postmortem.view', {});
    expect(markdown).toContain('«factor»');
    expect(markdown).not.toMatch(/(?<!\\)<(script|img|svg)/u);
    const { comments } = await rest<{ readonly comments: readonly { readonly body: unknown }[] }>(page, 'GET', '/rest/api/3/issue/SUP-1/comment');
    const sent = comments.map(({ body }) => textsIn(body)).find((text) => text.includes('«update»'));
    expect(sent).toContain('<script>window.hacked=1</script><img src=x');
    await page.close();
  });
});

/** The text nodes of a document, and nothing of any other kind of node. */
function textsIn(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  if (Array.isArray(node)) return node.map(textsIn).join('');
  const { type, text, content } = node as { readonly type?: unknown; readonly text?: unknown; readonly content?: unknown };
  return type === 'text' && typeof text === 'string' ? text : textsIn(content);
}
