import type { Frame, Page } from 'playwright-core';
import { become, eventually, panelAt, rest } from './as-person';
import { laneTab } from './lane-tab';
import { littleJira, openPage, screenshot, seriousFindings, surface } from './little-jira';

const jira = littleJira(async (jira) => {
  const { page } = await openPage(jira, '/browse/QUAY-60');
  await surface(page, 'panel');
  // So small a cap that one hot fix exceeds it.
  const document = {
    capacity: {
      count: 'issues',
      scopeCreep: 0.25,
      lanes: { 'hot fix': { least: 0, most: 0.001, owner: null } },
    },
  };
  await rest(page, 'POST', '/__forge/bridge', {
    surface: 'ballast-panel',
    issueKey: 'QUAY-60',
    command: 'invoke',
    data: {
      functionKey: 'rubric.publish',
      payload: { project: 'QUAY', reason: 'Little room for hot fixes', document },
    },
  });
  await page.close();
});

interface Written {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly names: Readonly<Record<string, string>>;
}
async function fieldOf(page: Page, key: string, name: string): Promise<unknown> {
  const { fields, names } = await rest<Written>(
    page,
    'GET',
    `/rest/api/3/issue/${key}?expand=names`,
  );
  return fields[Object.entries(names).find(([, text]) => text === name)?.[0] ?? ''] ?? null;
}

async function wish(panel: Frame, kind: string, reason: string, button: string): Promise<void> {
  await panel.getByLabel(kind, { exact: true }).check();
  await panel.getByLabel('Reason (required)', { exact: true }).fill(reason);
  await panel.getByText(/^Effect:/u).waitFor();
  await panel
    .getByRole('form', { name: 'New override' })
    .getByRole('button', { name: button, exact: true })
    .press('Enter');
}

async function onFire(page: Page): Promise<void> {
  if ((await fieldOf(page, 'QUAY-60', 'Backlog lane')) === 'hot fix') return;
  await rest(page, 'POST', '/rest/api/3/issueLink', {
    type: { name: 'Relates' },
    inwardIssue: { key: 'INC-54' },
    outwardIssue: { key: 'QUAY-60' },
  });
  await eventually(
    'it is a hot fix',
    async () => (await fieldOf(page, 'QUAY-60', 'Backlog lane')) === 'hot fix',
  );
}

describe('declining and pausing in the panel', () => {
  it('is seen in the panel and in the fields, and ends when it is taken back', async () => {
    const { page, errors } = await openPage(jira, '/browse/QUAY-87', { height: 2600 });
    await become(page, 'sample-luca');
    const members = await laneTab(page);
    await members.getByLabel('Decline', { exact: true }).check();
    await members.getByText('By the decision rights only Administrators may do this.').waitFor();
    await become(page, 'sample-mara');
    const panel = await laneTab(page);
    await panel.getByLabel('Decline', { exact: true }).check();
    await panel.getByText(/^At the latest .*, by the rubric\.$/u).waitFor();
    await screenshot(page, 'override-decline-form');
    await wish(panel, 'Decline', 'Nobody asked for it', 'Decline');
    await panel.getByText('In force').waitFor();
    await panel.getByText(/A person declined it until/u).waitFor();
    await panel.getByRole('heading', { name: 'Declined' }).waitFor();
    expect(await fieldOf(page, 'QUAY-87', 'Backlog lane')).toBe('declined');
    expect(await fieldOf(page, 'QUAY-87', 'Time horizon')).toBeNull();
    expect(await fieldOf(page, 'QUAY-87', 'Score reasons')).toMatch(/^declined until 20/u);
    expect(await seriousFindings(panel)).toEqual([]);
    await screenshot(page, 'override-declined');
    await panel.getByRole('button', { name: 'Take back' }).press('Enter');
    await panel.getByText('In force').waitFor({ state: 'detached' });
    await wish(panel, 'Pause', 'The expert is away', 'Pause');
    await panel.getByText('In force').waitFor();
    expect(await fieldOf(page, 'QUAY-87', 'Score reasons')).toMatch(/^paused until 20/u);
    await screenshot(page, 'override-paused');
    const log = await panelAt(page, 'Decisions');
    await log
      .getByRole('tabpanel', { name: 'Decisions' })
      .getByText(/Override: paused until/u)
      .waitFor();
    await log
      .getByRole('tabpanel', { name: 'Decisions' })
      .getByText(/Override: declined until/u)
      .waitFor();
    expect(errors).toEqual([]);
    await page.close();
  });

  it('keeps to the limits of the rubric', async () => {
    const { page } = await openPage(jira, '/browse/QUAY-105', { height: 2600 });
    await become(page, 'sample-mara');
    const panel = await laneTab(page);
    await panel.getByLabel('Move the score', { exact: true }).check();
    await panel.getByLabel('Points of the score, at most 30 up or down').fill('31');
    await panel.getByLabel('Reason (required)', { exact: true }).fill('A promise');
    const button = panel.getByRole('button', { name: 'Override', exact: true });
    expect(await button.isDisabled()).toBe(true);
    await panel.getByLabel('Points of the score, at most 30 up or down').fill('30');
    expect(await button.isDisabled()).toBe(false);
    await panel.getByLabel('Last day (required)').fill('2099-01-01');
    expect(await button.isDisabled()).toBe(true);
    await page.close();
  });
});

describe('a hot fix over the cap in the panel', () => {
  it('says what would pause, waits for who may decide, and is accepted with the pause', async () => {
    const { page, errors } = await openPage(jira, '/browse/QUAY-60', { height: 2800 });
    await onFire(page);
    await become(page, 'sample-luca');
    const asker = await laneTab(page);
    const cap = asker.getByRole('region', { name: 'Hot fixes over their cap' });
    await cap.getByText(/could pause.*may decide that/su).waitFor();
    const paused = (await cap.getByRole('link', { name: /^QUAY-/u }).textContent()) ?? '';
    await cap.getByLabel('Why it is accepted or refused (required)').fill('The bank stands still');
    await cap.getByRole('button', { name: 'Ask for acceptance' }).press('Enter');
    await cap.getByText('Somebody has asked for acceptance: it waits for approval.').waitFor();
    await cap.getByText(/^It waits for/u).waitFor();
    await become(page, 'sample-mara');
    const decider = await laneTab(page);
    const answer = decider.getByRole('region', { name: 'Hot fixes over their cap' });
    await answer.getByLabel('Why it is accepted or refused (required)').fill('Agreed on the phone');
    await answer.getByLabel(`Pause ${paused} to make room`).check();
    await screenshot(page, 'over-cap');
    expect(await seriousFindings(decider)).toEqual([]);
    await answer.getByRole('button', { name: 'Accept over the cap' }).press('Enter');
    await answer.getByText(/^Accepted until/u).waitFor();
    expect(await fieldOf(page, paused, 'Score reasons')).toMatch(/^paused until 20/u);
    const log = await panelAt(page, 'Decisions');
    await log
      .getByRole('tabpanel', { name: 'Decisions' })
      .getByText('Agreed on the phone')
      .waitFor();
    await screenshot(page, 'over-cap-log');
    expect(errors).toEqual([]);
    await page.close();
  });

  it.each([
    ['dark', 1280],
    ['light', 320],
    ['dark', 320],
  ] as const)(
    'finds nothing serious with axe in %s at %i px and scrolls nothing sideways',
    async (scheme, width) => {
      const { page } = await openPage(jira, '/browse/QUAY-60', { scheme, width, height: 3000 });
      await onFire(page);
      await become(page, 'sample-mara');
      const panel = await laneTab(page);
      await panel.getByLabel('Pause', { exact: true }).check();
      expect(await seriousFindings(panel)).toEqual([]);
      expect(
        await panel.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        ),
      ).toBe(0);
      await screenshot(page, `override-lane-tab-${scheme}-${width}`);
      await page.close();
    },
  );
});
