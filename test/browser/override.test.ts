import type { Frame, Page } from 'playwright-core';
import { become, eventually, panelAt, rest } from './as-person';
import { tabTo } from './by-keyboard';
import { laneTab, wholeLaneTab } from './lane-tab';
import { littleJira, openPage, screenshot, seriousFindings, surface } from './little-jira';

const DAY_MS = 86_400_000;

const jira = littleJira(async (jira) => {
  const { page } = await openPage(jira, '/browse/QUAY-60');
  await surface(page, 'panel');
  const document = {
    capacity: {
      count: 'effort',
      scopeCreep: 0.25,
      lanes: { 'hot fix': { least: 0, most: 0.2, owner: 'sample-omar' } },
    },
  };
  await rest(page, 'POST', '/__forge/bridge', {
    surface: 'ballast-panel',
    issueKey: 'QUAY-60',
    command: 'invoke',
    data: {
      functionKey: 'rubric.publish',
      payload: { project: 'QUAY', reason: 'The lane has an owner', document },
    },
  });
  await page.close();
});

/** Fills the form in and presses its button, which says whether somebody must approve. */
async function pin(
  page: Page,
  lane: string,
  reason: string,
  button: 'Ask for approval' | 'Override',
): Promise<Frame> {
  const panel = await laneTab(page);
  await panel.getByLabel(lane, { exact: true }).check();
  await panel.getByLabel('Reason (required)').fill(reason);
  await panel.getByText(/^Effect: lane/u).waitFor();
  await panel
    .getByText(
      button === 'Override' ? 'It takes effect at once.' : /^It takes effect once .+ approve\.$/u,
    )
    .waitFor();
  await panel
    .getByRole('form', { name: 'New override' })
    .getByRole('button', { name: button, exact: true })
    .press('Enter');
  return panel;
}

async function dayFromNow(page: Page, days: number): Promise<string> {
  const { now } = await rest<{ readonly now: number }>(page, 'GET', '/__host/clock');
  return new Date(now + days * DAY_MS).toISOString().slice(0, 10);
}

async function threeDaysLater(page: Page): Promise<void> {
  for (let day = 0; day < 3; day++)
    await rest(page, 'POST', '/__host/clock/advance', { ms: DAY_MS });
}

const overridesIn = (panel: Frame) => panel.getByRole('list', { name: 'Overrides of this issue' });
const logIn = (panel: Frame) => panel.getByRole('tabpanel', { name: 'Decisions' });

describe('an override in the panel', () => {
  it('of a member waits for an administrator, who says why; that of the lane owner does not wait', async () => {
    const { page, errors } = await openPage(jira, '/browse/QUAY-87', { height: 2600 });
    await become(page, 'sample-luca');
    const asker = await pin(page, 'Strategic bet', 'The board wants it', 'Ask for approval');
    await asker.getByText('Waits for approval').waitFor();
    expect(await asker.getByRole('button', { name: 'Approve' }).count()).toBe(0);
    await become(page, 'sample-mara');
    const approver = await laneTab(page);
    await approver
      .getByLabel('Why you approve or refuse (optional, kept in the log)')
      .fill('Agreed in the steering group');
    await screenshot(page, 'override-answer');
    expect(await seriousFindings(approver)).toEqual([]);
    await approver.getByRole('button', { name: 'Approve' }).press('Enter');
    await approver.getByText('In force').waitFor();
    await approver.getByText(/A person pinned it/u).waitFor();
    await logIn(await panelAt(page, 'Decisions'))
      .getByText('Agreed in the steering group')
      .waitFor();
    const again = await laneTab(page);
    await again.getByRole('button', { name: 'Take back' }).press('Enter');
    await again.getByText('In force').waitFor({ state: 'detached' });
    await become(page, 'sample-omar');
    const owner = await pin(page, 'Hot fix', 'My lane', 'Override');
    await owner.getByText('In force').waitFor();
    await screenshot(page, 'panel-override');
    expect(errors).toEqual([]);
    await page.close();
  });

  it('says to the owner of a lane, for each lane, what it takes to pin it', async () => {
    const { page } = await openPage(jira, '/browse/QUAY-105', { height: 2600 });
    await become(page, 'sample-omar');
    const panel = await laneTab(page);
    await panel
      .getByText(
        /^In a lane of your own \(hot fix\) it takes effect at once, in any other once .+ approve\.$/u,
      )
      .waitFor();
    await screenshot(page, 'override-lane-owner');
    for (const [lane, button] of [
      ['Stability', 'Ask for approval'],
      ['Hot fix', 'Override'],
    ] as const) {
      await panel.getByLabel(lane, { exact: true }).check();
      await panel
        .getByRole('form', { name: 'New override' })
        .getByRole('button', { name: button, exact: true })
        .waitFor();
    }
    await panel.getByText('It takes effect at once.').waitFor();
    await page.close();
  });

  it('of the second of two people is not saved before they see the first, and holds once they save it all the same', async () => {
    const { page: first } = await openPage(jira, '/browse/QUAY-105', { height: 2600 });
    await become(first, 'sample-teo');
    const theirs = await laneTab(first);
    await theirs.getByLabel('Stability', { exact: true }).check();
    await theirs.getByLabel('Reason (required)').fill('It keeps breaking');
    const context = await jira.browser.newContext({ viewport: { width: 1280, height: 2600 } });
    const second = await context.newPage();
    await second.goto(`${jira.address}/browse/QUAY-105`);
    await become(second, 'sample-mara');
    const mine = await laneTab(second);
    await mine.getByLabel('Strategic bet', { exact: true }).check();
    await mine.getByLabel('Reason (required)').fill('It is a bet');
    await theirs.getByRole('button', { name: 'Override', exact: true }).press('Enter');
    await theirs.getByText('In force').waitFor();
    await mine.getByRole('button', { name: 'Override', exact: true }).press('Enter');
    await mine
      .getByText(/Teo .+ changed the overrides of this issue before you saved yours/u)
      .waitFor();
    await overridesIn(mine).getByText('It keeps breaking').waitFor();
    expect(await mine.getByText('In force').count()).toBe(1);
    // What they had filled in is still there. Of the two the newer holds, although by their account ids theirs would come last.
    await mine.getByRole('button', { name: 'Override', exact: true }).press('Enter');
    const [holds, replaced] = [
      overridesIn(mine).getByRole('listitem').first(),
      overridesIn(mine).getByRole('listitem').last(),
    ];
    await holds.getByText('It is a bet').waitFor();
    await holds.getByText('In force').waitFor();
    await replaced.getByText('A newer override of the same kind replaces it.').waitFor();
    expect(await mine.getByText('In force').count()).toBe(1);
    await eventually('the field holds the lane of the second', async () => {
      const { issues } = await rest<{ readonly issues: readonly unknown[] }>(
        second,
        'POST',
        '/rest/api/3/search/jql',
        { jql: 'key = QUAY-105 AND "Backlog lane" = "strategic bet"', fields: ['key'] },
      );
      return issues.length === 1;
    });
    await context.close();
    await first.close();
  });

  it('ends by its date through the daily run, and the log says so', async () => {
    const { page } = await openPage(jira, '/browse/QUAY-131', { height: 2600 });
    await become(page, 'sample-mara');
    await (await laneTab(page)).getByLabel('Last day (required)').fill(await dayFromNow(page, 1));
    const panel = await pin(page, 'Strategic bet', 'For two days', 'Override');
    await panel.getByText('In force').waitFor();
    await threeDaysLater(page);
    await eventually('the daily run lifted the override', async () => {
      const { issues } = await rest<{ readonly issues: readonly unknown[] }>(
        page,
        'POST',
        '/rest/api/3/search/jql',
        { jql: 'key = QUAY-131 AND "Backlog lane" = "strategic bet"', fields: ['key'] },
      );
      return issues.length === 0;
    });
    await page.reload();
    await logIn(await panelAt(page, 'Decisions'))
      .getByText(/Override: lane strategic bet → ended/u)
      .first()
      .waitFor();
    await page.close();
  });

  it('that nobody answers by its date lapses: the panel and the log say so, and it cannot be approved', async () => {
    const { page, errors } = await openPage(jira, '/browse/QUAY-131', { height: 2600 });
    await become(page, 'sample-luca');
    await (await laneTab(page)).getByLabel('Last day (required)').fill(await dayFromNow(page, 1));
    await (
      await pin(page, 'Stability', 'Until tomorrow', 'Ask for approval')
    )
      .getByText('Waits for approval')
      .waitFor();
    await threeDaysLater(page);
    await become(page, 'sample-mara');
    await eventually('the daily run logged the lapse', async () => {
      await page.reload();
      const log = logIn(await panelAt(page, 'Decisions'));
      await log.getByRole('article').first().waitFor();
      return (
        (await log
          .getByText('Override: lane stability, waiting for approval → lapsed unanswered')
          .count()) === 1
      );
    });
    const panel = await laneTab(page);
    const lapsed = overridesIn(panel).getByRole('listitem').filter({ hasText: 'Until tomorrow' });
    await lapsed.getByText('Lapsed unanswered').waitFor();
    await lapsed.getByText(/Nobody answered it by/u).waitFor();
    await screenshot(page, 'override-lapsed');
    expect([
      await panel.getByRole('button', { name: 'Approve' }).count(),
      await panel.getByText('Waits for approval').count(),
    ]).toEqual([0, 0]);
    expect(await seriousFindings(panel)).toEqual([]);
    expect(errors).toEqual([]);
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

describe('by keyboard alone', () => {
  /** From wherever the focus is to the panel's tabs, and along them: it opens at the one where something waits. */
  async function toTab(
    page: Page,
    panel: Frame,
    name: string,
    key: 'Tab' | 'Shift+Tab' = 'Tab',
  ): Promise<void> {
    await tabTo(page, panel, panel.getByRole('tab', { selected: true }), key);
    const wanted = panel.getByRole('tab', { name, selected: true });
    for (let step = 0; step < 5 && (await wanted.count()) === 0; step++)
      await page.keyboard.press('ArrowRight');
    await wanted.waitFor();
  }

  it('somebody asks for an override, somebody else approves it with a reason and reads it in the log', async () => {
    const { page, errors } = await openPage(jira, '/browse/QUAY-417', { height: 2600 });
    await become(page, 'sample-luca');
    const asker = await surface(page, 'panel');
    await toTab(page, asker, 'Lane');
    await wholeLaneTab(asker);
    await tabTo(page, asker, asker.getByLabel('Pin a lane'));
    await tabTo(page, asker, asker.getByLabel(/^Hot fix/u));
    for (let lane = 0; lane < 3; lane++) await page.keyboard.press('ArrowRight');
    expect(await asker.getByLabel(/^Strategic bet/u).isChecked()).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.type('Asked by keyboard');
    await tabTo(page, asker, asker.getByRole('button', { name: 'Ask for approval' }));
    await page.keyboard.press('Enter');
    await overridesIn(asker).getByText('Waits for approval').waitFor();

    await become(page, 'sample-mara');
    const approver = await surface(page, 'panel');
    await toTab(page, approver, 'Lane');
    await wholeLaneTab(approver);
    await tabTo(
      page,
      approver,
      approver.getByLabel('Why you approve or refuse (optional, kept in the log)'),
    );
    await page.keyboard.type('Approved by keyboard');
    await page.keyboard.press('Tab');
    await screenshot(page, 'override-answer-by-keyboard');
    await page.keyboard.press('Enter');
    const holds = overridesIn(approver).getByRole('listitem').filter({ hasText: 'In force' });
    await holds.and(approver.locator(':focus')).waitFor();
    await toTab(page, approver, 'Decisions', 'Shift+Tab');
    await logIn(approver).getByText('Approved by keyboard').waitFor();
    expect(errors).toEqual([]);
    await page.close();
  });

  it('moves a score, saved with Enter from the reason', async () => {
    const { page } = await openPage(jira, '/browse/QUAY-417', { height: 2600 });
    await become(page, 'sample-mara');
    const panel = await surface(page, 'panel');
    await toTab(page, panel, 'Lane');
    await wholeLaneTab(panel);
    await tabTo(page, panel, panel.getByLabel('Pin a lane'));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    await page.keyboard.type('5');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Moved by keyboard');
    await page.keyboard.press('Enter');
    await overridesIn(panel).getByText('+5 points').waitFor();
    await page.close();
  });
});
