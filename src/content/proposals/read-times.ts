import type {RoughYear} from '../schemas/day-schema.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** A day as people write it, `24/11/2026` or `24 November 2026`, as `2026-11-24`; other words stay as they are. */
export function readDay(words: string): string {
  const text = words.trim();
  const [, day, monthName, yearOfName] =
    /^(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})$/i.exec(text) ?? [];
  const month = MONTHS.indexOf(monthName?.toLowerCase() ?? '') + 1;
  if (day && month > 0) return `${yearOfName}-${pad(month)}-${pad(day)}`;
  const [, first, second, year] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text) ?? [];
  return first && second ? `${year}-${pad(second)}-${pad(first)}` : text;
}

/** The years of a period as people write them, `2022 to about 2024`; `undefined` where the words say something else. */
export function readPeriod(words: string): {from: RoughYear; to?: RoughYear} | undefined {
  const years = [...words.matchAll(/(about|around|roughly|circa|c\.|~)?\s*\b(\d{4})(?:[/–-](\d{2}))?\b/gi)];
  const left = words
    .replace(/(about|around|roughly|circa|c\.|~)?\s*\b\d{4}(?:[/–-]\d{2})?\b/gi, '')
    .replace(/\b(from|since|to|until|till|and|between|in|onwards?|on|now|today|present|ongoing|still)\b/gi, '')
    .replace(/[\s,.:;()–—-]+/g, '');
  const [from, to, ...more] = years.map(([, about, year]) => ({year: Number(year), ...(about && {approximate: true})}));
  if (!from || left !== '' || more.length > 0) return undefined;
  if (to) return {from, to};
  // One year alone is both its beginning and its end, but for one that only begins.
  return /since|from|onward|now|present|ongoing|still|[-–—]\s*$/i.test(words) ? {from} : {from, to: from};
}

function pad(part: string | number): string {
  return String(part).padStart(2, '0');
}
