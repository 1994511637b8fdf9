export const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** The length of `2026-11-24`. */
const DAY_LENGTH = 10;

/** Formats a day, `24 November 2026`, from `2026-11-24` or from a full timestamp in front matter. */
export function formatDay(day: string): string {
  const [year, month, date] = day.slice(0, DAY_LENGTH).split('-').map(Number);
  return `${date} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** Formats the month of a day, `November 2026`. */
export function formatMonth(day: string): string {
  return withoutDate(formatDay(day));
}

/** Formats when something was published: a day, or a range, `between December 2015 and March 2017`. */
export function formatRange({earliest, latest}: {earliest: string; latest: string}): string {
  const [from, to] = [formatDay(earliest), formatDay(latest)];
  if (from === to) return from;
  const [fromMonth, toMonth] = [withoutDate(from), withoutDate(to)];
  // A range within one month names the days.
  return fromMonth === toMonth ? `between ${from} and ${to}` : `between ${fromMonth} and ${toMonth}`;
}

/** A year, and whether it is only roughly known. */
interface RoughYear {
  year: number;
  approximate?: boolean | undefined;
}

/** Formats when a case study ran: `2012 to about 2017`, `2015` for a single year, or `from 2012` without a known end. */
export function formatPeriod({from, to}: {from: RoughYear; to?: RoughYear | undefined}): string {
  if (!to) return `from ${formatYear(from)}`;
  const [start, end] = [formatYear(from), formatYear(to)];
  return start === end ? start : `${start} to ${end}`;
}

function formatYear({year, approximate}: RoughYear): string {
  return approximate ? `about ${year}` : String(year);
}

function withoutDate(day: string): string {
  return day.replace(/^\d+ /, '');
}
