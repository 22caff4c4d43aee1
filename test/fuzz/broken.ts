import fc from 'fast-check';

/** What no schema expects in its place; each as it comes over the wire. */
const ODD: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  '',
  ' ',
  '0',
  '٣',
  '\u0000',
  '\ud800',
  '‮PAY-1',
  'constructor',
  '__proto__',
  'x) OR (project = OPS',
  'x'.repeat(20_000),
  [],
  [[]],
  {},
  JSON.parse('{"__proto__":{"issueId":"10003"},"constructor":{"prototype":{}}}'),
  Array.from({ length: 40 }).reduce<unknown>((inner) => [inner], 0),
  Array.from({ length: 600 }, () => 'PAY-1'),
];

const odd = fc.constantFrom(...ODD);

/** The payload with one value, anywhere in it, replaced, taken away or doubled; or something else altogether. */
export function brokenOf(payloads: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const harm = fc.constantFrom('replace', 'replace', 'take away', 'add' as const);
  return fc.oneof(
    {
      arbitrary: fc
        .tuple(payloads, fc.nat(), harm, odd)
        .map(([payload, at, how, value]) => harmed(payload, at, how, value)),
      weight: 5,
    },
    odd,
  );
}

function harmed(payload: unknown, at: number, how: string, value: unknown): unknown {
  const copy = structuredClone(payload);
  const places = placesIn(copy);
  const place = places[at % places.length];
  if (place === undefined) return value;
  const { owner, name } = place;
  if (how === 'replace') owner[name] = value;
  else if (how === 'add') owner['more'] = value;
  else Reflect.deleteProperty(owner, name);
  return copy;
}

interface Place {
  readonly owner: Record<string, unknown>;
  readonly name: string;
}

function placesIn(value: unknown): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const owner = value as Record<string, unknown>;
  return Object.keys(owner).flatMap((name) => [{ owner, name }, ...placesIn(owner[name])]);
}
