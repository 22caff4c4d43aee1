import { describeValue } from '../../src/core/describe/describe-value';
import { inWords } from '../usecases/decision-in-words';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishAsTeam, voteAsTeam } from '../../dev/decide-as-team';
import { createDevSite } from '../../dev/dev-site';
import { virtualClock } from '../../dev/forge/clock-virtual';
import { sampleIssueKey } from '../../dev/sample/issue-keys';
import { accountOf } from '../../dev/sample/people';
import { SAMPLE_AS_OF, sampleSnapshot } from '../../dev/sample/sample';
import { teamDecisions } from '../../dev/sample/team-decisions';
import type { Answer, Question, Reply } from '../../src/contract';
import { ROOT } from '../house/source-files';

const dev = createDevSite({
  clock: virtualClock(Date.parse(SAMPLE_AS_OF)),
  snapshot: sampleSnapshot(),
});

const asked = <Q extends Question>(question: Q, row: string, login: 'mara' | 'noor' | 'ruth') =>
  askedOf(question, sampleIssueKey(row), login);

async function askedOf<Q extends Question>(
  question: Q,
  key: string,
  login: 'mara' | 'noor' | 'ruth',
): Promise<Answer<Q>> {
  const { body } = await dev.site.handle({
    method: 'GET',
    path: `/rest/api/3/issue/${key}?fields=summary`,
    headers: {},
    body: undefined,
    outsideQuota: true,
    principal: { kind: 'user', accountId: dev.adminId },
  });
  const { id } = JSON.parse(body) as { readonly id: string };
  const reply = (await dev.host.invoke({
    resolverFunction: 'resolver',
    functionKey: question,
    payload: { issueId: id },
    context: {},
    accountId: accountOf(login),
  })) as Reply<Answer<Q>>;
  if (!reply.ok) throw new Error(JSON.stringify(reply.refusal));
  return reply.value;
}

/** Open work of which some has a question that could change its lane or band. */
const OPEN = [
  'columns',
  'api-sandbox',
  'sla-terms',
  'ask-question',
  'budget-holder',
  'group-roles',
  'audit-export',
];

describe('the bundled sample as its team left it', () => {
  beforeAll(async () => {
    await publishAsTeam(dev, teamDecisions);
    dev.announceInstalled();
    await dev.host.settle();
    await voteAsTeam(dev, teamDecisions);
    await dev.host.settle();
  }, 120_000);

  it('has a bet on which they disagree strongly, which those who rated it see', async () => {
    const {
      criteria: [rated],
    } = await asked('votes.view', 'instant-sepa', 'mara');
    expect(rated).toMatchObject({
      label: 'Strategic fit',
      votes: { state: 'shown', combined: 2, lowest: 1, highest: 5, strong: true },
    });
    const { low, high, score } = await asked('score.view', 'instant-sepa', 'mara');
    expect(high - low).toBeGreaterThan(1);
    expect(score).toBeLessThanOrEqual(high);
    expect((await asked('votes.view', 'pay-link', 'mara')).criteria[0]?.votes).toMatchObject({
      strong: false,
    });
  });

  it('hides them from who has yet to rate, and asks nobody who may not', async () => {
    const hidden = await asked('score.view', 'instant-sepa', 'noor');
    expect(hidden.rated).toMatchObject([{ label: 'Strategic fit', voted: false }]);
    expect(hidden.lines.find(({ id }) => id === 'strategic-fit')?.value).toEqual({
      kind: 'hiddenRating',
    });
    expect((await asked('votes.view', 'instant-sepa', 'noor')).criteria[0]?.votes).toEqual({
      state: 'hidden',
      count: 5,
    });
    const forbidden = 'You may not edit issues of this project.';
    expect((await asked('votes.view', 'columns', 'ruth')).may).toEqual({
      may: false,
      why: forbidden,
    });
    const views = await Promise.all(OPEN.map((row) => asked('score.view', row, 'ruth')));
    expect(views.map(({ mayNotRate }) => mayNotRate)).toEqual(views.map(() => forbidden));
    const questions = views.flatMap(({ question }) => question ?? []);
    expect(questions.length).toBeGreaterThan(0);
    // Whether somebody may fill in a field, the browser asks Jira.
    expect(questions.map(({ mayNot }) => mayNot)).toEqual(
      questions.map(({ place }) => (place.how === 'vote' ? forbidden : null)),
    );
    const [editors] = await Promise.all(OPEN.map((row) => asked('score.view', row, 'noor')));
    expect(editors).toMatchObject({ mayNotRate: null });
  });

  it('tells in the log that the ratings moved a score, in one entry for the day', async () => {
    const { decisions } = await asked('decisions.list', 'instant-sepa', 'mara');
    expect(decisions.map(inWords).map(({ cause }) => cause)).toEqual([
      expect.stringMatching(/votes/u),
    ]);
  });

  it('scores the example of README as README tells it, line by line', async () => {
    const page =
      readFileSync(join(ROOT, 'README.md'), 'utf8').split('## How a score comes about')[1] ?? '';
    const [, key = '', score] = /^(\w+-\d+) of the sample, .* ([\d.]+) of 100:$/mu.exec(page) ?? [];
    const told = [...page.matchAll(/^\| (.+) \| (.+) \|(.*)\| (.*) \| [+−]?([\d.]+) \|$/gmu)].map(
      ([, label, value, points = '', , contribution]) => [
        label,
        value,
        points.trim(),
        contribution,
      ],
    );
    const view = await askedOf('score.view', key, 'mara');
    const shown = view.lines.map(({ label, value, points, contribution }) => [
      label,
      String(value === null ? value : describeValue(value)),
      points === null ? '' : String(points),
      Math.abs(contribution).toFixed(1),
    ]);
    expect(told.length).toBeGreaterThan(6);
    expect([told, score]).toEqual([shown, String(view.score)]);
  });
});
