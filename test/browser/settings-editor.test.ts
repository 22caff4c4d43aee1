import type { Frame, Page } from 'playwright-core';
import { eventually } from './as-person';
import { littleJira, openPage, seriousFindings } from './little-jira';
import { answerTo, PROJECT, settingsAt, weigh } from './settings-page';

const jira = littleJira();
let page: Page;
let settings: Frame;

beforeEach(async () => {
  ({ page } = await openPage(jira, `/projects/${PROJECT}/settings`));
  settings = await settingsAt(page, 'Rubric');
  await settings.getByRole('button', { name: /^Criteria/u }).waitFor();
});

afterEach(async () => {
  await page.close();
});

async function draftOf(criterion: string): Promise<unknown> {
  const { draft } = await answerTo(page, 'settings.view', { project: PROJECT });
  const document = draft?.document as
    { readonly criteria?: readonly { readonly id: string }[] } | undefined;
  return document?.criteria?.find(({ id }) => id === criterion) ?? null;
}

async function sharesNow(): Promise<readonly number[]> {
  const boxes = await settings.getByRole('spinbutton', { name: /^Share of .* in percent$/u }).all();
  return Promise.all(boxes.map(async (box) => Number(await box.inputValue())));
}

describe('the rubric editor', () => {
  it('keeps shares at 100 %, saves by itself, and shows the same after a reload', async () => {
    await weigh(settings, 'Priority', 50);
    const shares = await sharesNow();
    expect(shares.reduce((sum, share) => sum + Math.round(share * 10), 0)).toBe(1000);
    expect(shares[0]).toBe(50);
    await eventually('the draft is kept', async () => (await draftOf('priority')) !== null);
    await page.reload();
    settings = await settingsAt(page, 'Rubric');
    const priority = settings.getByRole('spinbutton', { name: 'Share of Priority in percent' });
    await priority.waitFor();
    expect(await priority.inputValue()).toBe('50');
  });

  it('says a problem at its place and in a list that leads there, and takes it back', async () => {
    await settings.getByRole('button', { name: /^Attention/u }).click();
    const immediate = settings.getByRole('spinbutton', { name: 'Immediate from' });
    const before = await immediate.inputValue();
    await immediate.fill('10');
    await settings.getByText('1 problem to put right before publishing').waitFor();
    await settings.getByRole('button', { name: /^Attention/u }).click();
    await settings.getByRole('button', { name: 'Bands: soon' }).click();
    const soon = settings.getByRole('spinbutton', { name: 'Soon from' });
    await soon.waitFor();
    await eventually(
      'the place has the focus',
      async () =>
        (await settings.evaluate('document.activeElement?.labels?.[0]?.textContent ?? null')) ===
        'Soon from',
    );
    await settings.getByRole('button', { name: 'Undo' }).press('Enter');
    await settings
      .getByText('1 problem to put right before publishing')
      .waitFor({ state: 'detached' });
    expect(await immediate.inputValue()).toBe(before);
  });

  it('adds a criterion from a field that the project really has, with how often it is set', async () => {
    const chooser = settings.getByRole('combobox', { name: 'Add a criterion to Business value' });
    await chooser.click();
    await chooser.fill('story points');
    const option = settings.getByRole('option', { name: /Story [Pp]oint/u }).first();
    await option.waitFor();
    expect(await option.innerText()).toMatch(
      /number · set on \d+\s% of \d+ .*issues · for example \d/u,
    );
    await option.click();
    await settings.getByRole('spinbutton', { name: /^Share of Story [Pp]oint/u }).waitFor();
    await settings.getByRole('img', { name: /^The curve: / }).waitFor();
  });

  it('has every section open without a serious finding of axe, in either theme and down to 320 pixels', async () => {
    for (const [scheme, width] of [
      ['light', 1280],
      ['dark', 320],
    ] as const) {
      const { page: other } = await openPage(jira, `/projects/${PROJECT}/settings`, {
        scheme,
        width,
      });
      const frame = await settingsAt(other, 'Rubric');
      await frame.getByRole('button', { name: /^Criteria/u }).waitFor();
      const closed = frame.locator('h3 > button[aria-expanded="false"]');
      while ((await closed.count()) > 0) await closed.first().click();
      expect(await seriousFindings(frame)).toEqual([]);
      expect(
        await frame.evaluate('document.documentElement.scrollWidth - innerWidth'),
      ).toBeLessThanOrEqual(0);
      await other.close();
    }
  });
});
