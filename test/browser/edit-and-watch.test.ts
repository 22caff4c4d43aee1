import type { Frame, Page } from 'playwright-core';
import { littleJira, openPage, screenshot, surface } from './little-jira';

const jira = littleJira();

/** Of a middling score of its own: nothing waits for it. */
const MIDDLING = 'QUAY-358';

/** Found as a person would find it: in the list, by its lane. */
async function openAStory(page: Page): Promise<string> {
  await page.getByRole('button', { name: /^Feature improvement/u }).click();
  // The list as it was shows until the other one is there.
  await page.locator('tbody tr').first().getByText('Feature improvement').waitFor();
  await page.locator('tbody').getByRole('link', { name: MIDDLING, exact: true }).press('Enter');
  await page.waitForURL(`**/browse/${MIDDLING}`);
  return MIDDLING;
}

/** The score that the panel shows. */
const shownScore = async (panel: Frame): Promise<number> => {
  const text = await panel.locator('p[aria-live="polite"]').first().textContent();
  return Number(/^[\d.]+/u.exec(text ?? '')?.[0]);
};

async function waitForScore(panel: Frame, wanted: (score: number) => boolean): Promise<number> {
  const until = Date.now() + 20_000;
  for (;;) {
    const score = await shownScore(panel);
    if (wanted(score)) return score;
    if (Date.now() > until) throw new Error(`The panel still shows ${score}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const lineOf = (panel: Frame, label: string) =>
  panel.getByRole('row', { name: new RegExp(label, 'u') }).first();

describe('a person in the little Jira', () => {
  it('raises a priority and links an incident, and sees score, lane and line table change without reloading', async () => {
    const { page, errors } = await openPage(jira, '/issues');
    const key = await openAStory(page);
    await page.evaluate('window.neverReloaded = true');
    const panel = await surface(page, 'panel');
    await panel.waitForSelector('p[aria-live="polite"]');
    const before = await shownScore(panel);

    await page.getByRole('button', { name: /edit Priority$/u }).click();
    await page.getByRole('option', { name: 'Highest' }).click();
    const raised = await waitForScore(panel, (score) => score > before);
    expect(await lineOf(panel, 'Priority').textContent()).toContain('Highest');

    await page.getByRole('button', { name: 'Add link' }).click();
    await page.getByRole('textbox', { name: 'Key of the other issue' }).fill('INC-54');
    await page.keyboard.press('Enter');
    const burning = await waitForScore(panel, (score) => score > raised);
    expect(await lineOf(panel, 'Incidents').textContent()).toContain('INC-54');
    expect(await panel.locator('main').textContent()).toMatch(/Hot fix/iu);

    const rail = page.getByRole('complementary', { name: 'Details' });
    await rail.getByText('Hot fix').first().waitFor();
    await rail.getByText(burning.toFixed(1)).first().waitFor();
    const glance = await surface(page, 'glance');
    await glance.getByText(burning.toFixed(1)).first().waitFor();
    expect(await page.evaluate('window.neverReloaded')).toBe(true);
    await screenshot(page, 'after-linking-an-incident');

    await page.getByRole('link', { name: 'Issues' }).first().click();
    await page.getByRole('button', { name: /^Hot fix/u }).click();
    await page.locator('tbody').getByRole('link', { name: key }).waitFor();
    expect(errors).toEqual([]);
    await page.close();
  });

  it('who may not see the incidents sees the same score without them', async () => {
    const { page } = await openPage(jira, '/browse/QUAY-417');
    const panel = await surface(page, 'panel');
    await panel.waitForSelector('p[aria-live="polite"]');
    const full = await shownScore(panel);
    expect(await panel.locator('main').textContent()).toContain('INC-54');
    await page.getByRole('button', { name: /Switch user/u }).click();
    await page.getByText('Gil Navarro').first().click();
    await page.getByRole('button', { name: /^You are Gil Navarro/u }).waitFor();
    const limited = await surface(page, 'panel');
    await limited.waitForSelector('p[aria-live="polite"]');
    expect(await shownScore(limited)).toBe(full);
    const text = await limited.locator('main').textContent();
    expect(text).not.toContain('INC-54');
    expect(text).toMatch(/may not see/u);
    await page.close();
  });
});
