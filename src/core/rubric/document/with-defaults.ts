import { defaultRubric } from '../presets/default-rubric';
import { presetNames, presets, type PresetName } from '../presets/presets';
import type { Rubric } from '../schema/schema';

type Document = Readonly<Record<string, unknown>>;

/** Settings of which a document may give a part. */
const sections = [
  'ageing',
  'effort',
  'urgency',
  'customers',
  'followUps',
  'blockers',
  'bands',
  'vocabulary',
  'votes',
  'moscow',
  'capacity',
  'decisionRights',
  'overrides',
  'postMortem',
  'retention',
] as const;
const evidenceSections = ['incidents', 'support', 'reports', 'strength'] as const;

/**
 * The document made whole: what it leaves out is as in the preset it names, or else as in the default rubric. One that brings criteria
 * of its own to weighted scoring and names no preset means the preset of that method.
 */
export function withDefaults(document: Document): Document {
  const { preset, ...given } = document;
  const base = isPreset(preset) ? presets[preset] : rates(given) ? presets.weighted : defaultRubric;
  const whole: Record<string, unknown> = { ...base, ...given, ...filled(given, base, sections) };
  if (preset !== undefined && !isPreset(preset)) whole['preset'] = preset;
  if (isPlain(given['evidence']))
    whole['evidence'] = {
      ...base.evidence,
      ...given['evidence'],
      ...filled(given['evidence'], base.evidence, evidenceSections),
    };
  if (isPlain(given['method']) && given['method']['kind'] === undefined)
    whole['method'] = { ...base.method, ...given['method'] };
  if (isPlain(given['method']) && given['method']['kind'] === base.method.kind)
    whole['method'] = { ...base.method, ...given['method'] };
  if (given['lanes'] === undefined) whole['lanes'] = lanesFor(whole['pillars'], base);
  if (base.method.kind === 'pillars') return whole;
  const criteria = completed(given, whole, base);
  const scale =
    isPlain(given['method']) && given['method']['scale'] !== undefined
      ? null
      : commonScale(criteria);
  if (scale !== null && isPlain(whole['method']) && whole['method']['kind'] === 'weighted')
    whole['method'] = { ...whole['method'], scale };
  return {
    ...whole,
    criteria,
    ...(given['pillars'] === undefined ? { pillars: pillarsIn(criteria, base) } : {}),
  };
}

export function isPreset(name: unknown): name is PresetName {
  return presetNames.some((known) => known === name);
}

/** Under a preset, a criterion needs no more than an id and perhaps a weight: the rest is as the method has it, on the scale that the document names. */
function completed(given: Document, whole: Document, base: Rubric): unknown {
  const criteria = listOf(
    given['criteria'] === undefined ? base.criteria.map(({ id }) => ({ id })) : given['criteria'],
  );
  if (!Array.isArray(criteria)) return criteria;
  const [first] = base.criteria;
  const known = new Map(base.criteria.map((criterion) => [criterion.id, criterion]));
  const pillars = whole['pillars'];
  const pillar: unknown =
    Array.isArray(pillars) && isPlain(pillars[0]) ? pillars[0]['id'] : undefined;
  const rated = ratedOn(
    isPlain(given['method']) ? given['method']['scale'] : undefined,
    whole['method'],
  );
  const curve = rated ?? (first?.curve.kind === 'amount' ? { kind: 'amount' } : first?.curve);
  return criteria.map((one: unknown) => {
    if (!isPlain(one) || typeof one['id'] !== 'string') return one;
    const label = typeof one['label'] === 'string' ? one['label'] : one['id'];
    const fresh = {
      pillar,
      label,
      signal: { kind: 'number', fields: [label] },
      curve,
      weight: 1,
      absence: 'unknown',
    };
    return {
      ...(known.get(one['id']) ?? fresh),
      ...(rated === null ? {} : { curve: rated }),
      ...one,
    };
  });
}

/** `criteria: { quality: 0.4, speed: { weight: 0.6 } }` says by id what a list says one by one. */
function listOf(criteria: unknown): unknown {
  if (!isPlain(criteria)) return criteria;
  return Object.entries(criteria).map(([id, given]) =>
    isPlain(given) ? { id, ...given } : { id, weight: given },
  );
}

/** Where every criterion is rated between the same two ends and no other scale is named, the raw number is on theirs. */
function commonScale(criteria: unknown): unknown {
  const ends = (Array.isArray(criteria) ? criteria : []).map((one: unknown) => {
    const curve = isPlain(one) && isPlain(one['curve']) ? one['curve'] : {};
    const [from, to] = [curve['from'], curve['to']];
    if (
      curve['kind'] !== 'linear' ||
      !isPlain(from) ||
      !isPlain(to) ||
      from['points'] !== 0 ||
      to['points'] !== 100
    )
      return null;
    return { from: from['x'], to: to['x'] };
  });
  const [first = null] = ends;
  return ends.every((one) => one !== null && one.from === first?.from && one.to === first?.to)
    ? first
    : null;
}

function rates({ method, criteria }: Document): boolean {
  return criteria !== undefined && isPlain(method) && method['kind'] === 'weighted';
}

/** Rules that nobody wrote down leave out what asks for a pillar that the document does not have. */
function lanesFor(pillars: unknown, { lanes }: Rubric): Rubric['lanes'] {
  if (!Array.isArray(pillars)) return lanes;
  const ids = new Set(
    pillars.map((pillar: unknown) => (isPlain(pillar) ? pillar['id'] : undefined)),
  );
  const has = (condition: Rubric['lanes'][number]['any'][number]): boolean =>
    condition.kind !== 'strongestPillar' || ids.has(condition.pillar);
  return lanes.every(({ any }) => any.every(has))
    ? lanes
    : lanes.map((rule) => ({ ...rule, any: rule.any.filter(has) }));
}

/** A document that brings its own criteria keeps no pillar without one; those of the default are at hand too. */
function pillarsIn(criteria: unknown, base: Rubric): Rubric['pillars'] {
  const used = new Set(
    Array.isArray(criteria)
      ? criteria.map((one: unknown) => (isPlain(one) ? one['pillar'] : undefined))
      : [],
  );
  const kept = [...base.pillars, ...defaultRubric.pillars].filter(({ id }) => used.has(id));
  return kept.length > 0 ? kept : base.pillars;
}

/** The curve of a rating between the two ends of a weighted method's scale; null for other methods, and where it has no two ends. */
function ratedOn(scale: unknown, method: unknown): Document | null {
  if (!isPlain(scale) || !isPlain(method) || method['kind'] !== 'weighted') return null;
  const { from, to } = scale;
  return typeof from === 'number' && typeof to === 'number'
    ? {
        kind: 'linear',
        from: { x: from, points: 0 },
        to: { x: to, points: 100 },
        direction: 'rising',
      }
    : null;
}

function filled<T extends object>(
  given: Document,
  known: T,
  names: readonly (keyof T & string)[],
): Document {
  return Object.fromEntries(
    names.flatMap((name) => {
      const section = given[name];
      return isPlain(section) ? [[name, { ...known[name], ...section }]] : [];
    }),
  );
}

export function isPlain(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
