import { defaultRubric } from '../../../src/core/rubric/presets/default-rubric';
import { parseRubric } from '../../../src/core/rubric/document/parse';
import type { Rubric } from '../../../src/core/rubric/schema/schema';
import { readingKey } from '../../../src/core/signals/reading-key';
import type { Evidence, Signals } from '../../../src/core/signals/signal';
import type { Reading } from '../../../src/core/issue/reading';

const saturating = (half: number) => ({ kind: 'saturating', half });
const number = (id: string, pillar: string, label: string, weight: number, curve: object) => ({
  id,
  pillar,
  label,
  weight,
  curve,
  signal: { kind: 'number', fields: [label] },
  absence: 'unknown',
});

/** Ten criteria of every common kind: names, numbers on every curve, a date, linked incidents, blocked issues. */
export function benchRubric(): Rubric {
  const parsed = parseRubric({
    name: 'Ten criteria',
    criteria: [
      defaultRubric.criteria.find(({ id }) => id === 'priority'),
      number('value', 'business-value', 'Business value', 20, saturating(8)),
      number('revenue', 'business-value', 'Revenue', 12.5, { kind: 'log', full: 100_000 }),
      {
        id: 'launch',
        pillar: 'business-value',
        label: 'Launch',
        weight: 5,
        signal: { kind: 'date', fields: ['Launch'] },
        curve: { kind: 'dateRamp', full: 0, none: 60 },
        absence: 'unknown',
      },
      number('affected', 'customer-impact', 'Affected customers', 15, { kind: 'log', full: 1000 }),
      number('complaints', 'customer-impact', 'Complaints', 10, {
        kind: 'linear',
        from: { x: 0, points: 0 },
        to: { x: 30, points: 100 },
      }),
      defaultRubric.criteria.find(({ id }) => id === 'incidents'),
      defaultRubric.criteria.find(({ id }) => id === 'work-type'),
      number('age', 'technical-risk', 'Component age', 7, saturating(4)),
      defaultRubric.criteria.find(({ id }) => id === 'blocks'),
    ],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.rubric;
}

/** Where the ledger keeps what the default rubric reads of several fields. */
export const POINTS = readingKey({
  kind: 'number',
  fields: defaultRubric.effort.sources[0]?.fields ?? [],
});
const GOALS =
  defaultRubric.lanes.flatMap(({ any }) =>
    any.flatMap((one) => (one.kind === 'filled' ? [readingKey(one)] : [])),
  )[0] ?? '';

const priorities = ['Highest', 'High', 'Medium', 'Low', 'Lowest'];
const types = ['Bug', 'Story', 'Task', 'Improvement'];
const day = (offset: number): string =>
  new Date(Date.UTC(2026, 10, 20) + offset * 86_400_000).toISOString().slice(0, 10);

/** An issue of a made-up backlog; the same number gives the same issue. Every fifth input is empty, every third issue has an incident. */
export function benchIssue(n: number): Signals {
  const mix = (salt: number): number =>
    (Math.imul(n + 1, 2654435761) ^ Math.imul(salt + 7, 40503)) >>> 4;
  const given = (salt: number, value: number | string, field: string): Reading =>
    mix(salt) % 5 === 0 ? { state: 'empty' } : { state: 'known', value, field };
  return {
    issue: {
      id: String(n),
      key: `BIG-${n}`,
      project: 'BIG',
      type: types[mix(1) % 4] ?? 'Task',
      level: 0,
      status: 'Open',
      category: 'new',
      labels: [],
      created: day(-(mix(2) % 900)),
      due: mix(3) % 6 === 0 ? day(mix(4) % 30) : null,
      inActiveSprint: false,
      hasRelease: false,
      evidenceKind: null,
      followUp: false,
    },
    readings: {
      priority: { state: 'known', value: priorities[mix(5) % 5] ?? 'Low' },
      'number:business value': given(6, mix(7) % 40, 'Business value'),
      'number:revenue': given(8, mix(9) % 90_000, 'Revenue'),
      'date:launch': given(10, day((mix(11) % 120) - 20), 'Launch'),
      'number:affected customers': given(12, mix(13) % 900, 'Affected customers'),
      'number:complaints': given(14, mix(15) % 40, 'Complaints'),
      'number:component age': given(16, (mix(17) % 200) / 10, 'Component age'),
      [POINTS]: given(18, 1 + (mix(19) % 13), 'Story Points'),
      'number:timeoriginalestimate': { state: 'empty' },
    },
    absent: [GOALS],
    evidence: mix(20) % 3 === 0 ? [anIncident(n, mix(21))] : [],
    blocks: Array.from({ length: mix(22) % 3 }, (_, at) => `BIG-${n + at + 1}`),
    blockedBy: [],
  };
}

function anIncident(n: number, mix: number): Evidence {
  const severity = (1 + (mix % 5)) as 1 | 2 | 3 | 4 | 5;
  return {
    kind: 'incident',
    id: `INC-${n}`,
    key: `INC-${n}`,
    severity,
    open: mix % 2 === 0,
    at: day(-(mix % 300)),
  };
}

export const benchDay = new Date('2026-11-20T12:00:00Z');
