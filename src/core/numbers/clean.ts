/** Without the dust of binary fractions: 0.3, never 0.30000000000000004. */
export function clean(raw: number): number {
  return Number(raw.toPrecision(14));
}
