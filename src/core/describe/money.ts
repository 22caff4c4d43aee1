const STEPS = [
  [1e9, ' bn'],
  [1e6, ' M'],
  [1e3, ' k'],
] as const;

/** `€1.2 M`, `EUR 950`: two significant places are enough to see which of two customers is larger. */
export function describeMoney(amount: number, currency: string): string {
  const [size, unit] = STEPS.find(([least]) => amount >= least * 0.9995) ?? [1, ''];
  const figure = `${rounded(amount / size, amount / size < 100 ? 1 : 0)}${unit}`;
  return /[\p{L}\p{N}]$/u.test(currency) ? `${currency} ${figure}` : `${currency}${figure}`;
}

/** With at most so many decimals. */
export function rounded(value: number, places: number): string {
  return String(Number(value.toFixed(places)));
}
