import { parseRubric } from '../../../src/core/rubric/document/parse';
import { presetNames, presets } from '../../../src/core/rubric/presets/presets';

type Given = Readonly<Record<string, unknown>>;

const problemsOf = (document: unknown) => {
  const parsed = parseRubric(document);
  return parsed.ok ? [] : parsed.problems;
};

const number = (id: string, curve: Given = {}, more: Given = {}) => ({
  id,
  pillar: 'value',
  label: id,
  signal: { kind: 'number', fields: [id] },
  weight: 1,
  absence: 'unknown',
  curve: { kind: 'amount', ...curve },
  ...more,
});
describe('a preset', () => {
  it.each(presetNames)('%s passes its own checks as it is', (name) => {
    expect(parseRubric({ preset: name })).toEqual({ ok: true, rubric: presets[name] });
    expect(parseRubric(JSON.parse(JSON.stringify(presets[name])))).toEqual({
      ok: true,
      rubric: presets[name],
    });
  });

  it('is what a document starts from that names it', () => {
    expect(parseRubric({ preset: 'rice', name: 'Our RICE', bands: { soon: 40 } })).toEqual({
      ok: true,
      rubric: { ...presets.rice, name: 'Our RICE', bands: { ...presets.rice.bands, soon: 40 } },
    });
  });

  it('completes criteria of which only ids are given, and those it knows', () => {
    const parsed = parseRubric({
      preset: 'weighted',
      method: { scale: { from: 1, to: 5 } },
      criteria: [
        { id: 'speed', weight: 0.7 },
        { id: 'value', label: 'Worth' },
      ],
    });
    expect(parsed).toMatchObject({
      ok: true,
      rubric: {
        method: { kind: 'weighted', measure: 'Weighted score', scale: { from: 1, to: 5 } },
        criteria: [
          {
            id: 'speed',
            pillar: 'value',
            label: 'speed',
            weight: 0.7,
            absence: 'unknown',
            signal: { kind: 'number', fields: ['speed'] },
            curve: { kind: 'linear', from: { x: 1, points: 0 }, to: { x: 5, points: 100 } },
          },
          {
            id: 'value',
            label: 'Worth',
            weight: 40,
            signal: { kind: 'number', fields: ['Value'] },
          },
        ],
      },
    });
  });

  it('takes the scale that all criteria are rated on for its own', () => {
    const rated = (id: string, to: number) => ({
      id,
      curve: { kind: 'linear', from: { x: 1, points: 0 }, to: { x: to, points: 100 } },
    });
    const scaleOf = (document: Given) => {
      const parsed = parseRubric({ preset: 'weighted', ...document });
      return parsed.ok && parsed.rubric.method.kind === 'weighted'
        ? parsed.rubric.method.scale
        : parsed;
    };
    expect(scaleOf({ criteria: [rated('a', 5), rated('b', 5)] })).toEqual({ from: 1, to: 5 });
    expect(scaleOf({ criteria: [rated('a', 5), rated('b', 9)] })).toEqual({ from: 0, to: 10 });
    expect(
      scaleOf({ criteria: [rated('a', 5), rated('b', 5)], method: { scale: { from: 0, to: 1 } } }),
    ).toEqual({ from: 0, to: 1 });
  });

  it('takes criteria by id with their weights alone', () => {
    const parsed = parseRubric({
      preset: 'weighted',
      criteria: { quality: 0.4, speed: { weight: 0.6, label: 'Speed to market' } },
    });
    expect(parsed).toMatchObject({
      ok: true,
      rubric: {
        criteria: [
          { id: 'quality', weight: 0.4 },
          {
            id: 'speed',
            weight: 0.6,
            label: 'Speed to market',
            signal: { fields: ['Speed to market'] },
          },
        ],
      },
    });
  });

  it('is that of weighted scoring, where a document names that method and brings criteria', () => {
    const weighted = parseRubric({ preset: 'weighted', criteria: { a: 0.4, b: 0.6 } });
    expect(parseRubric({ method: { kind: 'weighted' }, criteria: { a: 0.4, b: 0.6 } })).toEqual(
      weighted,
    );
    expect(weighted.ok).toBe(true);
  });

  it('leaves the default’s criteria to weighted scoring that brings none', () => {
    const parsed = parseRubric({
      method: { kind: 'weighted', measure: 'Ours', scale: { from: 1, to: 5 } },
    });
    expect(parsed).toMatchObject({
      ok: true,
      rubric: { criteria: presets.pillars.criteria, effort: { k: 0.2 } },
    });
  });

  it('gives what a method of its own kind leaves out', () => {
    expect(
      parseRubric({
        preset: 'rice',
        method: { kind: 'formula', expression: 'reach * impact * confidence / (effort * effort)' },
      }),
    ).toMatchObject({
      ok: true,
      rubric: { method: { measure: 'RICE', scale: { full: 100_000 } } },
    });
  });

  it('has the pillars of the default at hand for criteria that name them', () => {
    const parsed = parseRubric({
      method: { kind: 'weighted' },
      criteria: [
        { id: 'a', pillar: 'technical-risk' },
        { id: 'b', pillar: 'value' },
      ],
    });
    expect(parsed).toMatchObject({
      ok: true,
      rubric: { pillars: [{ id: 'value' }, { id: 'technical-risk' }] },
    });
  });

  it('asks for no pillar in its lanes that a document with pillars of its own does not have', () => {
    const own = {
      pillars: [{ id: 'ours', label: 'Ours' }],
      criteria: [{ ...number('a', { kind: 'log', full: 9 }), pillar: 'ours' }],
    };
    const parsed = parseRubric(own);
    expect(
      parsed.ok && parsed.rubric.lanes.flatMap(({ any }) => any.map(({ kind }) => kind)),
    ).toEqual(
      presets.pillars.lanes
        .flatMap(({ any }) => any.map(({ kind }) => kind))
        .filter((kind) => kind !== 'strongestPillar'),
    );
    expect(problemsOf({ ...own, lanes: presets.pillars.lanes })).toMatchObject([
      { problem: 'no pillar is called "technical-risk"' },
    ]);
    expect(parseRubric({})).toEqual({ ok: true, rubric: presets.pillars });
  });

  it('must be one that there is', () => {
    expect(problemsOf({ preset: 'rise' })).toMatchObject([
      { path: 'preset', problem: 'is no preset' },
    ]);
  });
});
