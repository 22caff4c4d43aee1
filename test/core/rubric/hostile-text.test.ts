import { parseRubricText } from '../../../src/core/rubric/document/document-text';

const KINDS: readonly [string, (n: number) => string][] = [
  ['closing brackets', (n) => '}'.repeat(n)],
  ['opening and closing', (n) => '[]'.repeat(n / 2)],
  ['binary', (n) => `a: !!binary ${'~'.repeat(n)}`],
  ['lines of errors', (n) => '@ x: [\n'.repeat(n / 8)],
  ['tabs', (n) => '\t:\n'.repeat(n / 3)],
  ['unknown keys', (n) => Array.from({ length: n / 8 }, (_, at) => `k${at}: 1\n`).join('')],
  ['the same key', (n) => 'name: 1\n'.repeat(n / 8)],
  ['one long key', (n) => `${'k'.repeat(n)}: 1`],
  ['quotes', (n) => '"'.repeat(n)],
  ['aliases', (n) => '*a '.repeat(n / 3)],
];

describe('a text that is no rubric', () => {
  it.each(KINDS)(
    'is told in an answer of bounded size, in time that grows with its length: %s',
    (_kind, of) => {
      const timeOf = (n: number): number => {
        const begun = performance.now();
        const parsed = parseRubricText(of(n));
        const took = performance.now() - begun;
        expect(parsed.ok).toBe(false);
        if (parsed.ok) return took;
        expect(parsed.problems.length).toBeLessThanOrEqual(101);
        expect(JSON.stringify(parsed.problems).length).toBeLessThan(100_000);
        return took;
      };
      timeOf(2_000);
      const [short, long] = [timeOf(4_000), timeOf(32_000)];
      // Eight times the length: 64 times the time if it were squared.
      expect(long).toBeLessThan(Math.max(1_500, 24 * short));
    },
  );
});
