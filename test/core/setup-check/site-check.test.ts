import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import { presets } from '../../../src/core/rubric/presets/presets';
import { problemsOnSite } from '../../../src/core/setup-check/site-check';
import type { Rubric } from '../../../src/core/rubric/schema/schema';
import { aField } from '../builders/an-issue';
import { aNumber } from '../builders/plain-rubric';

const riceFields = [
  aField('customfield_1', 'Reach'),
  aField('customfield_2', 'impact '),
  aField('customfield_3', 'Confidence'),
  aField('customfield_4', 'Effort'),
];

describe('a rubric held against a site', () => {
  it('has no problem where every field is there, by name or id and whatever the case', () => {
    expect(problemsOnSite(presets.rice, riceFields)).toEqual([]);
  });

  it('names each criterion whose fields are all missing', () => {
    expect(problemsOnSite(presets.rice, riceFields.slice(1))).toEqual([
      {
        path: 'criteria.0.signal',
        problem: 'criterion reach reads field Reach, which this site does not have',
        advice: 'name a field that it has, or create one',
      },
    ]);
    expect(problemsOnSite(presets.rice, [])).toHaveLength(4);
  });

  it('lets what the rubric would leave out be missing', () => {
    expect(problemsOnSite(defaultRubric, [])).toEqual([]);
  });

  it('says when a field is of another type, unless one of its names fits', () => {
    const text = aField('customfield_9', 'Reach', 'string');
    expect(problemsOnSite(presets.rice, [text, ...riceFields.slice(1)])).toMatchObject([
      {
        problem:
          'criterion reach cannot read its field: "Reach" is a text field, and the rubric reads it as a number',
      },
    ]);
    expect(problemsOnSite(presets.rice, [text, ...riceFields])).toEqual([]);
  });

  it('looks at effort, lane rules and evidence, where they name other fields than Ballast proposes', () => {
    const { effort, evidence, lanes } = defaultRubric;
    const own: Rubric = {
      ...defaultRubric,
      effort: { ...effort, sources: [...effort.sources, { fields: ['Days'], perUnit: 1 }] },
      lanes: lanes.map((rule) =>
        rule.lane === 'strategic bet'
          ? { ...rule, any: [...rule.any, { kind: 'filled', fields: ['Bet', 'Wager'] }] }
          : rule,
      ),
      evidence: {
        ...evidence,
        incidents: { ...evidence.incidents, severityFields: ['Impact'] },
        support: {
          ...evidence.support,
          customerFields: ['Firm'],
          satisfaction: { ...evidence.support.satisfaction, fields: ['Smile'] },
        },
      },
    };
    expect(problemsOnSite(own, []).map(({ path, problem }) => [path, problem])).toEqual([
      ['effort.sources.2.fields', 'effort reads field Days, which this site does not have'],
      [
        'lanes.3.any.3.fields',
        'the rule for strategic bet reads field Bet or Wager, which this site does not have',
      ],
      [
        'evidence.incidents.severityFields',
        'the severity of incidents reads field Impact, which this site does not have',
      ],
      [
        'evidence.support.customerFields',
        'the customer of a support ticket reads field Firm, which this site does not have',
      ],
      [
        'evidence.support.satisfaction.fields',
        'the satisfaction with a support ticket reads field Smile, which this site does not have',
      ],
    ]);
    expect(
      problemsOnSite(
        own,
        ['Days', 'Wager', 'Impact', 'Firm', 'Smile'].map((name, at) =>
          aField(`customfield_${at}`, name),
        ),
      ),
    ).toEqual([]);
  });

  it('says of effort and of an agreement, too, that the field is of another type', () => {
    const text = (name: string) => aField('customfield_1', name, 'string');
    expect(problemsOnSite(defaultRubric, [text('Story Points')])).toMatchObject([
      {
        path: 'effort.sources.0.fields',
        problem:
          'effort cannot read its field: "Story Points" is a text field, and the rubric reads it as a number',
      },
    ]);
    const agreed: Rubric = {
      ...defaultRubric,
      criteria: [
        {
          ...aNumber('time'),
          signal: { kind: 'sla', fields: ['Time to resolution'] },
          curve: { kind: 'dateRamp', full: 0, none: 5 },
        },
      ],
    };
    expect(problemsOnSite(agreed, [text('Time to resolution')])).toMatchObject([
      {
        path: 'criteria.0.signal',
        problem:
          'criterion time cannot read its field: "Time to resolution" is a text field, and the rubric reads it as a service agreement',
      },
    ]);
    expect(
      problemsOnSite(agreed, [
        aField(
          'customfield_1',
          'Time to resolution',
          'any',
          'com.atlassian.servicedesk:sd-sla-field',
        ),
      ]),
    ).toEqual([]);
  });

  it('looks at the field that MoSCoW is mapped from', () => {
    const moscow = {
      ...defaultRubric.moscow,
      source: {
        from: 'field' as const,
        fields: ['MoSCoW'],
        names: { must: ['Must'], should: ['Should'], could: ['Could'], wont: ["Won't"] },
      },
    };
    expect(problemsOnSite({ ...defaultRubric, moscow }, [])).toMatchObject([
      {
        path: 'moscow.source.fields',
        problem: 'MoSCoW reads field MoSCoW, which this site does not have',
      },
    ]);
  });
});
