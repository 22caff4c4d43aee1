/** A whole number as people read it: `381`, `65,000`. */
export function whole(count: number): string {
  return count > -1000 && count < 1000
    ? String(count)
    : String(count).replace(/\B(?=(?:\d{3})+$)/gu, ',');
}

/** `1 ticket`, `14 tickets`, `1,400 tickets`. */
export function counted(count: number, noun: string): string {
  return `${whole(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** Points with at most one decimal: `+31`, `−4.5`, `+0`. */
export function signed(points: number): string {
  // Whole numbers turn into text several times faster than fractions do.
  const tenths = Math.round(Math.abs(points) * 10);
  const rest = tenths % 10;
  const whole = (tenths - rest) / 10;
  return `${points < 0 ? '−' : '+'}${whole}${rest === 0 ? '' : `.${rest}`}`;
}
