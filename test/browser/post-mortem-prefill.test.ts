import type { Page } from 'playwright-core';
import { defaultPostMortem } from '../../src/core/rubric/presets/default-governance';
import { become, panelAt } from './as-person';
import { littleJira, openPage, screenshot, surface } from './little-jira';

/** A hot fix of the sample with one SEV2 incident; three older incidents read alike. */
const FIX = 'QUAY-266';
const INCIDENT = 'INC-60';

async function resolve(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Change status$/u }).press('Enter');
  await page.getByRole('menuitem', { name: /^Done/u }).click();
  await page.getByRole('button', { name: 'Status: Done. Change status' }).waitFor();
}

const jira = littleJira();

describe('a post-mortem that opens', () => {
  it('brings the default checklist, its due day, the impact and the timeline with it, and suggests what happened before', async () => {
    const { page, errors } = await openPage(jira, `/browse/${FIX}`, { height: 1800 });
    await become(page, 'sample-teo');
    await resolve(page);
    await page.reload();
    // Nobody has to look for it: of a resolved issue that owes one it is the tab that shows.
    const panel = await surface(page, 'panel');
    await panel.getByRole('tab', { name: /^Post-mortem/u, selected: true }).waitFor();
    await panel.getByText('0 of 9 done; closing waits for 8 items').waitFor();
    await panel.getByText('Due in 7 days').waitFor();
    const items = await panel
      .getByRole('list', { name: 'Checklist' })
      .getByRole('heading', { level: 3 })
      .allTextContents();
    expect(
      items.map((item) => item.replace(/^Open: |(?:holds up closing|can wait)$/gu, '').trim()),
    ).toEqual(defaultPostMortem.checklist.map(({ text }) => text));

    await panel.getByRole('button', { name: /^Open: .*impact/iu }).click();
    expect(await panel.locator('dl').last().innerText()).toMatch(
      new RegExp(`SEV2[\\s\\S]*${INCIDENT}`, 'u'),
    );

    await panel.getByRole('button', { name: /^Open: .*timeline/iu }).click();
    const timeline = panel.getByRole('region', { name: 'What Jira knows of how it went' });
    await timeline.getByText(/moved from .* to Done/u).waitFor();
    const told = await timeline.getByRole('listitem').allTextContents();
    expect(told[0]).toContain('was created');
    expect(told.filter((entry) => entry.includes(`${INCIDENT} was raised`))).toHaveLength(1);
    const times = await panel.evaluate<readonly string[]>(
      `[...document.querySelectorAll('[role=region] time')].map(({ dateTime }) => dateTime)`,
    );
    expect(times.length).toBe(told.length);
    expect(times).toEqual([...times].sort());
    await screenshot(page, 'post-mortem-prefilled');

    await panel.getByRole('button', { name: /^Open: .*happened before/iu }).click();
    const choices = panel.getByRole('group', { name: 'Which of these was the same?' });
    await choices.getByText('INC-33').first().waitFor();
    expect(await choices.getByRole('checkbox').count()).toBe(3);
    expect(await choices.locator('label').first().textContent()).toMatch(/^INC-33 /u);
    await choices.getByText(/38 % of the words are the same/u).waitFor();
    // Ballast suggests; that it was the same is for a person to say.
    expect(await choices.getByRole('checkbox', { checked: true }).count()).toBe(0);
    await choices.getByRole('checkbox').first().check();
    await screenshot(page, 'post-mortem-suggestions');
    await panel.getByRole('button', { name: 'It happened before', exact: true }).click();
    await panel.getByRole('button', { name: /^Done: .*happened before/iu }).waitFor();
    expect(errors).toEqual([]);
    await page.close();
  });

  it('suggests nothing that the person may not see', async () => {
    const { page } = await openPage(jira, `/browse/${FIX}`, { height: 1800 });
    await become(page, 'sample-gil');
    const panel = await panelAt(page, 'Post-mortem');
    const heads = panel.locator('button[aria-expanded]');
    await heads.first().waitFor();
    for (let at = 0; at < (await heads.count()); at += 1) {
      await heads.nth(at).click();
      await heads.nth(at).locator('xpath=../../div').waitFor();
      await panel.waitForTimeout(300);
      expect(await panel.locator('main').innerText()).not.toMatch(
        /\bINC\b|Payout batch|Connection to one bank/u,
      );
    }
    // It was looked for, and is no notice of a search that Jira refused.
    await panel.getByRole('button', { name: /happened before/iu }).click();
    await panel.getByText(/^Nothing among the incidents that you may see/u).waitFor();
    await page.close();
  });
});
