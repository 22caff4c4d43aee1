import type { Frame, Page } from 'playwright-core';
import { become, eventually, rest } from './as-person';
import { littleJira, openPage, screenshot, seriousFindings, type Scheme } from './little-jira';
import { PROJECT, settingsAt, someVersion, weigh } from './settings-page';

const jira = littleJira();
const views = (['light', 'dark'] as const satisfies readonly Scheme[]).flatMap((scheme) =>
  [320, 1280].map((width) => [scheme, width] as const),
);

async function looksRight(page: Page, frame: Frame, name: string): Promise<void> {
  await screenshot(page, name);
  for (const part of [page, frame]) {
    expect({ name, findings: await seriousFindings(part) }).toEqual({ name, findings: [] });
    expect({
      name,
      sideways: await part.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      ),
    }).toEqual({ name, sideways: 0 });
  }
}

describe('the settings', () => {
  it.each(views)(
    'in %s at %i px have no serious finding of axe, nor scroll sideways',
    async (scheme, width) => {
      const { page, errors } = await openPage(jira, `/projects/${PROJECT}/settings`, {
        scheme,
        width,
        height: 2400,
      });
      await someVersion(page);
      await page.reload();
      const settings = await settingsAt(page, 'Rubric');
      await weigh(settings, 'Incidents', width === 320 ? 52 : 44);
      await settings.getByRole('table', { name: 'Biggest movers' }).waitFor();
      await settings.getByRole('button', { name: 'Publish…' }).press('Enter');
      await settings
        .getByRole('region', { name: 'Publish the draft' })
        .getByText('without reading Jira')
        .waitFor();
      await looksRight(page, settings, `settings-rubric-${scheme}-${String(width)}`);
      await settings.getByRole('button', { name: 'Import' }).press('Enter');
      await settings
        .getByRole('textbox', { name: 'or its text' })
        .fill('bands: { immediate: 300 }');
      await looksRight(page, settings, `settings-import-${scheme}-${String(width)}`);
      await settings.getByRole('button', { name: /^From the site/u }).press('Enter');
      await settings.getByText('Parts that follow the site’s rubric').waitFor();
      await looksRight(page, settings, `settings-from-the-site-${scheme}-${String(width)}`);
      const versions = await settingsAt(page, 'Versions');
      await versions.getByRole('button', { name: 'Open v1' }).press('Enter');
      await looksRight(page, versions, `settings-versions-${scheme}-${String(width)}`);
      const work = await settingsAt(page, 'Work');
      await work.getByText('Jira’s hourly quota').first().waitFor();
      await looksRight(page, work, `settings-work-${scheme}-${String(width)}`);
      expect(errors).toEqual([]);
      await page.close();
    },
  );

  it.each([900, 1400, 2000])(
    'beside each other fit a window of %i px, and scroll by themselves',
    async (height) => {
      const { page, errors } = await openPage(jira, `/projects/${PROJECT}/settings`, {
        width: 1600,
        height,
      });
      const settings = await settingsAt(page, 'Rubric');
      await settings.getByText('Cost of publishing').first().waitFor();
      const panes = () =>
        settings.evaluate<readonly (readonly [number, number])[]>(
          '[...document.querySelectorAll("[data-preview] > *")].map(({ offsetHeight, scrollHeight }) => [offsetHeight, scrollHeight])',
        );
      await eventually('the panes know how tall the window is', async () =>
        (await panes()).every(([shown]) => shown < height),
      );
      const [editor] = await panes();
      expect(editor?.[0]).toBeGreaterThan(height - 300);
      expect(editor?.[1]).toBeGreaterThan(editor?.[0] ?? 0);
      expect(errors).toEqual([]);
      await page.close();
    },
  );

  it('of the site are the same editor over the default that projects inherit', async () => {
    const { page, errors } = await openPage(jira, '/issues', { height: 1400 });
    await page.getByRole('link', { name: 'Administration' }).click();
    const admin = await settingsAt(page, 'Rubric', 'admin');
    await admin.getByRole('heading', { name: 'Rubric of the site' }).waitFor();
    await admin.getByRole('spinbutton', { name: 'Share of Priority in percent' }).waitFor();
    await looksRight(page, admin, 'settings-site');
    expect(errors).toEqual([]);
    await page.close();
  });

  it('show hostile text of people harmlessly', async () => {
    const { page, errors } = await openPage(jira, `/projects/${PROJECT}/settings`, {
      height: 1400,
    });
    await become(page, 'sample-mara');
    const {
      issues: [one],
    } = await rest<{ readonly issues: readonly { readonly key: string }[] }>(
      page,
      'POST',
      '/rest/api/3/search/jql',
      { jql: `project = ${PROJECT} ORDER BY key`, fields: ['key'], maxResults: 1 },
    );
    if (one === undefined) throw new Error('There is no issue');
    await rest(page, 'PUT', `/rest/api/3/issue/${one.key}`, {
      fields: { summary: '<img src=x onerror="window.hacked=1"> \u202eesrever' },
    });
    const settings = await settingsAt(page, 'Rubric');
    await settings.getByRole('button', { name: 'Import' }).press('Enter');
    await settings
      .getByRole('textbox', { name: 'or its text' })
      .fill('"<img src=x onerror=window.hacked=1>": 1\n');
    await settings.getByRole('list', { name: /nothing is changed/u }).waitFor();
    expect(await settings.evaluate('window.hacked')).toBeUndefined();
    expect(await settings.locator('img[src="x"]').count()).toBe(0);
    expect(errors).toEqual([]);
    await page.close();
  });
});
