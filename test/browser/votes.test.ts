import { defaultRubric } from '../../src/core/rubric/presets/default-rubric';
import { become, panelAt, rest } from './as-person';
import {
  littleJira,
  openPage,
  screenshot,
  seriousFindings,
  surface,
  type Scheme,
} from './little-jira';

const rating = (id: string, label: string, max: number) => ({
  id,
  pillar: 'business-value',
  label,
  signal: { kind: 'rating', min: 1, max },
  weight: 20,
  absence: 'unknown',
  ifSiteHas: false,
  curve: {
    kind: 'linear',
    direction: 'rising',
    from: { x: 1, points: 0 },
    to: { x: max, points: 100 },
  },
});
const document = {
  name: 'People rate it',
  criteria: [
    ...defaultRubric.criteria,
    rating('strategy', 'Strategic fit', 5),
    rating('reputation', 'Reputation', 100),
  ],
};

const jira = littleJira(async (site) => {
  const { page } = await openPage(site, '/browse/QUAY-60');
  await surface(page, 'panel');
  await rest(page, 'POST', '/__forge/bridge', {
    surface: 'ballast-panel',
    issueKey: 'QUAY-60',
    command: 'invoke',
    data: {
      functionKey: 'rubric.publish',
      payload: { project: 'QUAY', reason: 'People rate it', document },
    },
  });
  await page.close();
});

const hidden = (people: string): string =>
  `${people} rated it. You see how once you have given your own rating, so that nobody is swayed.`;

describe('votes in the panel', () => {
  it('are cast by keyboard, stay hidden from who has not voted, and then show who disagrees by how much', async () => {
    const { page, errors } = await openPage(jira, '/browse/QUAY-131', { height: 2600 });
    await become(page, 'sample-luca');
    let panel = await panelAt(page, 'Score');
    await panel.getByText('Nobody has rated it yet: yours is the first.').first().waitFor();
    await panel.getByRole('radio', { name: '1 · very low' }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await panel.getByText('Median 1 on a scale of 1 to 5 (very low), from 1 person.').waitFor();
    await become(page, 'sample-omar');
    panel = await panelAt(page, 'Score');
    await panel.getByText(hidden('1 person has')).waitFor();
    expect(await panel.locator('main').innerText()).not.toMatch(/Luca|Median/u);
    await panel.getByText('hidden until you rate it').waitFor();
    await panel.getByRole('radio', { name: '5 · very high' }).check();
    await panel.getByRole('button', { name: 'Save my rating' }).first().click();
    await panel.getByText('They disagree strongly, from 1 to 5').waitFor();
    const voters = panel.getByRole('list', { name: 'Who rated Strategic fit how' });
    expect(await voters.getByRole('listitem').allTextContents()).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/Luca .*1.*2 below/u),
        expect.stringMatching(/Omar .*\(you\).*5.*2 above/u),
      ]) as string[],
    );
    await panel.getByText('2 votes from 1 to 5: they disagree strongly').first().waitFor();
    await screenshot(page, 'votes-disagree');
    await panel.getByRole('radio', { name: '2', exact: false }).first().check();
    await panel.getByRole('button', { name: 'Change my rating' }).click();
    await panel
      .getByText('They lie between 1 and 2: close enough for the score to count on.')
      .waitFor();
    await panel.getByRole('button', { name: 'Take it back' }).click();
    await panel.getByText(hidden('1 person has')).waitFor();
    expect(errors).toEqual([]);
    await page.close();
  });

  it('on a long scale are typed, and refused off it', async () => {
    const { page } = await openPage(jira, '/browse/QUAY-105', { height: 2600 });
    await become(page, 'sample-mara');
    const panel = await panelAt(page, 'Score');
    const field = panel.getByLabel('Your rating of Reputation, from 1 (lowest) to 100 (highest)');
    await field.fill('120');
    expect(await panel.getByRole('button', { name: 'Save my rating' }).last().isDisabled()).toBe(
      true,
    );
    await field.fill('70');
    await field.press('Enter');
    await panel.getByText('Median 70 on a scale of 1 to 100 (high), from 1 person.').waitFor();
    await page.close();
  });

  it('are not offered to who may not edit, with the reason', async () => {
    const { page } = await openPage(jira, '/browse/QUAY-105', { height: 2600 });
    await become(page, 'sample-ruth');
    const panel = await panelAt(page, 'Score');
    await panel.getByText('You may not edit issues of this project.').first().waitFor();
    expect(await panel.getByRole('button', { name: 'Save my rating' }).count()).toBe(0);
    expect(await panel.getByRole('tab', { name: 'Score' }).textContent()).toBe('Score');
    await page.close();
  });

  it.each(
    (['light', 'dark'] as const).flatMap((scheme: Scheme) =>
      [320, 1280].map((width) => [scheme, width] as const),
    ),
  )('in %s at %i px have no serious finding of axe, nor scroll sideways', async (scheme, width) => {
    const { page, errors } = await openPage(jira, '/browse/QUAY-131', {
      scheme,
      width,
      height: 2600,
    });
    await become(page, 'sample-luca');
    const panel = await panelAt(page, 'Score');
    await panel.getByRole('heading', { name: 'How people rate it' }).waitFor();
    await panel.getByText(/^Median 1 /u).waitFor();
    await panel.waitForTimeout(300);
    expect(await seriousFindings(panel)).toEqual([]);
    expect(
      await panel.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      ),
    ).toBe(0);
    await screenshot(page, `votes-${scheme}-${width}`);
    expect(errors).toEqual([]);
    await page.close();
  });
});
