import {yearOf} from '../../content/charts/bar-rows.ts';
import type {Figure} from '../../content/pages/figure.ts';
import type {Text} from '../../language/text.ts';

/** A figure as numbers, as far as its text says them without doubt: `Over 2 million` has a lower bound and no value. */
export interface FigureNumbers {
  value?: number;
  /** `GBP`, `%`, or the words after the number. */
  unit?: string;
  lower?: number;
  upper?: number;
  year_from?: number | undefined;
  year_to?: number | undefined;
}

const CURRENCIES: Readonly<Record<string, string>> = {'£': 'GBP', $: 'USD', '€': 'EUR'};
const SCALES: Readonly<Record<string, number>> = {k: 1e3, t: 1e3, m: 1e6, b: 1e9};
const NUMBER = '[£$€]?-?\\d[\\d,]*(?:\\.\\d+)?(?:[kmb]n?\\b| (?:thousand|million|billion)\\b)?';
const FIGURE_RE = new RegExp(
  `^(?:(?<lower>(?:just )?over|more than|at least)|(?<upper>up to|under|less than|fewer than|just under|nearly|almost)|about|around)? ?(?<first>${NUMBER})(?:%? to (?<last>${NUMBER}))? ?(?<unit>%|\\D*)$`,
  'i',
);

/** Forms of English; the numbers of other figures and years stay empty. */
export function numbersOf({figure, year}: Pick<Figure, 'figure' | 'year'>, {format}: Text): FigureNumbers {
  const years = yearsOf(year, format.monthNames);
  const {lower, upper, first, last, unit = ''} = FIGURE_RE.exec(figure.replaceAll('−', '-'))?.groups ?? {};
  const [from, to] = [amountOf(first), amountOf(last)];
  // Other languages separate thousands in other ways.
  if (from === undefined || format.number(1000.5) !== '1,000.5') return years;
  const sign = [first, last].map((number) => CURRENCIES[number?.[0] ?? '']).find(Boolean);
  const found = {unit: [sign, unit].filter(Boolean).join(' '), ...years};
  // From more to less is a fall and not a range.
  if (last !== undefined) return to !== undefined && from < to ? {...found, lower: from, upper: to} : years;
  return {...found, ...(lower ? {lower: from} : upper ? {upper: from} : {value: from})};
}

function amountOf(text: string | undefined): number | undefined {
  const [, digits, scale = ''] = /^[£$€]?(-?[\d,.]+) ?([a-z]?)/i.exec(text ?? '') ?? [];
  // Rounded, because `1.107` times a thousand is not exact.
  if (!digits) return undefined;
  return Number((Number(digits.replaceAll(',', '')) * (SCALES[scale.toLowerCase()] ?? 1)).toFixed(6));
}

/** `2024`, `2021/22`, `From 2023`, `April 2020 to March 2023`, `Late 2025`; not the year of a plan or of a report. */
function yearsOf(year: string, months: readonly string[]): Pick<FigureNumbers, 'year_from' | 'year_to'> {
  const part = `(?:(?:${months.join('|')}|early|mid|late|spring|summer|autumn|winter)[ -])?(\\d{4}(?:/\\d\\d)?)`;
  const [, open, from = '', to = from] = new RegExp(`^(from |since )?${part}(?: to ${part})?$`, 'i').exec(year) ?? [];
  const end = yearOf(to);
  return {year_from: yearOf(from), year_to: open || end === undefined ? undefined : end + (to.includes('/') ? 1 : 0)};
}
