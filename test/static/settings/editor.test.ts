import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import { inheritable } from '../../../src/core/rubric/document/inherit';
import { HorizonCondition, LaneCondition } from '../../../src/core/rubric/schema/lane-rules';
import { parseRubric } from '../../../src/core/rubric/document/parse';
import { presets } from '../../../src/core/rubric/presets/presets';
import {
  countables,
  newCriterion,
} from '../../../static/ui/src/surfaces/settings/editor/criteria/new-criterion';
import { idFor } from '../../../static/ui/src/surfaces/settings/editor/criteria/new-ids';
import { sharesOf } from '../../../src/core/rubric/document/shares';
import { weightForShare } from '../../../static/ui/src/surfaces/settings/editor/criteria/shares';
import { spreadText } from '../../../static/ui/src/surfaces/settings/editor/curves/spread-text';
import { todaysSpread } from '../../../static/ui/src/surfaces/settings/editor/curves/todays-spread';
import { withMethod } from '../../../static/ui/src/surfaces/settings/editor/method/fresh-method';
import { placeText } from '../../../static/ui/src/surfaces/settings/editor/place-text';
import { horizonRuleOptions } from '../../../static/ui/src/surfaces/settings/editor/rules/horizon-options';
import { laneRuleOptions } from '../../../static/ui/src/surfaces/settings/editor/rules/lane-options';
import { effortSettings } from '../../../static/ui/src/surfaces/settings/editor/sections/effort-settings';
import {
  evidenceSettings,
  linkSettings,
} from '../../../static/ui/src/surfaces/settings/editor/sections/evidence-settings';
import {
  bandSettings,
  capacitySettings,
  moscowSettings,
  overrideSettings,
  vocabularySettings,
  voteSettings,
} from '../../../static/ui/src/surfaces/settings/editor/sections/plan-settings';
import { sectionList } from '../../../static/ui/src/surfaces/settings/editor/sections/section-list';
import { urgencySettings } from '../../../static/ui/src/surfaces/settings/editor/sections/urgency-settings';
import { movedInList } from '../../../static/ui/src/surfaces/settings/editor/fields/reorder-list';
import {
  readAt,
  type RubricDocument,
} from '../../../static/ui/src/surfaces/settings/draft/document-path';

const document: RubricDocument = { ...defaultRubric };

describe('the sections of the rubric editor', () => {
  it('show every part of a rubric, each once', () => {
    const shown = sectionList.flatMap(({ keys }) => [...keys]);
    expect([...shown].sort()).toEqual(['name', ...inheritable].sort());
  });

  it.each(Object.entries(presets))('read as sentences under the preset %s', (_, preset) => {
    for (const { words } of sectionList) {
      const said = words({ ...preset });
      expect(said).toMatch(/^\S.*$/);
      expect(said).not.toMatch(/undefined|NaN|…|\[object/);
    }
  });

  it('name only settings that a rubric has', () => {
    const all = [
      effortSettings(document),
      urgencySettings,
      evidenceSettings,
      linkSettings,
      bandSettings,
      capacitySettings,
      overrideSettings,
      vocabularySettings,
      voteSettings,
      moscowSettings(document),
    ].flat();
    const unknown = all.filter(
      (setting) => setting.kind !== 'heading' && readAt(document, setting.path) === undefined,
    );
    expect(all.length).toBeGreaterThan(60);
    expect(unknown).toEqual([]);
  });

  it('offer every fact that a lane or horizon rule may look at', () => {
    const kindsOf = (
      options: readonly { readonly shape: { readonly kind: { readonly value: string } } }[],
    ): readonly string[] => options.map(({ shape }) => shape.kind.value).sort();
    expect(
      laneRuleOptions(document)
        .conditions.map(({ kind }) => kind)
        .sort(),
    ).toEqual(kindsOf(LaneCondition.options));
    expect(horizonRuleOptions.conditions.map(({ kind }) => kind).sort()).toEqual(
      kindsOf(HorizonCondition.options),
    );
  });
});

describe('the picture behind a curve', () => {
  const spread = { known: 2, unknown: 1, buckets: [{ from: 1, to: 9, issues: 2 }], names: [] };
  const field = {
    id: 'customfield_1',
    name: 'Reach',
    signal: 'number',
    type: 'number',
    filled: null,
    samples: [],
    spread,
  } as const;
  const held = { known: 5, unknown: 0, buckets: [], names: [] };
  const [first] = defaultRubric.criteria;
  const facts = {
    fields: [field],
    sample: { issues: 3, why: null },
    measured: { issues: 5, all: true },
    distributions: { [first?.id ?? '']: held },
    names: { workTypes: [], priorities: [], linkTypes: [], linkPhrases: [], roles: [] },
  };
  const reach = { id: 'new', signal: { kind: 'number', fields: ['reach'] } };

  it('is of the sample, and says so, while the criterion is new in the draft', () => {
    const found = todaysSpread(reach, facts, defaultRubric);
    expect(found).toEqual({ of: spread, sample: true });
    expect(spreadText(found)).toBe(
      'Grey: the 2 that have a value (67\u00a0%) of the 3 open issues edited last: a sample, until this is published.',
    );
  });

  it('is of every open issue once the rubric in force judges by the same, and not when the draft looks at something else', () => {
    expect(todaysSpread(first, facts, defaultRubric)).toEqual({ of: held, sample: false });
    expect(todaysSpread({ ...reach, id: first?.id }, facts, defaultRubric)).toEqual({
      of: spread,
      sample: true,
    });
    expect(
      todaysSpread(
        { ...reach, signal: { kind: 'number', fields: ['Another'] } },
        facts,
        defaultRubric,
      ),
    ).toBeUndefined();
  });
});

describe('shares', () => {
  it('add up to 100 %, whatever the weights', () => {
    for (const weights of [
      [1, 1, 1],
      [40, 20, 5, 12, 13, 15, 18, 4, 4],
      [0.001, 1000],
      Array.from({ length: 60 }, (_, at) => at + 0.7),
    ]) {
      expect(sharesOf(weights).reduce((sum, share) => sum + Math.round(share * 10), 0)).toBe(1000);
    }
  });

  it('come about by changing one weight: the others keep their proportion', () => {
    const weight = weightForShare(50, 30);
    expect(weight).toBe(30);
    expect(sharesOf([weight, 20, 10])).toEqual([50, 33.3, 16.7]);
  });

  it('stay weights that a rubric accepts at both ends', () => {
    expect(weightForShare(0, 100)).toBe(0.001);
    expect(weightForShare(100, 100)).toBe(1000);
    expect(weightForShare(30, 0)).toBe(1);
  });
});

describe('a criterion that was just added', () => {
  const named = new Set(['option', 'user']);

  it.each(countables(undefined).filter(({ signal }) => !named.has(signal)))(
    'over “$label” leaves the rubric sound once its field is named',
    (chosen) => {
      const fresh = newCriterion(document, chosen, 'technical-risk');
      const signal = fresh['signal'] as RubricDocument;
      const whole = {
        ...document,
        criteria: [
          ...defaultRubric.criteria,
          { ...fresh, signal: 'fields' in signal ? { ...signal, fields: ['Any field'] } : signal },
        ],
      };
      expect(parseRubric(whole)).toMatchObject({ ok: true });
    },
  );

  it('over a choice gives points to the names that the field holds', () => {
    const field = {
      id: 'cf1',
      name: 'Plan',
      signal: 'option',
      type: 'choice',
      filled: { share: 0.6, of: 'of 100 open issues' },
      samples: ['Enterprise', 'Growth', 'Free'],
      spread: null,
    } as const;
    const [chosen] = countables({
      fields: [field],
      sample: { issues: 100, why: null },
      measured: { issues: 100, all: true },
      distributions: {},
      names: { workTypes: [], priorities: [], linkTypes: [], linkPhrases: [], roles: [] },
    });
    expect(chosen?.about).toBe(
      'choice · set on 60\u00a0% of 100 open issues · for example Enterprise, Growth, Free',
    );
    expect(newCriterion(document, chosen!, 'business-value')['curve']).toEqual({
      kind: 'table',
      values: { Enterprise: 100, Growth: 67, Free: 33 },
      blank: [],
    });
  });

  it('has an id of its own that a formula can name', () => {
    expect(idFor('Réach (users)', [], 'criterion')).toBe('reach_users');
    expect(idFor('影響', [], 'criterion')).toBe('criterion');
    expect(idFor('Effort', ['effort_2'], 'criterion')).toBe('effort_3');
  });
});

describe('another method', () => {
  it('gives every criterion a name that a formula can read', () => {
    const formula = withMethod(document, 'formula');
    const parsed = parseRubric(formula);
    expect(
      parsed.ok
        ? []
        : parsed.problems.map(({ path }) => path).filter((path) => path.endsWith('.id')),
    ).toEqual([]);
    expect(readAt(formula, ['method', 'expression'])).toMatch(/^mean\(priority, stated_value, /);
  });
});

describe('the words for a place', () => {
  it('name what a person named, and number the rest', () => {
    expect(placeText(document, 'criteria.1.weight')).toBe(
      'Criterion “Stated business value”: weight',
    );
    expect(placeText(document, 'lanes.2.any.0.names')).toBe(
      'Lane rule “stability”: holds for 1 names',
    );
    expect(placeText(document, 'effort.k')).toBe('Effort: how strongly it lowers (k)');
    expect(placeText(document, '')).toBe('The rubric');
  });
});

describe('an item of a list', () => {
  it('moves one place, and stays at the ends', () => {
    expect(movedInList(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(movedInList(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
  });
});
