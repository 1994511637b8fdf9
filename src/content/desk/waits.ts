const MS_PER_DAY = 86_400_000;

/** Since when something waits, and for how many whole days. */
export function waits(since: string, today: string): {since: string; days: number} {
  return {since, days: Math.max(0, daysUntil(today, since) * -1)};
}

/** How many days lie between a day and a later one. */
export function daysUntil(today: string, day: string): number {
  return Math.round((Date.parse(day) - Date.parse(today)) / MS_PER_DAY);
}
