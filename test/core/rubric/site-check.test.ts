import { defaultRubric } from '../../../src/core/rubric/default-rubric';
import { presets } from '../../../src/core/rubric/presets/presets';
import { problemsOnSite } from '../../../src/core/rubric/site-check';
import { aField } from '../builders/an-issue';

const riceFields = [aField('customfield_1', 'Reach'), aField('customfield_2', 'impact '), aField('customfield_3', 'Confidence'), aField('customfield_4', 'Effort')];

describe('a rubric held against a site', () => {
  it('has no problem where every field is there, by name or id and whatever the case', () => {
    expect(problemsOnSite(presets.rice, riceFields)).toEqual([]);
  });

  it('names each criterion whose fields are all missing', () => {
    expect(problemsOnSite(presets.rice, riceFields.slice(1))).toEqual([
      { path: 'criteria.0.signal', problem: 'criterion reach reads field Reach, which this site does not have', advice: 'name a field that it has, or create one' },
    ]);
    expect(problemsOnSite(presets.rice, [])).toHaveLength(4);
  });

  it('lets what the rubric would leave out be missing', () => {
    expect(problemsOnSite(defaultRubric, [])).toEqual([]);
  });

  it('says when a field is of another type, unless one of its names fits', () => {
    const text = aField('customfield_9', 'Reach', 'string');
    expect(problemsOnSite(presets.rice, [text, ...riceFields.slice(1)])).toMatchObject([{ problem: 'criterion reach cannot read its field: "Reach" is a text field, and the rubric reads it as a number' }]);
    expect(problemsOnSite(presets.rice, [text, ...riceFields])).toEqual([]);
  });

  it('looks at the field that MoSCoW is mapped from', () => {
    const moscow = { ...defaultRubric.moscow, source: { from: 'field' as const, fields: ['MoSCoW'], names: { must: ['Must'], should: ['Should'], could: ['Could'], wont: ["Won't"] } } };
    expect(problemsOnSite({ ...defaultRubric, moscow }, [])).toMatchObject([{ path: 'moscow.source.fields', problem: 'MoSCoW reads field MoSCoW, which this site does not have' }]);
  });
});
