import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import {
  followed,
  inheritable,
  inheritanceChanges,
  inherited,
  stillAsIn,
} from '../../../src/core/rubric/document/inherit';
import { parseRubric } from '../../../src/core/rubric/document/parse';

const site = {
  ...defaultRubric,
  bands: { immediate: 90, soon: 50, canWait: 20 },
  calendar: { holidays: ['2026-12-25'] },
};

describe('taking parts of a rubric from the site’s', () => {
  it('is possible for every part but its name, its format and its edition', () => {
    expect(inheritable).toEqual(
      Object.keys(defaultRubric)
        .filter((key) => !['name', 'schema', 'version'].includes(key))
        .sort((a, b) => inheritable.indexOf(a as never) - inheritable.indexOf(b as never)),
    );
  });

  it('puts the site’s in the place of one’s own and leaves the rest', () => {
    const merged = parseRubric(
      inherited(
        { name: 'Ours', bands: { immediate: 1 }, capacity: { scopeCreep: 2 } },
        ['bands', 'calendar'],
        site,
      ),
    );
    expect(
      merged.ok && [
        merged.rubric.name,
        merged.rubric.bands,
        merged.rubric.calendar,
        merged.rubric.capacity.scopeCreep,
      ],
    ).toEqual(['Ours', site.bands, site.calendar, 2]);
  });

  it('holds while the part is as it is there', () => {
    expect(
      stillAsIn(site, { ...site, name: 'Ours', bands: defaultRubric.bands }, ['bands', 'calendar']),
    ).toEqual(['calendar']);
  });

  it('is the whole where there is no rubric of one’s own, and nothing in one that says nothing of it', () => {
    expect([followed(null), followed({}), followed({ inherits: ['bands'] })]).toEqual([
      inheritable,
      [],
      ['bands'],
    ]);
  });

  it('is told in words when it begins and when it ceases', () => {
    expect(inheritanceChanges(['bands'], ['calendar', 'lanes']).map(({ text }) => text)).toEqual([
      "Now follows the site's rubric in: Calendar, Lane rule",
      "No longer follows the site's rubric in: Bands",
    ]);
    expect(inheritanceChanges(['bands'], ['bands'])).toEqual([]);
    expect(inheritanceChanges(followed(null), []).map(({ text }) => text)).toEqual([
      "No longer follows the site's rubric in: every part",
    ]);
  });
});
