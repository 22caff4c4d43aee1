import type { Frame, Page } from 'playwright-core';
import { eventually, panelAt, rest } from './as-person';
import { hostile, hostileExport, hostileRubric } from './hostile-words';
import { ask, ISSUE, prepareHostile } from './hostile-world';
import { littleJira, openPage, screenshot, surface } from './little-jira';
import { settingsAt } from './settings-page';

const jira = littleJira(prepareHostile, '--import', hostileExport());

/** What must never come true in a page that shows the texts. */
interface Harm {
  readonly ran: boolean;
  readonly injected: number;
  readonly sideways: number;
  /** Elements with characters that turn the direction of what stands beside them, or that nobody sees, in their text or in what is read out for them. */
  readonly turning: readonly string[];
}
/** Control characters but the ends of lines, and marks that turn text. */
// eslint-disable-next-line no-control-regex -- control characters are exactly what must not be copied
const UNSEEN = /[\u0000-\u0009\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/u;

const HARMLESS: Harm = { ran: false, injected: 0, sideways: 0, turning: [] };

async function harmIn(part: Page | Frame): Promise<Harm> {
  return part.evaluate<Harm>(`({
    ran: window.hacked !== undefined,
    injected: document.querySelectorAll('img[src="x"], svg[onload], [onerror]').length + [...document.scripts].filter(({ text }) => text.includes('window.hacked')).length,
    sideways: Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
    turning: [...document.querySelectorAll('main *')].flatMap((element) => [
      // What somebody edits stays as they wrote it: a text area keeps its direction to itself.
      ...[...element.childNodes].flatMap(({ nodeType, data }) => nodeType === 3 && element.tagName !== 'TEXTAREA' ? [data] : []),
      ...['title', 'aria-label', 'aria-valuetext', 'placeholder', 'alt'].map((name) => element.getAttribute(name) ?? ''),
    ].some((text) => /[\\u0000-\\u0008\\u202a-\\u202e\\u2066-\\u2069]/.test(text)) ? [element.outerHTML.slice(0, 160)] : []),
  })`);
}

/** The tab once nothing in it is still loading. */
async function settled(frame: Frame): Promise<string> {
  let shown = '';
  await eventually('everything is loaded', async () => {
    // On a busy machine a tab that was chosen just now does not even say yet that it is loading.
    const before = shown;
    shown = await frame.locator('main').innerText();
    return shown === before && !/Opening |Working out|Loading/u.test(shown);
  });
  return shown;
}

const missingIn = (shown: string, marks: readonly string[]): readonly string[] =>
  marks.filter((mark) => !shown.includes(`«${mark}»`));

/** Some of what the tabs of the settings show. */
const SETTINGS_SHOW: Readonly<Record<string, readonly string[]>> = {
  Versions: ['why published'],
  Customers: ['outside customer', 'segment', 'customer'],
};

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
    expect(
      missingIn(shown, [
        'rubric',
        'priority',
        'override',
        'item owner',
        'appeal',
        'person eve',
        'outside ticket',
        'outside incident',
        'segment',
        'update',
      ]),
    ).toEqual([]);
    expect({ page: { ...(await harmIn(page)), turning: [] } }).toEqual({ page: HARMLESS });
    expect(errors).toEqual([]);
    await page.close();
  });

  it('in every item of a post-mortem is shown as text once somebody opens it', async () => {
    const { page, errors } = await openPage(jira, `/browse/${ISSUE}`, { width, height: 2400 });
    const panel = await panelAt(page, 'Post-mortem');
    const heads = panel.locator('button[aria-expanded]');
    await heads.first().waitFor();
    const harm: Record<string, Harm> = {};
    let shown = '';
    for (let at = 0; at < (await heads.count()); at += 1) {
      await heads.nth(at).click();
      await heads.nth(at).locator('xpath=../../div').waitFor();
      shown += await settled(panel);
      // What is written in fields is no text of the page.
      shown += await panel.evaluate<string>(
        `[...document.querySelectorAll('textarea')].map(({ value }) => value).join()`,
      );
      harm[`item ${at}`] = await harmIn(panel);
      if (at % 3 === 0) await screenshot(page, `hostile-item-${at}-${width}`);
    }
    await panel.getByText('Who did what').click();
    shown += await settled(panel);
    harm['log'] = await harmIn(panel);
    expect(harm).toEqual(Object.fromEntries(Object.keys(harm).map((where) => [where, HARMLESS])));
    expect(
      missingIn(shown, [
        'note impact',
        'note timeline',
        'note detection',
        'factor',
        'action',
        'shared with',
        'summary',
        'said',
        'no action',
      ]),
    ).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('in the draft of a customer update and in a new override stays in its fields', async () => {
    const { page, errors } = await openPage(jira, `/browse/${ISSUE}`, { width, height: 2400 });
    let panel = await panelAt(page, 'Customer update');
    await panel.getByLabel('Expected to be resolved by').fill(hostile('expected', 100));
    await panel.getByLabel('What customers can do until then').fill(hostile('workaround'));
    expect(await panel.getByLabel('The text as customers will read it').inputValue()).toContain(
      '«workaround»',
    );
    const harm: Record<string, Harm> = { update: await harmIn(panel) };
    panel = await panelAt(page, 'Lane');
    await panel.getByLabel('Reason (required)').fill(hostile('reason', 500));
    await panel.getByRole('radio', { name: 'Stability' }).check();
    await panel.getByText('Effect:').waitFor();
    harm['override'] = await harmIn(panel);
    expect(harm).toEqual({ update: HARMLESS, override: HARMLESS });
    expect(errors).toEqual([]);
    await page.close();
  });

  it('in a rubric is shown as text in each tab of the settings', async () => {
    const { page, errors } = await openPage(jira, '/projects/HOST/settings', {
      width,
      height: 2400,
    });
    const harm: Record<string, Harm> = {};
    for (const tab of ['Rubric', 'Versions', 'Customers', 'Setup check', 'Work', 'Pilot']) {
      const settings = await settingsAt(page, tab);
      const shown = await settled(settings);
      await screenshot(page, `hostile-settings-${tab.toLowerCase().replace(' ', '-')}-${width}`);
      harm[tab] = await harmIn(settings);
      expect(missingIn(shown, SETTINGS_SHOW[tab] ?? [])).toEqual([]);
    }
    expect(harm).toEqual(Object.fromEntries(Object.keys(harm).map((where) => [where, HARMLESS])));
    expect(errors).toEqual([]);
    await page.close();
  });
});

/** What a button of the frame puts on the clipboard. */
async function copiedBy(frame: Frame, button: string): Promise<string> {
  await frame.evaluate(
    `Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text) => { window.copied = text; } } })`,
  );
  await frame.getByRole('button', { name: button }).click();
  await frame.getByText('Copied', { exact: true }).last().waitFor();
  return frame.evaluate<string>('window.copied');
}

describe('hostile text', () => {
  it('is copied as plain text, in which nothing turns, hides or poses as an entry of the log', async () => {
    const { page, errors } = await openPage(jira, `/browse/${ISSUE}`, { height: 2400 });
    const log = await panelAt(page, 'Decisions');
    await settled(log);
    const text = await copiedBy(log, 'Copy as text');
    expect(text).toContain('Reason: «override» <script>window.hacked=1</script><img src=x');
    expect(text).toContain('«forged»');
    expect(text).not.toMatch(UNSEEN);
    const entries = await log
      .getByRole('tabpanel', { name: 'Decisions' })
      .getByRole('article')
      .count();
    expect(text.split('\n').filter((line) => /^\S/u.test(line))).toHaveLength(1 + entries);
    const postMortem = await panelAt(page, 'Post-mortem');
    await postMortem.locator('#pm-item-shared').click();
    const markdown = await copiedBy(postMortem, 'Copy as Markdown');
    expect(markdown).toContain('«factor»');
    expect(markdown).not.toMatch(UNSEEN);
    expect(markdown).not.toMatch(/(?<!\\)<(script|img|svg)/u);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('goes through export and import of a rubric as it is, in both formats', async () => {
    const { page } = await openPage(jira, `/browse/${ISSUE}`);
    for (const format of ['json', 'yaml'] as const) {
      const { text } = await ask(page, 'rubric.export', { project: 'HOST', version: null, format });
      expect(await ask(page, 'rubric.import', { project: 'HOST', text })).toMatchObject({
        problems: [],
        document: { name: hostileRubric.name, vocabulary: hostileRubric.vocabulary },
      });
    }
    await page.close();
  });

  it('comes back from storage, export and Jira as it was sent, and goes out as text', async () => {
    const { page } = await openPage(jira, `/browse/${ISSUE}`);
    const view = await ask(page, 'score.view', {});
    expect(view.rubric.name).toBe(hostileRubric.name);
    expect(
      (await ask(page, 'override.view', {})).overrides.map(({ reason }) => reason),
    ).toContainEqual(expect.stringContaining(hostile('override', 280)));
    const { markdown } = await ask(page, 'postmortem.view', {});
    expect(markdown).toContain('«factor»');
    expect(markdown).not.toMatch(/(?<!\\)<(script|img|svg)/u);
    const { comments } = await rest<{ readonly comments: readonly { readonly body: unknown }[] }>(
      page,
      'GET',
      '/rest/api/3/issue/SUP-1/comment',
    );
    const sent = comments
      .map(({ body }) => textsIn(body))
      .find((text) => text.includes('«update»'));
    expect(sent).toContain('<script>window.hacked=1</script><img src=x');
    await page.close();
  });
});

/** The text nodes of a document, and nothing of any other kind of node. */
function textsIn(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  if (Array.isArray(node)) return node.map(textsIn).join('');
  const { type, text, content } = node as {
    readonly type?: unknown;
    readonly text?: unknown;
    readonly content?: unknown;
  };
  return type === 'text' && typeof text === 'string' ? text : textsIn(content);
}
