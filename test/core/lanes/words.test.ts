import { rubricDifference } from '../../../src/core/rubric/document/difference';
import { parseRubric } from '../../../src/core/rubric/document/parse';
import type { LaneCondition } from '../../../src/core/rubric/schema/lane-rules';
import type { Rubric } from '../../../src/core/rubric/schema/schema';
import type { IssueRecord } from '../../../src/core/issue/issue-record';
import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import { gatherSignals } from '../../../src/core/signals/gather';
import { anIssue } from '../builders/an-issue';
import { readCardOf } from '../builders/described';
import { aRubric } from '../builders/signals-of';

type Words = Extract<LaneCondition, { kind: 'words' }>;

const upkeep: Words = {
  kind: 'words',
  in: ['summary', 'labels', 'components'],
  any: ['upgrade', 'CI', 'packaging', 'tech debt'],
};

function ruled(given: Partial<Words> = {}): Rubric {
  return aRubric({
    lanes: [
      { lane: 'stability', any: [{ ...upkeep, ...given }] },
      { lane: 'feature improvement', any: [{ kind: 'level', atLeast: -1, atMost: 9 }] },
    ],
  });
}

const gathered = (issue: Partial<IssueRecord>, rubric: Rubric) =>
  gatherSignals({ issue: anIssue(issue), linked: new Map(), rubric, fields: [] });

function placed(issue: Partial<IssueRecord>, rubric = ruled()): string {
  const { lane, because } = readCardOf(gathered(issue, rubric), rubric);
  return lane === 'stability' ? because : lane;
}

describe('a lane rule on words of the issue', () => {
  it.each<[string, Partial<IssueRecord>, string]>([
    ['the title', { summary: 'UPGRADE Jackson to 2.17' }, 'its title says “upgrade”'],
    ['a label', { labels: ['ui', 'Tech-Debt'] }, 'a label says “tech debt”'],
    ['a component', { components: ['Build / ci'] }, 'a component says “CI”'],
    [
      'several of the title',
      { summary: 'Packaging for CI: upgrade' },
      'its title says “upgrade”, “CI” and “packaging”',
    ],
    [
      'two labels',
      { labels: ['tech_debt', 'packaging'] },
      'its labels say “packaging” and “tech debt”',
    ],
    [
      'the title before a label',
      { summary: 'Upgrade it', labels: ['CI'] },
      'its title says “upgrade”',
    ],
    ['part of a word only', { summary: 'A specific upgraded circuit' }, 'feature improvement'],
    ['nothing', {}, 'feature improvement'],
  ])('finds those of %s', (_, issue, expected) => {
    expect(placed(issue)).toBe(expected);
  });

  it('looks only where it says', () => {
    const titles = ruled({ in: ['summary'] });
    expect(placed({ labels: ['CI'], components: ['packaging'] }, titles)).toBe(
      'feature improvement',
    );
    expect(placed({ summary: 'CI', labels: ['x'] }, ruled({ in: ['labels'] }))).toBe(
      'feature improvement',
    );
  });

  it('holds for its work types alone, and says which; for all where it names none', () => {
    const stories = ruled({ workTypes: ['story', 'Task'] });
    expect(placed({ summary: 'Upgrade' }, stories)).toBe(
      'its title says “upgrade” and its type is story',
    );
    expect(placed({ summary: 'Upgrade', type: { name: 'Epic', level: 1 } }, stories)).toBe(
      'feature improvement',
    );
    expect(
      placed({ summary: 'Upgrade', type: { name: 'Epic', level: 1 } }, ruled({ workTypes: [] })),
    ).toBe('its title says “upgrade”');
  });

  it('keeps of the issue’s text nothing but the list’s own words', () => {
    const kept = JSON.stringify(
      gathered(
        {
          summary: 'Upgrade of the secret project',
          labels: [],
          components: ['Confidential packaging'],
        },
        ruled(),
      ),
    );
    expect(kept).toContain('"upgrade"');
    expect(kept).not.toMatch(/secret|Upgrade|Confidential/);
  });

  it('is answered by its own list: another list says nothing', () => {
    const before = ruled();
    const after = ruled({ any: ['upgrades'] });
    expect(readCardOf(gathered({ summary: 'Upgrade' }, before), after).lane).toBe(
      'feature improvement',
    );
  });

  it('tells two lists apart in one issue', () => {
    const rubric = aRubric({
      lanes: [
        { lane: 'hot fix', any: [{ kind: 'words', in: ['summary'], any: ['outage'] }] },
        { lane: 'stability', any: [upkeep] },
      ],
    });
    expect(placed({ summary: 'Upgrade' }, rubric)).toBe('its title says “upgrade”');
    expect(placed({ summary: 'Outage after upgrade' }, rubric)).toBe('hot fix');
  });
});

describe('a list of words', () => {
  const problems = (given: Partial<Words>): readonly string[] => {
    const parsed = parseRubric({
      lanes: [{ lane: 'stability', any: [{ ...upkeep, ...given }] }],
    });
    return parsed.ok ? [] : parsed.problems.map(({ path }) => path);
  };

  it('has at most 50 words of at most 60 characters, and at least one', () => {
    const words = (count: number) => Array.from({ length: count }, (_, at) => `word ${at}`);
    expect(problems({ any: words(50) })).toEqual([]);
    expect(problems({ any: words(51) })).toEqual(['lanes.0.any.0.any']);
    expect(problems({ any: [] })).toEqual(['lanes.0.any.0.any']);
    expect(problems({ any: ['x'.repeat(60)] })).toEqual([]);
    expect(problems({ any: ['x'.repeat(61)] })).toEqual(['lanes.0.any.0.any.0']);
  });

  it('is looked for somewhere', () => {
    expect(problems({ in: [] })).toEqual(['lanes.0.any.0.in']);
    expect(problems({ in: ['description' as 'summary'] })).toEqual(['lanes.0.any.0.in.0']);
  });

  it('reads as a sentence where a version added it', () => {
    const added = rubricDifference(
      aRubric({ lanes: [{ lane: 'stability', any: [{ kind: 'followUp' }] }] }),
      {
        ...defaultRubric,
        lanes: [{ lane: 'stability', any: [{ kind: 'followUp' }, { ...upkeep, in: ['summary'] }] }],
      },
    );
    expect(added.map(({ text }) => text)).toEqual([
      'Lane rule “stability”: holds for now with words in “summary” any of “upgrade”, “CI”, “packaging”, “tech debt”',
    ]);
  });
});
