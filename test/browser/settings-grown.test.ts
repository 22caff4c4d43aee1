import type { Page } from 'playwright-core';
import { CRITERIA, FIELDS, grownBacklog, grownRubric } from './a-grown-backlog';
import { eventually, rest } from './as-person';
import { littleJira, openPage, screenshot, seriousFindings } from './little-jira';
import { answerTo, PROJECT, settingsAt, weigh } from './settings-page';

const VERSIONS = 45;
const SETTINGS = `/projects/${PROJECT}/settings`;

/** Storage allows only so much in a minute. */
const BETWEEN_MS = 60_000;

const jira = littleJira(
  async (world) => {
    const { page } = await openPage(world, SETTINGS);
    for (let base = 0; base < VERSIONS; base += 1) {
      const answer = await answerTo(page, 'rubric.publish', {
        project: PROJECT,
        document: grownRubric(base),
        reason: `Round ${String(base)}`,
        base,
      });
      if (!answer.ok) throw new Error(`Version ${String(base + 1)} was not published`);
      await rest(page, 'POST', '/__host/clock/advance', { ms: BETWEEN_MS });
    }
    await eventually('all is scored by the newest', async () => {
      await rest(page, 'POST', '/__host/clock/advance', { ms: 250_000 });
      return (await answerTo(page, 'job.view', { project: PROJECT }))?.state === 'finished';
    });
    await page.close();
  },
  '--import',
  grownBacklog(),
);

let page: Page;
let errors: readonly string[];

beforeEach(async () => {
  ({ page, errors } = await openPage(jira, SETTINGS, { height: 1200 }));
});

afterEach(async () => {
  expect(errors).toEqual([]);
  await page.close();
});

/** Printed, never asserted: a busy machine is no failure. */
async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  process.stdout.write(`    ${what}: ${((performance.now() - start) / 1_000).toFixed(1)} s\n`);
  return result;
}

describe(`settings with ${String(FIELDS)} fields, ${String(CRITERIA)} criteria and ${String(VERSIONS)} versions`, () => {
  it('open, take a weight, and the preview follows', async () => {
    const settings = await timed('opening the settings', async () => {
      const frame = await settingsAt(page, 'Rubric');
      await frame
        .getByRole('spinbutton', { name: `Share of Criterion ${String(CRITERIA - 1)} in percent` })
        .waitFor();
      return frame;
    });
    expect(await settings.getByRole('spinbutton', { name: /^Share of Criterion/u }).count()).toBe(
      CRITERIA,
    );
    const preview = settings.getByText(/open issues, from Ballast’s own record/u);
    await timed('first preview', () => preview.waitFor());
    await timed('fill rates of the fields', () => settings.getByText(/% set/u).first().waitFor());
    await timed('a weight is changed and shown', () => weigh(settings, 'Criterion 7', 40));
    await timed('the preview follows', () =>
      settings
        .getByText(/Criterion 7 .* → 40 %/u)
        .first()
        .waitFor(),
    );
    await screenshot(page, 'settings-grown-rubric');
    expect(await timed('axe', () => seriousFindings(settings))).toEqual([]);
  });

  it('find a field by its name among hundreds and make a criterion of it, once there is room', async () => {
    const settings = await settingsAt(page, 'Rubric');
    await settings.getByRole('spinbutton', { name: 'Share of Criterion 0 in percent' }).waitFor();
    await settings.getByText(/% set/u).first().waitFor();
    await settings.getByText('60 criteria are the most there can be').waitFor();
    await settings.getByRole('button', { name: 'Criterion 59', exact: true }).click();
    await settings.getByRole('button', { name: 'Remove: Criterion 59' }).click();
    const chooser = settings.getByRole('combobox', { name: /^Add a criterion to/u }).first();
    await timed('a field is found by its name', async () => {
      await chooser.click();
      await chooser.fill('field 299 of');
      await settings.getByRole('option', { name: /Field 299 of a grown site/u }).waitFor();
    });
    expect(await settings.getByRole('option').count()).toBe(1);
    await settings.getByRole('option', { name: /Field 299 of a grown site/u }).click();
    await settings.getByRole('spinbutton', { name: /^Share of Field 299/u }).waitFor();
    expect(await settings.getByText(/problems? to put right before publishing/u).count()).toBe(0);
    await settings
      .getByText(/^\d+ of \d+ open issues can only be told after publishing/u)
      .waitFor();
  });

  it('page through the versions, open one, and compare two far apart', async () => {
    const versions = await settingsAt(page, 'Versions');
    await timed('the first page of versions', () =>
      versions.getByRole('article', { name: `Version ${String(VERSIONS)}` }).waitFor(),
    );
    const shown = () => versions.getByRole('article', { name: /^Version \d+$/u }).count();
    expect(await shown()).toBe(20);
    for (let pages = 2; pages <= 3; pages += 1) {
      const before = await shown();
      await versions.getByRole('button', { name: /^Show older versions/u }).press('Enter');
      await timed(`page ${String(pages)}`, () =>
        eventually('older ones are listed', async () => (await shown()) > before),
      );
    }
    expect(await shown()).toBe(VERSIONS);
    await versions.getByRole('button', { name: 'Open v2', exact: true }).press('Enter');
    await timed('opening a version', () =>
      versions.getByText('Bringing it back would change').waitFor(),
    );
    await versions.getByRole('button', { name: 'Compare two versions' }).press('Enter');
    const earlier = versions.getByRole('combobox', { name: 'From version' });
    await earlier.click();
    await earlier.fill('v3');
    await versions.getByRole('option', { name: 'v3', exact: true }).click();
    await timed('comparing two versions', () =>
      versions
        .getByRole('group', { name: 'Compare two versions' })
        .getByText(/^Criterion “Criterion 2”: share/u)
        .waitFor(),
    );
    await screenshot(page, 'settings-grown-versions');
    expect(await seriousFindings(versions)).toEqual([]);
  });
});
