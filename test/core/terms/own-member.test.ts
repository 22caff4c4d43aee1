import { rubricDifference } from '../../../src/core/rubric/document/difference';
import { mergeRubrics } from '../../../src/core/rubric/document/merge';
import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import { ownMember } from '../../../src/core/terms/own-member';

const inherited = Object.getOwnPropertyNames(Object.prototype);

describe('a name of somebody’s choosing', () => {
  it.each(inherited)('finds nothing that every object has: %s', (name) => {
    expect(ownMember({}, name)).toBeUndefined();
    const own = JSON.parse(`{${JSON.stringify(name)}: 5}`) as Record<string, number>;
    expect(ownMember(own, name)).toBe(5);
  });

  it.each(inherited.filter((name) => name !== '__proto__'))(
    'is a segment like any other, new or taken in from others: %s',
    (name) => {
      const { segments } = defaultRubric.customers;
      const theirs = {
        ...defaultRubric,
        customers: { ...defaultRubric.customers, segments: { ...segments, [name]: 3 } },
      };
      expect(rubricDifference(defaultRubric, theirs)).toHaveLength(1);
      const merged = mergeRubrics({ base: defaultRubric, mine: defaultRubric, theirs }, {});
      expect(merged.document).toMatchObject({ customers: { segments: { [name]: 3 } } });
      expect(merged.conflicts).toEqual([]);
    },
  );
});
