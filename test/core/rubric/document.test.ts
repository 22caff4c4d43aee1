import fc from 'fast-check';
import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import { rubricDifference } from '../../../src/core/rubric/document/difference';
import { parseRubricText, writeRubric } from '../../../src/core/rubric/document/document-text';
import { parseRubric } from '../../../src/core/rubric/document/parse';
import { presets } from '../../../src/core/rubric/presets/presets';
import type { Rubric } from '../../../src/core/rubric/schema/schema';
import { rubrics } from '../arbitrary/any-rubric';
import { runs } from '../arbitrary/runs';

describe('a rubric as text', () => {
  it.each(['json', 'yaml'] as const)('comes back the same from %s', (format) => {
    fc.assert(
      fc.property(rubrics, (rubric) =>
        expect(parseRubricText(writeRubric(rubric, format))).toEqual({ ok: true, rubric }),
      ),
      { numRuns: Math.min(Math.ceil(runs.numRuns / 3), 100) },
    );
  });

  it('is read from YAML that says only what differs', () => {
    expect(parseRubricText('preset: ice\nname: Ours\nbands: { soon: 40 }\n')).toEqual({
      ok: true,
      rubric: { ...presets.ice, name: 'Ours', bands: { ...presets.ice.bands, soon: 40 } },
    });
  });

  it.each(['{"name": ', 'a: [b', 'a: b: c', '&a [*a, *b]'])(
    'that cannot be read is one problem: %s',
    (text) => {
      const parsed = parseRubricText(text);
      expect(parsed).toMatchObject({
        ok: false,
        problems: [
          { path: '', problem: expect.stringContaining('neither JSON nor YAML') as string },
        ],
      });
    },
  );

  it('lists every place that cannot be read, with its line', () => {
    const parsed = parseRubricText('name: @ours\nbands: { soon: 1\nurgency: `half`\n');
    const problems = parsed.ok ? [] : parsed.problems.map(({ problem }) => problem);
    expect(problems.length).toBeGreaterThan(1);
    for (const problem of problems) expect(problem).toMatch(/ at line \d+, column \d+$/u);
  });

  it('names what is said twice, with both lines, beside all other problems', () => {
    const parsed = parseRubricText(
      'name: A\nname: B\nbands:\n  soon: 1\n  soon: 2\nmoon: full\nurgency: { lambda: 7 }\nlanes:\n  - { lane: hot fix, lane: stability, any: [] }\n',
    );
    const problems = parsed.ok ? [] : parsed.problems;
    expect(problems.filter(({ problem }) => problem.startsWith('is said twice'))).toEqual([
      { path: 'name', problem: 'is said twice, on lines 1 and 2', advice: 'keep one of the two' },
      {
        path: 'bands.soon',
        problem: 'is said twice, on lines 4 and 5',
        advice: 'keep one of the two',
      },
      { path: 'lanes.0.lane', problem: 'is said twice, on line 9', advice: 'keep one of the two' },
    ]);
    expect(problems.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['moon', 'urgency.lambda']),
    );
  });

  describe('that nests deeper than anything in a rubric', () => {
    const deep = (n: number): Readonly<Record<string, string>> => ({
      'lists in JSON': `{"name": ${'['.repeat(n)}${']'.repeat(n)}}`,
      'objects in JSON': `${'{"a":'.repeat(n)}1${'}'.repeat(n)}`,
      'brackets that never close': `name: ${'['.repeat(n)}`,
      'braces that never close': '{a: '.repeat(n),
      'a row of dashes': `${'- '.repeat(n)}x`,
      'a row of question marks': `${'? '.repeat(n)}x`,
      'dashes and question marks': `${'- ? '.repeat(n / 2)}x`,
      'a row of keys': `${'a: '.repeat(n)}x`,
      indentation: Array.from(
        { length: Math.min(n, 800) },
        (_, depth) => `${' '.repeat(depth)}a:`,
      ).join('\n'),
    });
    it.each(Object.keys(deep(2)))('is refused before it is read: %s', (shape) => {
      for (const n of [60, 3_000, 190_000]) {
        const text = deep(n)[shape]?.slice(0, 400_000) ?? '';
        const parsed = parseRubricText(text);
        expect(parsed.ok ? [] : parsed.problems).toEqual([
          {
            path: '',
            problem: expect.stringMatching(
              /^it is nested more than 50 levels deep on line \d+$/u,
            ) as string,
            advice: expect.stringContaining('brackets or indentation') as string,
          },
        ]);
      }
    });

    it('says on which line', () => {
      expect(parseRubricText(`name: Ours\n\n# [[[\nbands: ${'['.repeat(51)}`)).toMatchObject({
        problems: [{ problem: 'it is nested more than 50 levels deep on line 4' }],
      });
    });

    it('is not found in texts, comments, or beside one another', () => {
      const many = '[{('.repeat(100);
      const text = `# ${many}\nname: "${many}"\nvocabulary: { criticalFix: '${many}', strategicBet: ${'x'.repeat(10)} }\n`;
      expect(parseRubricText(text).ok ? [] : JSON.stringify(parseRubricText(text))).not.toContain(
        'nested',
      );
      expect(
        JSON.stringify(parseRubricText(`name: A\nother:\n${'- [[1]]\n'.repeat(500)}`)),
      ).not.toContain('nested');
    });
  });

  it.each(['', 'just words', '- a list'])('is one object, not %j', (text) => {
    expect(parseRubricText(text)).toMatchObject({
      ok: false,
      problems: [{ problem: 'a rubric is one object' }],
    });
  });
});

describe('a rubric of the first format', () => {
  const {
    method: _,
    capacity: __,
    decisionRights: ___,
    postMortem: ____,
    votes: _____,
    moscow: ______,
    overrides: _______,
    ...rest
  } = defaultRubric;
  const farReaching = {
    laneDays: 366,
    pointsDays: 366,
    declineDays: 366,
    pauseDays: 366,
    overCapDays: 366,
    points: 100,
    usualDays: 14,
  };
  const old = { ...rest, schema: 1, version: 7, name: 'Stored long ago' };

  it('means what it meant', () => {
    expect(parseRubric(old)).toEqual({
      ok: true,
      rubric: { ...defaultRubric, overrides: farReaching, version: 7, name: 'Stored long ago' },
    });
  });

  it('has its problems found like any other', () => {
    expect(parseRubric({ ...old, bands: { soon: 95 } })).toMatchObject({
      ok: false,
      problems: [{ path: 'bands.soon' }],
    });
  });

  it('is told from a format that this app does not know yet', () => {
    for (const schema of [0, 4, '2', 1.5])
      expect(parseRubric({ ...old, schema })).toMatchObject({
        ok: false,
        problems: [{ path: 'schema' }],
      });
  });
});

describe('a rubric of the second format', () => {
  it('lets overrides reach as far as they did, while a new one has limits', () => {
    const { overrides: _, ...rest } = defaultRubric;
    expect(parseRubric({ ...rest, schema: 2 })).toMatchObject({
      ok: true,
      rubric: { schema: 3, overrides: { laneDays: 366, points: 100 } },
    });
    expect(parseRubric({ name: 'New' })).toMatchObject({
      ok: true,
      rubric: { overrides: { laneDays: 180, points: 30 } },
    });
  });
});

describe('the limits of overrides', () => {
  const problemsOf = (overrides: unknown) => {
    const parsed = parseRubric({ overrides });
    return parsed.ok ? [] : parsed.problems;
  };

  it('may be given in part', () => {
    expect(parseRubric({ overrides: { points: 5 } })).toMatchObject({
      ok: true,
      rubric: { overrides: { points: 5, laneDays: 180 } },
    });
  });

  it('must allow what a form offers, for every kind', () => {
    expect(problemsOf({ overCapDays: 7 })).toEqual([
      {
        path: 'overrides.usualDays',
        problem: '14 days are offered, but overrides.overCapDays allows only 7',
        advice: 'lower it to 7 or raise overrides.overCapDays',
      },
    ]);
  });

  it('let no pause outlast what may be declined', () => {
    expect(problemsOf({ pauseDays: 200, declineDays: 100 })).toEqual([
      {
        path: 'overrides.pauseDays',
        problem: 'work may be paused for 200 days, longer than it may be declined',
        advice: 'give at most 100',
      },
    ]);
  });

  it('are all said at once, beside what is no number of days at all', () => {
    expect(
      problemsOf({ laneDays: 400, points: 0, usualDays: 500 }).map(({ path }) => path),
    ).toEqual(
      expect.arrayContaining(['overrides.laneDays', 'overrides.points', 'overrides.usualDays']),
    );
  });
});

describe('the difference between two rubrics', () => {
  const textsOf = (before: Rubric, after: Rubric) =>
    rubricDifference(before, after).map(({ text }) => text);
  const changed = (document: Readonly<Record<string, unknown>>): Rubric => {
    const parsed = parseRubric(document);
    if (!parsed.ok)
      throw new Error(parsed.problems.map(({ path, problem }) => `${path}: ${problem}`).join(', '));
    return parsed.rubric;
  };

  it('is nothing between a rubric and its next edition that decides the same', () => {
    fc.assert(
      fc.property(rubrics, (rubric) =>
        expect(rubricDifference(rubric, { ...structuredClone(rubric), version: 9 })).toEqual([]),
      ),
      { numRuns: Math.min(Math.ceil(runs.numRuns / 3), 100) },
    );
  });

  it('is never nothing when they differ', () => {
    fc.assert(
      fc.property(rubrics, rubrics, (before, after) => {
        if (JSON.stringify(before) === JSON.stringify(after)) return;
        const texts = textsOf(before, after);
        expect(texts.length).toBeGreaterThan(0);
        for (const text of texts) expect(text).not.toMatch(/undefined|\[object|NaN/);
      }),
      { numRuns: Math.min(Math.ceil(runs.numRuns / 3), 100) },
    );
  });

  it('says each changed setting in words', () => {
    const after = changed({
      name: 'Ours',
      bands: { soon: 50 },
      effort: { k: 0.3 },
      urgency: { lambda: 0.5 },
      evidence: { halfLifeDays: 30, support: { projects: ['SUP'] } },
      customers: { members: { Acme: 'growth' } },
    });
    expect(textsOf(defaultRubric, after)).toEqual([
      'Name “Three pillars” → “Ours”',
      'Effort: how strongly it lowers (k) 0.2 → 0.3',
      'Urgency: how much it lifts (λ) 0.6 → 0.5',
      'Evidence: support projects now with “SUP”',
      'Evidence: half-life in days 90 → 30',
      'Customers: segment of Acme “growth” is new',
      'Bands: soon 38 → 50',
    ]);
  });

  it('says of a lane’s share what it is at most, and not what it weighs', () => {
    const { capacity } = defaultRubric;
    const after = {
      ...defaultRubric,
      capacity: {
        ...capacity,
        lanes: { ...capacity.lanes, 'hot fix': { least: 0.1, most: 0.3, owner: null } },
      },
    };
    expect(textsOf(defaultRubric, after)).toEqual([
      'Capacity: lanes hot fix at least 0 → 0.1',
      'Capacity: lanes hot fix at most 0.2 → 0.3',
    ]);
  });

  it('names criteria by their labels: those that came, went, changed or changed places', () => {
    const [first, second, ...others] = presets.ice.criteria;
    if (first === undefined || second === undefined) throw new Error('ICE has three criteria');
    const after: Rubric = {
      ...presets.ice,
      method: {
        ...presets.ice.method,
        kind: 'formula',
        measure: 'ICE',
        expression: 'confidence * impact * luck',
        scale: { kind: 'linear', from: 0, to: 1000 },
      },
      criteria: [second, { ...first, weight: 2 }, { ...first, id: 'luck', label: 'Luck' }],
    };
    expect(others).toHaveLength(1);
    expect(textsOf(presets.ice, after)).toEqual([
      'Method: expression “impact * confidence * ease” → “confidence * impact * luck”',
      'Criterion “Luck” is new',
      'Criterion “Ease” is gone',
      'Criterion order is now confidence · impact · luck',
      'Criterion “Impact”: weight 1 → 2',
    ]);
  });

  describe('tells weights as shares', () => {
    const withWeights = (weights: Readonly<Record<string, number>>): Rubric => ({
      ...defaultRubric,
      criteria: defaultRubric.criteria.map((one) => ({
        ...one,
        weight: weights[one.id] ?? one.weight,
      })),
    });
    const [pillar] = defaultRubric.pillars;
    const even: Rubric = {
      ...defaultRubric,
      criteria: defaultRubric.criteria.slice(0, 4).map((one, at) => ({
        ...one,
        id: `c${at}`,
        label: `C${at}`,
        weight: 25,
        pillar: at < 3 ? (pillar?.id ?? '') : 'customer-impact',
      })),
    };
    const evenWith = (
      change: (one: Rubric['criteria'][number]) => readonly Rubric['criteria'][number][],
    ): Rubric => ({ ...even, criteria: even.criteria.flatMap(change) });

    it('of what was given another weight, of the others together, and of the pillars', () => {
      expect(
        textsOf(
          even,
          evenWith((one) => [one.id === 'c3' ? { ...one, weight: 75 } : one]),
        ),
      ).toEqual([
        'Criterion “C3”: share 25 % → 50 %',
        'The 3 other criteria in proportion: together 75 % → 50 %',
        'Shares of pillars: Business value 75 % → 50 %, Customer impact 25 % → 50 %',
      ]);
    });

    it('of what came and went', () => {
      const after = evenWith((one) =>
        one.id === 'c0' ? [] : one.id === 'c3' ? [one, { ...one, id: 'c4', label: 'C4' }] : [one],
      );
      expect(textsOf(even, after)).toEqual([
        'Criterion “C4” is new: share 25 %',
        'Criterion “C0” is gone: its share was 25 %',
        'Shares of pillars: Business value 75 % → 50 %, Customer impact 25 % → 50 %',
      ]);
    });

    it('and says weights where the shares stay', () => {
      expect(
        textsOf(
          even,
          evenWith((one) => [{ ...one, weight: 50 }]),
        ),
      ).toContain('Criterion “C0”: weight 25 → 50, its share stays 25 %');
    });

    it('with figures that add up to 100 % as the editor shows them', () => {
      const [line = ''] = textsOf(defaultRubric, withWeights({ incidents: 60 })).filter((text) =>
        text.startsWith('Shares of pillars'),
      );
      const after = [...line.matchAll(/→ (\d+(?:\.\d)?) %/gu)].map(([, share]) =>
        Math.round(Number(share) * 10),
      );
      expect(after.reduce((sum, share) => sum + share, 0)).toBe(1000);
    });
  });

  it('says what a rule or a curve is now', () => {
    const lanes = defaultRubric.lanes.map((rule) =>
      rule.lane === 'hot fix'
        ? { ...rule, any: [{ kind: 'openIncident' as const, severity: 1 as const }] }
        : rule,
    );
    const criteria = defaultRubric.criteria.map((one) =>
      one.id === 'demand' ? { ...one, curve: { kind: 'log' as const, full: 20 } } : one,
    );
    expect(textsOf(defaultRubric, { ...defaultRubric, lanes, criteria })).toEqual([
      'Criterion “Customer demand”: curve saturating half the points at 2.5 → log complete at 20',
      expect.stringMatching(
        /^Lane rule “hot fix”: holds for now with open incident severity 1; no longer open incident severity 2, passed agreement, customers more than 10, fresh priority names “Blocker”, .* days 14 only of type “Bug”, /u,
      ),
    ]);
  });
});
