/** time = factor · size^exponent, fitted by least squares over the logarithms; `explained` is R², 1 for a perfect fit. */
export interface Growth {
  readonly exponent: number;
  readonly explained: number;
}

export function growthOf(
  points: readonly { readonly size: number; readonly seconds: number }[],
): Growth {
  const xs = points.map(({ size }) => Math.log(size));
  const ys = points.map(({ seconds }) => Math.log(seconds));
  const [x, y] = [mean(xs), mean(ys)];
  const covariance = mean(xs.map((one, at) => (one - x) * ((ys[at] ?? 0) - y)));
  const exponent = covariance / mean(xs.map((one) => (one - x) ** 2));
  const left = mean(ys.map((one, at) => (one - (y + exponent * ((xs[at] ?? 0) - x))) ** 2));
  return { exponent, explained: 1 - left / mean(ys.map((one) => (one - y) ** 2)) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
