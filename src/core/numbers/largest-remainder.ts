/**
 * Whole numbers next to `parts` that add up to `total` exactly, by largest remainder; what is zero stays zero.
 * `total` must be the sum of the parts, rounded to the nearest whole number.
 */
export function apportion(parts: readonly number[], total: number): readonly number[] {
  const whole: number[] = [];
  const remainders: number[] = [];
  let left = total;
  for (const part of parts) {
    // Summing fractions leaves dust in the last binary digits, which must not count as a remainder.
    const clean = Math.round(part * 1e7) / 1e7;
    const below = Math.floor(clean) + 0;
    whole.push(below);
    remainders.push(clean - below);
    left -= below;
  }
  for (; left > 0; left -= 1) {
    let largest = 0;
    let most = -1;
    for (let at = 0; at < remainders.length; at += 1) {
      const remainder = remainders[at] ?? 0;
      if (remainder > most) {
        most = remainder;
        largest = at;
      }
    }
    whole[largest] = (whole[largest] ?? 0) + 1;
    remainders[largest] = -1;
  }
  return whole;
}
