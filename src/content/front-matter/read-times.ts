import type {RoughYear} from '../schemas/day-schema.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The name of a day, whole or shortened, and what separates it from its date. */
const WEEKDAY = String.raw`(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s*`;
const WEEKDAY_RE = new RegExp(String.raw`\b${WEEKDAY}`, 'gi');
const LEADING_WEEKDAY_RE = new RegExp(String.raw`^(?:on\s+)?(?:${WEEKDAY})?(?:the\s+)?`, 'i');

/**
 * A day as people write it, `24/11/2026` or `Tuesday 24 November 2026`, as `2026-11-24`; other words stay. The weekday
 * is ignored, because the date counts.
 */
export function readDay(words: string): string {
  const text = words.trim().replace(LEADING_WEEKDAY_RE, '');
  const [, day, monthName, yearOfName] =
    /^(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})$/i.exec(text) ?? [];
  const month = MONTHS.indexOf(monthName?.toLowerCase() ?? '') + 1;
  if (day && month > 0) return `${yearOfName}-${pad(month)}-${pad(day)}`;
  const [, first, second, year] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text) ?? [];
  if (first && second) return `${year}-${pad(second)}-${pad(first)}`;
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : words.trim();
}

/** A season or a month, perhaps with a day, which periods leave out. */
const PART_OF_YEAR_RE =
  /\b(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:spring|summer|autumn|winter|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?/gi;

/** A year, and the one in which it ends where it is a financial or a school year: `2023/24`. */
const YEAR_RE = /(about|around|roughly|circa|c\.|~)?\s*\b(\d{4})(?:[/–-](\d{2}))?\b/gi;

/** The years of a period as people write it, `2022 to about 2024`; `undefined` if the words say anything else. */
export function readPeriod(words: string): {from: RoughYear; to?: RoughYear} | undefined {
  const years = [...words.matchAll(YEAR_RE)].map(([, about, year, end]) => ({
    begins: {year: Number(year), ...(about && {approximate: true})},
    ends: {year: endOf(Number(year), end), ...(about && {approximate: true})},
  }));
  const rest = words
    .replace(YEAR_RE, '')
    .replace(WEEKDAY_RE, '')
    .replace(PART_OF_YEAR_RE, '')
    .replace(
      /\b(from|since|to|until|till|and|between|in|onwards?|on|now|today|present|ongoing|still|going|running)\b/gi,
      '',
    )
    .replace(/[\s,.:;()–—-]+/g, '');
  const [first, last, ...more] = years;
  if (!first || rest !== '' || more.length > 0) return undefined;
  // An end alone does not say when it began.
  if (!last && /^\s*(to|until|till)\b/i.test(words)) return undefined;
  if (last) return {from: first.begins, to: last.ends};
  // A year alone is the beginning and the end, unless the words say that it goes on.
  const goesOn = /since|from|onward|now|present|ongoing|still|[-–—]\s*$/i.test(words);
  return goesOn ? {from: first.begins} : {from: first.begins, to: first.ends};
}

/** The year in which a year such as `2023/24` or `2023 to 2024` ends; other words stay as they are. */
export function readYear(words: string): string {
  const [, year, end] = /^(\d{4})\s*(?:[/–-]|to)\s*(\d{2}|\d{4})$/.exec(words.trim()) ?? [];
  return year && end && endOf(Number(year), end.slice(-2)) === Number(year) + 1 ? String(Number(year) + 1) : words;
}

/** `00` after 1999 is in the next century. An end before its year is a month: `2023-04`. */
function endOf(year: number, end: string | undefined): number {
  if (end === undefined) return year;
  const sameCentury = year - (year % 100) + Number(end);
  if (sameCentury >= year) return sameCentury;
  return year % 100 === 99 ? sameCentury + 100 : year;
}

function pad(part: string | number): string {
  return String(part).padStart(2, '0');
}
