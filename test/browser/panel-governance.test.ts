import type { Frame, Page } from 'playwright-core';
import { become, eventually, panelAt, rest } from './as-person';
import { littleJira, openPage, screenshot, seriousFindings, surface, type Scheme } from './little-jira';

const jira = littleJira(async (jira) => {
  const { page } = await openPage(jira, '/browse/QUAY-60');
  await surface(page, 'panel');
  const document = { capacity: { count: 'effort', scopeCreep: 0.25, lanes: { 'hot fix': { least: 0, most: 0.2, owner: 'sample-omar' } } } };
  await rest(page, 'POST', '/__forge/bridge', {
    surface: 'ballast-panel', issueKey: 'QUAY-60', command: 'invoke', data: { functionKey: 'rubric.publish', payload: { project: 'QUAY', reason: 'The lane has an owner', document } },
  });
  await page.close();
});

interface Fields {
  readonly fields: { readonly duedate: string | null; readonly assignee: { readonly accountId: string } | null; readonly customfield_10021: readonly { readonly value: string }[] | null };
}
const fieldsOf = async (page: Page, key: string) => (await rest<Fields>(page, 'GET', `/rest/api/3/issue/${key}?fields=duedate,assignee,customfield_10021`)).fields;
const comments = async (page: Page, key: string) => JSON.stringify(await rest(page, 'GET', `/rest/api/3/issue/${key}/comment`));
/** The tab once it is whole: while its parts arrive they push each other down. */
async function laneTab(page: Page): Promise<Frame> {
  const panel = await panelAt(page, 'Lane');
  await panel.getByRole('heading', { name: 'Open work by lane' }).waitFor().catch(async (cause: unknown) => {
    throw new Error(`The lane tab shows: ${(await panel.locator('main').innerText()).slice(-1_500)}`, { cause });
  });
  await panel.getByLabel('Pin a lane').waitFor();
  return panel;
}
const link = (page: Page, to: string, from: string) => rest(page, 'POST', '/rest/api/3/issueLink', { type: { name: 'Relates' }, inwardIssue: { key: from }, outwardIssue: { key: to } });

describe('urgent work in the panel', () => {
  it('goes from an incident linked to a feature request to flag, due date, owner, and a customer update on two support tickets', async () => {
    const { page, errors } = await openPage(jira, '/browse/QUAY-60', { height: 2200 });
    await surface(page, 'panel');
    expect(await fieldsOf(page, 'QUAY-60')).toMatchObject({ duedate: null, assignee: null });
    await link(page, 'SUP-3', 'QUAY-60');
    await link(page, 'SUP-8', 'QUAY-60');
    await link(page, 'INC-54', 'QUAY-60');
    await eventually('the hot fix has flag, due date and owner', async () => {
      const { duedate, assignee, customfield_10021: flagged } = await fieldsOf(page, 'QUAY-60');
      return duedate !== null && assignee?.accountId === 'sample-omar' && flagged?.[0]?.value === 'Impediment';
    });
    await page.reload();
    const log = await panelAt(page, 'Decisions');
    await log.getByRole('tabpanel', { name: 'Decisions' }).getByText('Due date: 2026-11-17').waitFor();
    await log.getByRole('tabpanel', { name: 'Decisions' }).getByText('Assignee: the owner of the lane hot fix').waitFor();
    await log.getByRole('tabpanel', { name: 'Decisions' }).getByText('Flag: Impediment').waitFor();
    expect(await log.getByRole('article').allTextContents()).toContainEqual(expect.stringMatching(/Lane: feature improvement → hot fix.*SEV1 incident INC-54 is open.*1 new incident/su));

    const composer = await panelAt(page, 'Customer update');
    await composer.getByText('1 day left').waitFor();
    await composer.getByLabel('What customers can do until then').fill('Post the payment by hand.');
    await composer.getByLabel('I have read the text').check();
    await composer.getByRole('button', { name: 'Send to 2 requests' }).press('Enter');
    await composer.getByText(/^Sent to SUP-/u).waitFor();
    for (const key of ['SUP-3', 'SUP-8']) expect(await comments(page, key)).toContain('Post the payment by hand.');
    await composer.getByRole('tabpanel', { name: 'Customer update' }).getByText('Customer update: sent to').waitFor();
    await screenshot(page, 'panel-customer-update');
    expect(errors).toEqual([]);
    await page.close();
  });

  it('sends nothing before the text was read, and asks again when it changed', async () => {
    const { page } = await openPage(jira, '/browse/QUAY-417', { height: 2200 });
    const composer = await panelAt(page, 'Customer update');
    const send = composer.getByRole('button', { name: /^Send to/u });
    await send.waitFor();
    expect(await send.isDisabled()).toBe(true);
    await composer.getByLabel('I have read the text').check();
    expect(await send.isDisabled()).toBe(false);
    await composer.getByLabel('The text as customers will read it').fill('Something else');
    expect(await send.isDisabled()).toBe(true);
    await page.close();
  });
});

describe('an override in the panel', () => {
  async function pin(page: Page, lane: string, reason: string): Promise<void> {
    const panel = await laneTab(page);
    await panel.getByLabel(lane, { exact: true }).check();
    await panel.getByLabel('Reason (required)').fill(reason);
    await panel.getByText(/^Effect: lane/u).waitFor();
    await panel.getByRole('button', { name: /^(Ask for approval|Override)$/u }).press('Enter');
  }

  it('of a member waits for an administrator; that of the lane owner does not', async () => {
    const { page, errors } = await openPage(jira, '/browse/QUAY-87', { height: 2600 });
    await become(page, 'sample-luca');
    await pin(page, 'Strategic bet', 'The board wants it');
    await (await surface(page, 'panel')).getByText('Waits for approval').waitFor();
    await become(page, 'sample-mara');
    const approver = await laneTab(page);
    await approver.getByRole('button', { name: 'Approve' }).press('Enter');
    await approver.getByText('In force').waitFor();
    await approver.getByText(/A person pinned it/u).waitFor();
    await approver.getByRole('button', { name: 'Take back' }).press('Enter');
    await approver.getByText('In force').waitFor({ state: 'detached' });
    await become(page, 'sample-omar');
    await pin(page, 'Hot fix', 'My lane');
    await (await surface(page, 'panel')).getByText('In force').waitFor();
    await screenshot(page, 'panel-override');
    expect(errors).toEqual([]);
    await page.close();
  });

  it('of the second of two people is not saved before they see the first', async () => {
    const { page: first } = await openPage(jira, '/browse/QUAY-105', { height: 2600 });
    await become(first, 'sample-mara');
    const theirs = await laneTab(first);
    await theirs.getByRole('form', { name: 'New override' }).waitFor();
    await theirs.getByLabel('Stability', { exact: true }).check();
    await theirs.getByLabel('Reason (required)').fill('It keeps breaking');
    const context = await jira.browser.newContext({ viewport: { width: 1280, height: 2600 } });
    const second = await context.newPage();
    await second.goto(`${jira.address}/browse/QUAY-105`);
    await become(second, 'sample-teo');
    const mine = await laneTab(second);
    await mine.getByLabel('Strategic bet', { exact: true }).check();
    await mine.getByLabel('Reason (required)').fill('It is a bet');
    await theirs.getByRole('button', { name: 'Override', exact: true }).press('Enter');
    await theirs.getByText('In force').waitFor();
    await mine.getByRole('button', { name: 'Override', exact: true }).press('Enter');
    await mine.getByText(/Mara Lindqvist changed the overrides of this issue before you saved yours/u).waitFor();
    await mine.getByRole('list', { name: 'Overrides of this issue' }).getByText('It keeps breaking').waitFor();
    expect(await mine.getByText('In force').count()).toBe(1);
    await context.close();
    await first.close();
  });

  it('ends by its date through the daily run, and the log says so', async () => {
    const { page } = await openPage(jira, '/browse/QUAY-131', { height: 2600 });
    await become(page, 'sample-mara');
    const today = await rest<{ readonly now: number }>(page, 'GET', '/__host/clock');
    const panel = await laneTab(page);
    await panel.getByLabel('Last day (required)').fill(new Date(today.now + 86_400_000).toISOString().slice(0, 10));
    await pin(page, 'Strategic bet', 'For two days');
    await panel.getByText('In force').waitFor();
    for (let day = 0; day < 3; day++) await rest(page, 'POST', '/__host/clock/advance', { ms: 86_400_000 });
    await eventually('the daily run lifted the override', async () => {
      const { issues } = await rest<{ readonly issues: readonly unknown[] }>(page, 'POST', '/rest/api/3/search/jql', { jql: 'key = QUAY-131 AND "Backlog lane" = "strategic bet"', fields: ['key'] });
      return issues.length === 0;
    });
    await page.reload();
    const log = await panelAt(page, 'Decisions');
    await log.getByText(/Override: lane strategic bet → ended/u).first().waitFor();
    await page.close();
  });

  it('is not offered to who may not edit, with the reason', async () => {
    const { page } = await openPage(jira, '/browse/QUAY-87', { height: 2600 });
    await become(page, 'sample-ruth');
    const panel = await laneTab(page);
    await panel.getByText('You may not edit issues of this project.').waitFor();
    expect(await panel.getByLabel('Reason (required)').count()).toBe(0);
    await page.close();
  });
});

describe('every tab of the panel', () => {
  const tabs = ['Score', 'Lane', 'Decisions', 'Customer update', 'Post-mortem'];
  const views = (['light', 'dark'] as const).flatMap((scheme: Scheme) => [320, 1280].map((width) => [scheme, width] as const));

  it.each(views)('in %s at %i px has no serious finding of axe, nor scrolls sideways', async (scheme, width) => {
    const { page, errors } = await openPage(jira, '/browse/QUAY-60', { scheme, width, height: 2600 });
    for (const tab of tabs) {
      const panel = await panelAt(page, tab);
      await panel.getByRole('tabpanel', { name: tab }).getByRole('heading').first().waitFor();
      await panel.waitForTimeout(300);
      expect({ tab, findings: await seriousFindings(panel) }).toEqual({ tab, findings: [] });
      expect({ tab, sideways: await panel.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth') }).toEqual({ tab, sideways: 0 });
      await screenshot(page, `panel-${tab.toLowerCase().replaceAll(' ', '-')}-${scheme}-${width}`);
    }
    expect(errors).toEqual([]);
    await page.close();
  });

  it('is reached and used by keyboard alone', async () => {
    const { page } = await openPage(jira, '/browse/QUAY-105', { height: 2600 });
    const panel = await surface(page, 'panel');
    await panel.getByRole('tab', { name: 'Score' }).focus();
    await page.keyboard.press('ArrowRight');
    await panel.getByRole('form', { name: 'New override' }).waitFor();
    expect(await panel.getByRole('tab', { name: 'Lane' }).getAttribute('aria-selected')).toBe('true');
    await panel.getByLabel('Pin a lane').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    await page.keyboard.type('5');
    await page.keyboard.press('Tab');
    await page.keyboard.type('By keyboard');
    await page.keyboard.press('Enter');
    await panel.getByRole('list', { name: 'Overrides of this issue' }).getByText('+5 points').waitFor();
    await page.close();
  });

  it('shows hostile text harmlessly', async () => {
    const { page, errors } = await openPage(jira, '/browse/QUAY-60', { height: 2600 });
    const hostile = `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script> \u202eesrever\u202c 😀 ${'x'.repeat(150)}`;
    await rest(page, 'PUT', '/rest/api/3/issue/SUP-3', { fields: { summary: hostile } });
    await become(page, 'sample-mara');
    const lane = await laneTab(page);
    await lane.getByLabel('Strategic bet', { exact: true }).check();
    await lane.getByLabel('Reason (required)').fill(hostile);
    await lane.getByRole('button', { name: /^(Ask for approval|Override)$/u }).press('Enter');
    await lane.getByText('In force').waitFor();
    for (const tab of tabs) {
      const panel = await panelAt(page, tab);
      await panel.getByRole('tabpanel', { name: tab }).getByRole('heading').first().waitFor();
      expect(await panel.evaluate('window.hacked')).toBeUndefined();
      expect(await panel.locator('img[src="x"]').count()).toBe(0);
      expect(await panel.locator('main').textContent()).not.toContain('\u202e');
      expect(await panel.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
    }
    expect(errors).toEqual([]);
    await page.close();
  });
});
