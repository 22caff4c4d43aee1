import { createDevSite } from '../../../../dev/dev-site';
import { virtualClock } from '../../../../dev/forge/clock-virtual';
import { createJiraSite } from '../../../../dev/jira/site';
import { readDay } from '../../../../dev/pilot/backtest/read-day';
import { scoreDay } from '../../../../dev/pilot/backtest/score-day';
import { openIssues } from '../../../../dev/pilot/open-issues';
import { publishAndScore, rationales } from '../../../../dev/pilot/score-backlog';
import { SAMPLE_AS_OF, sampleSnapshot } from '../../../../dev/sample/sample';
import { parseRubric } from '../../../../src/core/rubric/document/parse';
import { defaultCriteria } from '../../../../src/core/rubric/presets/default-criteria';
import { planScoring } from '../../../../src/core/scoring/plan';

const now = Date.parse(SAMPLE_AS_OF);
const reopened = {
  id: 'reopened',
  pillar: 'technical-risk',
  label: 'Reopened',
  weight: 20,
  absence: 'unknown',
  ifSiteHas: false,
  signal: { kind: 'reopened' },
  curve: { kind: 'saturating', half: 1 },
};

it.each([
  ['the default rubric', {}],
  ['a rubric that asks for the history', { criteria: [...defaultCriteria, reopened] }],
])('the bundled sample scores as in the app under %s', async (_, document) => {
  const dev = createDevSite({ clock: virtualClock(now), snapshot: sampleSnapshot() });
  await publishAndScore(dev, document);
  const { issues } = await rationales(dev, await openIssues(dev), () => undefined);
  dev.host.close();
  const inTheApp = issues.map(({ key, score, lane, horizon }) => [key, { score, lane, horizon }]);

  const parsed = parseRubric(document);
  if (!parsed.ok) throw new Error('The rubric cannot be used');
  const site = createJiraSite({ clock: virtualClock(now), quota: false });
  site.bulkLoad(sampleSnapshot());
  const scored = scoreDay(
    await readDay(site, parsed.rubric),
    planScoring(parsed.rubric),
    new Date(now),
  );
  const here = scored.map(({ record, standing: { score, lane, horizon } }) => [
    record.key,
    { score, lane: lane.lane, horizon: horizon.horizon },
  ]);
  expect(here.length).toBeGreaterThan(50);
  expect(Object.fromEntries(here)).toEqual(Object.fromEntries(inTheApp));
});
