/**
 * Whole numbers next to `parts` that add up to `total` exactly, by largest remainder; what is zero stays zero.
 * `total` must be the sum of the parts, rounded to the nearest whole number.
 */
export function apportion(parts: readonly number[], total: number): readonly number[] {
  // Summing fractions leaves dust in the last binary digits, which must not count as a remainder.
  const clean = parts.map((part) => Math.round(part * 1e7) / 1e7);
  const whole = clean.map((part) => Math.floor(part) + 0);
  const remainders = clean.map((part) => part - Math.floor(part));
  for (let left = total - whole.reduce((sum, part) => sum + part, 0); left > 0; left -= 1) {
    let largest = 0;
    for (let at = 1; at < remainders.length; at += 1)
      if ((remainders[at] ?? 0) > (remainders[largest] ?? 0)) largest = at;
    whole[largest] = (whole[largest] ?? 0) + 1;
    remainders[largest] = -1;
  }
  return whole;
}
