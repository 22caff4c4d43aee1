import type { Frame, Page } from 'playwright-core';
import { panelAt } from './as-person';
import { littleJira, openPage, screenshot, seriousFindings, surface } from './little-jira';

const jira = littleJira();

async function become(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /Switch user/u }).press('Enter');
  await page.getByText(name).first().click();
  await page.getByRole('button', { name: new RegExp(`^You are ${name}`, 'u') }).waitFor();
}

async function moveTo(page: Page, status: string): Promise<void> {
  await page.getByRole('button', { name: /Change status$/u }).press('Enter');
  await page.getByRole('menuitem', { name: new RegExp(`^${status}`, 'u') }).click();
}

async function link(page: Page, key: string): Promise<void> {
  await page.getByRole('button', { name: 'Add link' }).press('Enter');
  await page.getByRole('combobox', { name: 'Kind of link' }).fill('relates');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Key of the other issue' }).fill(key);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: key }).first().waitFor();
}

/** The tab, as somebody opens it. */
const postMortem = (page: Page): Promise<Frame> => panelAt(page, 'Post-mortem');

async function choosePerson(panel: Frame, label: string, name: string): Promise<void> {
  await panel.getByRole('combobox', { name: label }).fill(name.slice(0, 4));
  await panel.getByRole('option', { name }).click();
}

async function createAction(panel: Frame, summary: string, owner: string): Promise<void> {
  await panel.getByRole('textbox', { name: 'What will be different afterwards' }).fill(summary);
  await choosePerson(panel, 'Owner', owner);
  await panel.getByRole('button', { name: 'Create the action in Jira' }).press('Enter');
  await panel.getByRole('listitem').filter({ hasText: summary }).first().waitFor();
}

const FIX = 'QUAY-417';

describe('a team that learns from an urgent fix', () => {
  it('cannot close it before its post-mortem is done, and the action that was to prevent the next incident rises when that comes', async () => {
    const { page, errors } = await openPage(jira, `/browse/${FIX}`);
    await become(page, 'Teo Okafor');
    await moveTo(page, 'Done');
    await page.getByRole('button', { name: 'Status: Done. Change status' }).waitFor();
    await moveTo(page, 'Closed');
    await page.getByText(/cannot be closed yet.* 8 of 9 items are open .*: An owner/u).first().waitFor();
    await screenshot(page, 'post-mortem-closing-refused');

    let panel = await postMortem(page);
    await panel.getByText('0 of 9 done', { exact: false }).waitFor();
    await panel.getByRole('button', { name: 'Next: Name an owner' }).press('Enter');
    await panel.getByRole('button', { name: 'I take it' }).press('Enter');
    await panel.getByRole('button', { name: 'Next: Confirm the impact' }).press('Enter');
    await panel.getByRole('textbox', { name: 'What you found' }).fill('Payouts stood still for 40 customers during two hours.');
    await panel.getByRole('button', { name: 'Save and tick' }).press('Enter');
    await panel.getByRole('button', { name: 'Next: Check the timeline' }).press('Enter');
    await panel.getByRole('region', { name: 'What Jira knows of how it went' }).getByText(/moved from .* to Done/u).first().waitFor();
    await screenshot(page, 'post-mortem-timeline');
    await panel.getByRole('button', { name: 'Save and tick' }).press('Enter');
    await panel.getByRole('button', { name: 'Next: Say how it was noticed' }).press('Enter');
    await panel.getByRole('button', { name: 'Save and tick' }).press('Enter');
    await panel.getByRole('alert').getByText(/Say what was found/u).waitFor();
    await panel.getByRole('textbox', { name: 'What you found' }).fill('A customer called: nothing watches the queue.');
    await panel.getByRole('button', { name: 'Save and tick' }).press('Enter');

    await panel.getByRole('button', { name: 'Next: Name what contributed' }).press('Enter');
    await panel.getByRole('combobox', { name: 'What kind' }).fill('Monitoring');
    await page.keyboard.press('Enter');
    await panel.getByRole('textbox', { name: 'What let it happen' }).fill('Teo Okafor did not look at the queue');
    await panel.getByRole('button', { name: 'Add the factor' }).press('Enter');
    await panel.getByRole('alert').getByText(/never a person/u).waitFor();
    await panel.getByRole('textbox', { name: 'What let it happen' }).fill('Nothing watches how old the oldest payout is');
    await panel.getByRole('button', { name: 'Add the factor' }).press('Enter');

    await panel.getByRole('button', { name: 'Next: Look whether it happened before' }).press('Enter');
    await panel.getByRole('button', { name: 'This is the first time' }).press('Enter');
    await panel.getByRole('button', { name: 'Next: Decide what to change' }).press('Enter');
    await createAction(panel, 'Alert when the oldest payout waits ten minutes', 'Omar Haddad');
    await createAction(panel, 'Release the ledger lock by itself', 'Hana Suzuki');
    await screenshot(page, 'post-mortem-actions');
    const action = (await panel.getByRole('link', { name: /^QUAY-/u }).first().textContent()) ?? '';

    await panel.getByRole('button', { name: 'Next: Review it' }).press('Enter');
    await panel.getByText('You own it: somebody else has to review it.').waitFor();
    await become(page, 'Mara Lindqvist');
    panel = await postMortem(page);
    await panel.getByRole('button', { name: 'Next: Review it' }).press('Enter');
    await panel.getByRole('button', { name: 'It convinces me' }).press('Enter');
    await panel.getByText('Complete', { exact: true }).waitFor();
    await panel.getByRole('button', { name: 'Next: Share it' }).press('Enter');
    await panel.getByRole('button', { name: 'Post it as a comment' }).press('Enter');
    await panel.getByText('9 of 9 done').waitFor();
    await page.getByText('Nothing watches how old the oldest payout is').first().waitFor();
    await screenshot(page, 'post-mortem-complete');

    await become(page, 'Teo Okafor');
    await moveTo(page, 'Closed');
    await page.getByRole('button', { name: 'Status: Closed. Change status' }).waitFor();

    await page.goto(`${jira.address}/browse/${action}`);
    panel = await surface(page, 'panel');
    await panel.waitForSelector('p[aria-live="polite"]');
    const scoreShown = async (): Promise<number> => Number(/^[\d.]+/u.exec((await panel.locator('p[aria-live="polite"]').first().textContent()) ?? '')?.[0]);
    const before = await scoreShown();
    await link(page, 'INC-60');
    for (const until = Date.now() + 20_000; (await scoreShown()) <= before && Date.now() < until; ) await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await scoreShown()).toBeGreaterThan(before);
    await panel.getByRole('row', { name: /^Recurring incidents/u }).first().waitFor();
    await screenshot(page, 'post-mortem-recurred');
    expect(errors.filter((error) => !error.includes('400'))).toEqual([]);
    await page.close();
  });

  it.each([['light', 320], ['light', 1280], ['dark', 320], ['dark', 1280]] as const)('finds nothing serious with axe in %s at %i px, with every item open in turn, and scrolls nothing sideways', async (scheme, width) => {
    const { page } = await openPage(jira, `/browse/${FIX}`, { scheme, width, height: 1800 });
    const panel = await postMortem(page);
    await panel.getByText('9 of 9 done').waitFor();
    const heads = panel.locator('button[aria-expanded]');
    for (let at = 0; at < (await heads.count()); at += 1) {
      await heads.nth(at).click();
      await heads.nth(at).locator('xpath=../../div').waitFor();
      expect(await panel.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBeLessThanOrEqual(0);
      expect(await seriousFindings(panel)).toEqual([]);
      if (at % 4 === 1) await screenshot(page, `post-mortem-${scheme}-${width}-${at}`);
    }
    await page.close();
  });

  it('can be filled in with the keyboard alone, and says where there is nothing to fill in', async () => {
    const { page } = await openPage(jira, '/browse/QUAY-401');
    const panel = await postMortem(page);
    const start = panel.getByRole('button', { name: /^Start (it now|one anyway)$/u });
    await start.focus();
    await page.keyboard.press('Enter');
    await panel.getByRole('button', { name: 'Next: Name an owner' }).focus();
    await page.keyboard.press('Enter');
    expect(await panel.locator(':focus').textContent()).toContain('An owner');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await panel.getByText('1 of 9 done', { exact: false }).waitFor();
    await page.close();
  });

  it('shows the second of two people what the first has written before theirs is saved, and keeps their words', async () => {
    const [one, other] = [await openPage(jira, '/browse/QUAY-426'), await openPage(jira, '/browse/QUAY-426')];
    await become(one.page, 'Mara Lindqvist');
    await become(other.page, 'Teo Okafor');
    const mara = await postMortem(one.page);
    await mara.getByRole('button', { name: /^Start/u }).press('Enter');
    await mara.getByRole('button', { name: 'Open: How long it took' }).press('Enter');
    const teo = await postMortem(other.page);
    await teo.getByRole('button', { name: 'Open: How long it took' }).press('Enter');
    await teo.getByRole('textbox', { name: 'What you found' }).fill('An alert fired after two hours.');

    await mara.getByRole('textbox', { name: 'What you found' }).fill('A customer told us.');
    await mara.getByRole('button', { name: 'Save and tick' }).press('Enter');
    await mara.getByRole('button', { name: 'Done: How long it took' }).waitFor();

    await teo.getByRole('button', { name: 'Save and tick' }).press('Enter');
    await teo.getByRole('alert').getByText(/Somebody else changed this a moment ago/u).waitFor();
    await teo.getByText('Now it says: A customer told us.').waitFor();
    expect(await teo.getByRole('textbox', { name: 'What you found' }).inputValue()).toBe('An alert fired after two hours.');
    await screenshot(other.page, 'post-mortem-two-people');
    await teo.getByRole('button', { name: 'Save', exact: true }).press('Enter');
    await teo.getByRole('alert').waitFor({ state: 'detached' });
    await Promise.all([one.page.close(), other.page.close()]);
  });
});
