import type { Frame, Page } from 'playwright-core';
import { littleJira, openPage, screenshot, seriousFindings, type Scheme } from './little-jira';

const jira = littleJira();

async function formOf(page: Page): Promise<Frame> {
  const handle = await page.waitForSelector('iframe[src*="surface=ballast-"]');
  const frame = await handle.contentFrame();
  if (!frame) throw new Error('The form of the action has no frame');
  await frame.waitForSelector('form');
  return frame;
}

async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option }).first().click();
}

/** A work item of the sample that nothing hurries, the nth. */
async function anImprovement(page: Page, nth: number): Promise<string> {
  const body = JSON.stringify({
    jql: 'project = QUAY AND "Backlog lane" = "feature improvement" AND statusCategory != Done AND priority = Medium ORDER BY key',
    fields: ['key'],
  });
  const found = (await page.evaluate<unknown>(
    `fetch('/rest/api/3/search/jql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(body)} }).then((answer) => answer.json())`,
  )) as { issues: { key: string }[] };
  const key = found.issues[nth]?.key;
  if (key === undefined) throw new Error('The sample has too few improvements');
  return key;
}

describe('a person with rules', () => {
  it('makes one with the form of an action, and sees it rescore a work item', async () => {
    const { page, errors } = await openPage(jira, '/automation');
    await page.getByText('No rules yet').waitFor();
    await page.getByRole('button', { name: 'Create rule' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Rescore when the priority moves');
    await choose(page, 'Trigger', 'Work item edited');
    await page.getByRole('textbox', { name: /^Fields/u }).fill('Priority');
    const form = await formOf(page);
    const field = form.getByRole('textbox', { name: 'Work item' });
    expect(await field.inputValue()).toBe('{{issue.key}}');

    await field.fill('not a key');
    await page.getByRole('button', { name: 'Save rule' }).click();
    await page.getByText('Something in the form of the action is missing or wrong.').waitFor();
    expect(await form.getByRole('alert').textContent()).toBe('A key looks like PAY-12.');
    await field.fill('{{issue.key}}');
    await screenshot(page, 'automation-editor');
    await page.getByRole('button', { name: 'Save rule' }).click();
    const rule = page.getByRole('listitem', { name: 'Rescore when the priority moves' });
    await rule.getByText('When Priority changes').waitFor();

    const key = await anImprovement(page, 0);
    await page.goto(`${jira.address}/browse/${key}`);
    await page.getByRole('button', { name: /edit Priority$/u }).click();
    await page.getByRole('option', { name: 'Highest' }).click();
    await page.getByRole('link', { name: 'Automation' }).click();
    const run = page.getByRole('row', {
      name: new RegExp(`priority edited ${key} succeeded`, 'u'),
    });
    await run.waitFor();
    expect(await run.textContent()).toMatch(/score\d/u);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('reads why a rule failed, and switches it off', async () => {
    const { page } = await openPage(jira, '/automation');
    const rule = page.getByRole('listitem', { name: 'Rescore when the priority moves' });
    await rule.getByRole('textbox', { name: /Work item to run/u }).fill('QUAY-99999');
    await rule.getByRole('button', { name: 'Run now' }).click();
    await page.getByText('Work item is empty').waitFor();
    await rule.getByText('Enabled').click();
    await rule.getByText('Disabled').waitFor();
    await page.close();
  });

  it('plays an incident tool, and sees the work item burn and calm down', async () => {
    const { page, errors } = await openPage(jira, '/issues');
    const key = await anImprovement(page, 1);
    await page.getByRole('link', { name: 'Automation' }).click();
    await page.getByRole('textbox', { name: 'Work item it names' }).fill(key);
    await choose(page, 'What happens', 'It gets worse');
    await page.getByRole('button', { name: 'Send webhook' }).click();
    await page.getByText('Answered 202').waitFor();
    await page.goto(`${jira.address}/browse/${key}`);
    const rail = page.getByRole('complementary', { name: 'Details' });
    await rail.getByText('Hot fix').first().waitFor();
    await page.getByRole('link', { name: 'Automation' }).click();
    await page.getByRole('textbox', { name: 'Work item it names' }).fill(key);
    await choose(page, 'What happens', 'It is over');
    await page.getByRole('button', { name: 'Send webhook' }).click();
    await page.getByText('Answered 202').waitFor();
    await page.goto(`${jira.address}/browse/${key}`);
    await rail.getByText('Hot fix').first().waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
    await page.close();
  });
});

const views = (['light', 'dark'] as const satisfies readonly Scheme[]).flatMap((scheme) =>
  [320, 1280].map((width) => [scheme, width] as const),
);
const actions = ['Rescore work item', 'Rescore project', 'Record evidence', 'Override lane'];

describe('the looks of automation', () => {
  it.each(views)(
    'list and audit log in %s at %i px have no serious finding of axe',
    async (scheme, width) => {
      const { page, errors } = await openPage(jira, '/automation', { scheme, width, height: 1400 });
      await page.getByRole('heading', { name: 'Audit log' }).waitFor();
      await screenshot(page, `automation-${scheme}-${width}`);
      expect(await seriousFindings(page)).toEqual([]);
      expect(
        await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        ),
      ).toBeLessThanOrEqual(0);
      expect(errors).toEqual([]);
      await page.close();
    },
  );

  it.each(views)(
    'every form in %s at %i px has no serious finding of axe, nor scrolls sideways',
    async (scheme, width) => {
      const { page, errors } = await openPage(jira, '/automation', { scheme, width, height: 1900 });
      await page.getByRole('button', { name: 'Create rule' }).click();
      for (const action of actions) {
        await choose(page, 'Action', action);
        await page.waitForSelector(`iframe[title="Settings of ${action}"]`);
        const form = await formOf(page);
        await form.getByRole('heading', { name: action }).waitFor();
        await screenshot(
          page,
          `action-${action.toLowerCase().replaceAll(' ', '-')}-${scheme}-${width}`,
        );
        for (const part of [page, form]) {
          expect(await seriousFindings(part)).toEqual([]);
          expect(
            await part.evaluate(
              'document.documentElement.scrollWidth - document.documentElement.clientWidth',
            ),
          ).toBeLessThanOrEqual(0);
        }
      }
      expect(errors).toEqual([]);
      await page.close();
    },
  );
});
