import { sampleIssueKey } from '../../dev/sample/issue-keys';
import { become, panelAt } from './as-person';
import {
  DECIDED,
  littleJira,
  openPage,
  screenshot,
  seriousFindings,
  type Scheme,
} from './little-jira';

const jira = littleJira(undefined, DECIDED);

describe('the votes of the bundled sample', () => {
  it('are met by whoever opens the bet that the team disagrees on, and stay hidden until they rate it themselves', async () => {
    const { page, errors } = await openPage(jira, `/browse/${sampleIssueKey('instant-sepa')}`, {
      height: 2200,
    });
    const panel = await panelAt(page, 'Score');
    await panel
      .getByText(
        '5 people have rated it. You see how once you have given your own rating, so that nobody is swayed.',
      )
      .waitFor();
    expect(await panel.getByRole('tab', { name: 'Score' }).textContent()).toContain('1 question');
    await panel.getByRole('radio', { name: '3 · medium' }).check();
    await panel.getByRole('button', { name: 'Save my rating' }).click();
    await panel.getByText(/They disagree strongly, from 1 to 5/u).waitFor();
    await panel.getByRole('button', { name: 'Take it back' }).click();
    await panel.getByRole('button', { name: 'Save my rating' }).waitFor();
    expect(errors).toEqual([]);
    await page.close();
  });

  it.each(
    (['light', 'dark'] as const).flatMap((scheme: Scheme) =>
      [320, 1280].map((width) => [scheme, width] as const),
    ),
  )('in %s at %i px show who is how far from the others', async (scheme, width) => {
    const { page, errors } = await openPage(jira, `/browse/${sampleIssueKey('instant-sepa')}`, {
      scheme,
      width,
      height: 2200,
    });
    await become(page, 'sample-mara');
    const panel = await panelAt(page, 'Score');
    const voters = panel.getByRole('list', { name: 'Who rated Strategic fit how' });
    await voters.getByText('Mara Lindqvist (you)').waitFor();
    expect(await voters.getByRole('listitem').count()).toBe(5);
    expect(await seriousFindings(panel)).toEqual([]);
    expect(
      await panel.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      ),
    ).toBe(0);
    await screenshot(page, `sample-votes-${scheme}-${width}`);
    expect(errors).toEqual([]);
    await page.close();
  });
});
