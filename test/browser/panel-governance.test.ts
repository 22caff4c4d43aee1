import { become, eventually, panelAt, rest } from './as-person';
import { laneTab } from './lane-tab';
import {
  littleJira,
  openPage,
  screenshot,
  seriousFindings,
  surface,
  type Scheme,
} from './little-jira';

/** A hot fix of the lane's owner of which customers were told: what every tab has to show. */
const jira = littleJira(async (jira) => {
  const { page } = await openPage(jira, '/browse/QUAY-60');
  const panel = await surface(page, 'panel');
  const document = {
    capacity: {
      count: 'effort',
      scopeCreep: 0.25,
      lanes: { 'hot fix': { least: 0, most: 0.2, owner: 'sample-omar' } },
    },
  };
  const ask = (functionKey: string, payload: object) =>
    rest(page, 'POST', '/__forge/bridge', {
      surface: 'ballast-panel',
      issueKey: 'QUAY-60',
      command: 'invoke',
      data: { functionKey, payload },
    });
  await ask('rubric.publish', { project: 'QUAY', reason: 'The lane has an owner', document });
  for (const key of ['SUP-3', 'SUP-8', 'INC-54'])
    await rest(page, 'POST', '/rest/api/3/issueLink', {
      type: { name: 'Relates' },
      inwardIssue: { key },
      outwardIssue: { key: 'QUAY-60' },
    });
  await panel.getByText('Hot fix').first().waitFor();
  const { id } = await rest<{ readonly id: string }>(
    page,
    'GET',
    '/rest/api/3/issue/QUAY-60?fields=summary',
  );
  await ask('update.send', {
    issueId: id,
    seen: '',
    keys: ['SUP-3', 'SUP-8'],
    text: 'We are on it.',
  });
  await eventually('the customers are told', async () =>
    JSON.stringify(await rest(page, 'GET', '/rest/api/3/issue/SUP-8/comment')).includes(
      'We are on it.',
    ),
  );
  await page.close();
});

describe('a customer update in the panel', () => {
  it('sends nothing before the text was read, and asks again when it changed', async () => {
    const { page } = await openPage(jira, '/browse/QUAY-417', { height: 2200 });
    const composer = await panelAt(page, 'Customer update');
    const send = composer.getByRole('button', { name: /^Send to/u });
    await send.waitFor();
    expect(await send.isDisabled()).toBe(true);
    await composer.getByLabel('I have read the text').check();
    expect(await send.isDisabled()).toBe(false);
    await composer.getByLabel('The text as customers will read it').fill('Something else');
    expect(await send.isDisabled()).toBe(true);
    await page.close();
  });
});

describe('every tab of the panel', () => {
  const tabs = ['Score', 'Lane', 'Decisions', 'Customer update', 'Post-mortem'];
  const views = (['light', 'dark'] as const).flatMap((scheme: Scheme) =>
    [320, 1280].map((width) => [scheme, width] as const),
  );

  it.each(views)(
    'in %s at %i px has no serious finding of axe, nor scrolls sideways',
    async (scheme, width) => {
      const { page, errors } = await openPage(jira, '/browse/QUAY-60', {
        scheme,
        width,
        height: 2600,
      });
      for (const tab of tabs) {
        const panel = await panelAt(page, tab);
        await panel.getByRole('tabpanel', { name: tab }).getByRole('heading').first().waitFor();
        await panel.waitForTimeout(300);
        expect({ tab, findings: await seriousFindings(panel) }).toEqual({ tab, findings: [] });
        expect({
          tab,
          sideways: await panel.evaluate(
            'document.documentElement.scrollWidth - document.documentElement.clientWidth',
          ),
        }).toEqual({ tab, sideways: 0 });
        await screenshot(
          page,
          `panel-${tab.toLowerCase().replaceAll(' ', '-')}-${scheme}-${width}`,
        );
      }
      expect(errors).toEqual([]);
      await page.close();
    },
  );

  it('shows hostile text harmlessly', async () => {
    const { page, errors } = await openPage(jira, '/browse/QUAY-60', { height: 2600 });
    const hostile = `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script> \u202eesrever\u202c 😀 ${'x'.repeat(150)}`;
    await rest(page, 'PUT', '/rest/api/3/issue/SUP-3', { fields: { summary: hostile } });
    await become(page, 'sample-mara');
    const lane = await laneTab(page);
    await lane.getByLabel('Strategic bet', { exact: true }).check();
    await lane.getByLabel('Reason (required)').fill(hostile);
    await lane.getByRole('button', { name: 'Override', exact: true }).press('Enter');
    await lane.getByText('In force').waitFor();
    for (const tab of tabs) {
      const panel = await panelAt(page, tab);
      await panel.getByRole('tabpanel', { name: tab }).getByRole('heading').first().waitFor();
      expect(await panel.evaluate('window.hacked')).toBeUndefined();
      expect(await panel.locator('img[src="x"]').count()).toBe(0);
      expect(await panel.locator('main').textContent()).not.toContain('\u202e');
      expect(
        await panel.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        ),
      ).toBe(0);
    }
    expect(errors).toEqual([]);
    await page.close();
  });
});
