import {
  littleJira,
  openPage,
  screenshot,
  seriousFindings,
  surface,
  type Scheme,
} from './little-jira';

const jira = littleJira();

const schemes: readonly Scheme[] = ['light', 'dark'];
const widths = [320, 1280];
const views = schemes.flatMap((scheme) => widths.map((width) => [scheme, width] as const));

describe('every surface', () => {
  it.each(views)('list in %s at %i px has no serious finding of axe', async (scheme, width) => {
    const { page, errors } = await openPage(jira, '/issues', { scheme, width });
    await page.locator('tbody tr').first().waitFor();
    await screenshot(page, `list-${scheme}-${width}`);
    expect(await seriousFindings(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it.each(views)(
    'issue with panel and glance in %s at %i px has no serious finding of axe, nor scrolls sideways',
    async (scheme, width) => {
      const { page, errors } = await openPage(jira, '/browse/QUAY-417', {
        scheme,
        width,
        height: 2200,
      });
      const panel = await surface(page, 'panel');
      const glance = await surface(page, 'glance');
      await panel.getByRole('row', { name: /^Score/u }).waitFor();
      await glance.getByText('/100').first().waitFor();
      await screenshot(page, `issue-${scheme}-${width}`);
      for (const part of [page, panel, glance]) {
        expect(await seriousFindings(part)).toEqual([]);
        expect(
          await part.evaluate(
            'document.documentElement.scrollWidth - document.documentElement.clientWidth',
          ),
        ).toBeLessThanOrEqual(0);
      }
      expect(errors).toEqual([]);
      await page.close();
    },
  );

  it.each(views)(
    'inspector in %s at %i px has no serious finding of axe',
    async (scheme, width) => {
      const { page, errors } = await openPage(jira, '/inspector', { scheme, width });
      await page.getByText('index.rescore').first().waitFor();
      await screenshot(page, `inspector-${scheme}-${width}`);
      expect(await seriousFindings(page)).toEqual([]);
      expect(errors).toEqual([]);
      await page.close();
    },
  );
});
