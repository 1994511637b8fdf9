const PERIOD_RE = /^(\d{4})(?:\/(\d{2}))?$/;

/** The year in which a period begins, `2014` of `2014/15`; `undefined` where it is no year. */
export function yearOf(period: string): number | undefined {
  const [, year, end] = PERIOD_RE.exec(period) ?? [];
  if (year === undefined) return undefined;
  const isNext = end === undefined || (Number(year) + 1) % 100 === Number(end);
  return isNext ? Number(year) : undefined;
}

/** A year written as another period is: `2020/21` where that is `2014/15`. */
export function periodLike(example: string, year: number): string {
  return example.includes('/') ? `${year}/${String((year + 1) % 100).padStart(2, '0')}` : String(year);
}
