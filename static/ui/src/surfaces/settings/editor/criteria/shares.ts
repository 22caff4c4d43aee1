const most = 1000;
const least = 0.001;

/** The weight with which one criterion has this share, in percent, while the weights of the others stay as they are. */
export function weightForShare(share: number, others: number): number {
  if (others <= 0) return 1;
  const clamped = Math.min(99.9, Math.max(0, share));
  return Math.min(
    most,
    Math.max(least, Math.round(((clamped * others) / (100 - clamped)) * 1000) / 1000),
  );
}
