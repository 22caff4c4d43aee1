export const DAY_MS = 86_400_000;

/** From the first day on in steps until the last, which is among them where a step meets it. */
export function daysBetween(from: Date, to: Date, stepDays: number): readonly Date[] {
  const steps = Math.floor((to.getTime() - from.getTime()) / (stepDays * DAY_MS));
  return Array.from({ length: steps + 1 }, (_, n) => daysLater(from, n * stepDays));
}

export function daysLater(day: Date, days: number): Date {
  return new Date(day.getTime() + days * DAY_MS);
}

export function dayText(day: Date): string {
  return day.toISOString().slice(0, 10);
}
