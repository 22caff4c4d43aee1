import { z } from 'zod';
import { sameName } from '../text/same-name';
import { toTenths, type CompiledCurve } from './compiled';

/** Points by name. Names are compared without case and surrounding space; of several values the highest counts. */
export const TableCurve = z.strictObject({
  kind: z.literal('table'),
  values: z.record(z.string().min(1), z.number().min(0).max(100)),
  /** Names that mean that nobody chose: blank, not zero. */
  blank: z.array(z.string()).default([]),
  /** For every other name; without it, a name that is not in the table is unknown. */
  otherwise: z.number().min(0).max(100).optional(),
});

interface Table {
  readonly values: Readonly<Record<string, number>>;
  readonly otherwise?: number | undefined;
}

export function compileTable(curve: Table): CompiledCurve {
  const byName = new Map(
    Object.entries(curve.values).map(([name, points]) => [
      sameName(name),
      { name, tenths: toTenths(points) },
    ]),
  );
  const otherwise = curve.otherwise === undefined ? null : toTenths(curve.otherwise);
  const all = [
    ...Object.values(curve.values).map(toTenths),
    ...(otherwise === null ? [] : [otherwise]),
  ];
  // Most names come as the rubric spells them.
  const exact = new Map([...byName.values()].map((entry) => [entry.name, entry]));
  const entryOf = (name: string) => exact.get(name) ?? byName.get(sameName(name));
  const one = (name: string): number | null => entryOf(name)?.tenths ?? otherwise;
  return {
    low: Math.min(...all),
    high: Math.max(...all),
    at: (value) => {
      if (typeof value === 'number') return one(String(value));
      if (typeof value === 'string') return one(value);
      const found = value.map(one).filter((points) => points !== null);
      return found.length === 0 ? null : Math.max(...found);
    },
    spelled: (name) => entryOf(name)?.name ?? null,
  };
}
