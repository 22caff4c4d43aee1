/** Names of lines in every rationale: no criterion may be called so. */
const reserved: readonly string[] = [
  'start',
  'inherited',
  'override',
  'others',
  'effort',
  'urgency',
];

/** An id that a formula can name, made of a label and not taken yet: `Réach (users)` → `reach_users`. */
export function idFor(label: string, taken: readonly string[], fallback: string): string {
  const plain = label
    .normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .replace(/[^\p{Letter}\p{Number}]+/gu, '_')
    .replace(/[^a-zA-Z0-9_]/g, '')
    .replace(/^[^a-zA-Z]+|_+$/g, '')
    .toLowerCase()
    .slice(0, 34);
  const base = plain === '' ? fallback : plain;
  const used = new Set([...taken, ...reserved]);
  let id = base;
  for (let count = 2; used.has(id); count += 1) id = `${base}_${count}`;
  return id;
}
