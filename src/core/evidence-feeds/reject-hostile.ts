/** Deeper or larger than any tool's webhook comes near. */
const DEEPEST = 32;
const MOST_VALUES = 50_000;
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** What is wrong with parsed JSON before anybody looks at what it says; null when nothing is. */
export function hostility(json: unknown): string | null {
  let seen = 0;
  const waiting: { readonly value: unknown; readonly depth: number }[] = [
    { value: json, depth: 0 },
  ];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    const { value, depth } = one;
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= DEEPEST) return `nested more than ${DEEPEST} levels deep`;
    const names = Object.keys(value);
    seen += names.length;
    if (seen > MOST_VALUES) return `holds more than ${MOST_VALUES} values`;
    if (!Array.isArray(value) && names.some((name) => FORBIDDEN.has(name)))
      return 'names a property that no webhook has';
    for (const inner of Object.values(value)) waiting.push({ value: inner, depth: depth + 1 });
  }
  return null;
}
