import { presets } from '../../src/core/rubric/presets/presets';
import { FIELDS } from '../../dev/sample/site-lists';
import { rest } from './as-person';
import { littleJira, openPage, screenshot, seriousFindings, surface } from './little-jira';

/** All four are read from the one number that the sample keeps: 45 points are a reach of 450, an impact of 3, full confidence and an effort of 2. */
const PER: Readonly<Record<string, number>> = {
  reach: 0.1,
  impact: 15,
  confidence: 45,
  effort: 22.5,
};

const jira = littleJira(async (jira) => {
  const { page } = await openPage(jira, '/browse/QUAY-60');
  await surface(page, 'panel');
  const document = {
    preset: 'rice',
    criteria: presets.rice.criteria.map((criterion) => ({
      ...criterion,
      signal: { kind: 'number', fields: ['Story Points'] },
      curve: {
        kind: 'amount',
        positive: criterion.id === 'effort',
        per: PER[criterion.id],
        direction: criterion.id === 'effort' ? 'falling' : 'rising',
      },
    })),
  };
  await rest(page, 'POST', '/__forge/bridge', {
    surface: 'ballast-panel',
    issueKey: 'QUAY-60',
    command: 'invoke',
    data: {
      functionKey: 'rubric.publish',
      payload: { project: 'QUAY', reason: 'We use RICE', document },
    },
  });
  await rest(page, 'PUT', '/rest/api/3/issue/QUAY-60', { fields: { [FIELDS.points]: 45 } });
  await page.close();
});

describe('the panel under a published method', () => {
  it("shows the method's own number beside the score", async () => {
    const { page, errors } = await openPage(jira, '/browse/QUAY-60', { height: 1200 });
    const panel = await surface(page, 'panel');
    await panel.getByRole('row', { name: /^Score/u }).waitFor();
    const head = panel.locator('header').filter({ hasText: '/100' });
    expect(await head.innerText()).toMatch(/RICE 675\b/u);
    await screenshot(page, 'issue-under-rice');
    expect(await seriousFindings(panel)).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });
});
