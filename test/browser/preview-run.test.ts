import type { Page } from 'playwright-core';
import { rest } from './as-person';
import { jiraOf, openPage, screenshot } from './little-jira';
import { settingsAt, weigh } from './settings-page';

/** With their incidents more than one answer holds. */
const ISSUES = 20_050;
// Scoring so many takes a minute or two, and the run over them another, on a busy machine more.
jest.setTimeout(600_000);
const began = Date.now();
const jira = jiraOf(['test/browser/large-jira.ts', String(ISSUES)]);

const seconds = (from: number): number => Math.round((Date.now() - from) / 100) / 10;

/** The person's last run, as the resolver itself has it. */
async function lastRun(page: Page): Promise<unknown> {
  const { value } = await rest<{ readonly value: unknown }>(page, 'POST', '/__forge/bridge', {
    surface: 'ballast-admin',
    command: 'invoke',
    data: { functionKey: 'preview.view', payload: { project: null } },
  });
  return value;
}

describe('the preview of more than 20,000 issues', () => {
  it('is worked out in the background: it shows how far it is, is cancelled, and the next one finishes', async () => {
    const ready = seconds(began);
    const { page, errors } = await openPage(jira, '/admin/ballast', { height: 1400 });
    const settings = await settingsAt(page, 'Rubric', 'admin');
    const progress = settings.getByRole('progressbar', { name: 'Preview' });
    const said = settings.getByText(/issues of about 20,451 issues worked out/u);
    await said.waitFor({ timeout: 120_000 });
    await settings.getByText(/^[1-9][\d,]* issues of about/u).waitFor();
    expect(Number(await progress.getAttribute('value'))).toBeGreaterThan(0);
    await screenshot(page, 'preview-run');
    await settings.getByRole('button', { name: 'Cancel the preview' }).press('Enter');
    await settings
      .getByText('The preview was cancelled. Change the draft to begin another.')
      .waitFor();
    expect(await lastRun(page)).toMatchObject({
      ok: true,
      value: { state: 'cancelled', preview: null },
    });

    const again = Date.now();
    await weigh(settings, 'Incidents', 44);
    await said.waitFor();
    await settings
      .getByText('20,451 open issues, from Ballast’s own record: nothing is read from Jira')
      .waitFor({ timeout: 300_000 });
    const finished = seconds(again);
    await settings.getByRole('table', { name: 'Biggest movers' }).waitFor();
    expect(await lastRun(page)).toMatchObject({
      ok: true,
      value: { state: 'finished', total: 20_451, done: 20_451 },
    });
    await screenshot(page, 'preview-run-finished');
    console.info(
      `${ISSUES.toLocaleString('en')} issues and their incidents: scored and served after ${String(ready)} s; the preview's run took ${String(finished)} s`,
    );
    expect(errors).toEqual([]);
    await page.close();
  });
});
