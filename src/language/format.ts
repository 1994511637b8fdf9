/** How a language writes numbers, days and lists, and how it sorts. */
export interface Format {
  /** A BCP 47 tag. */
  language: string;
  /** `1,165`. */
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** `24 November 2026`, from `2026-11-24` or from a full timestamp in front matter. */
  day(day: string): string;
  /** `November 2026`. */
  month(day: string): string;
  /** The names of the months, in order. */
  monthNames: readonly string[];
  /** `a, b and c`, of texts or of elements. */
  join<Item>(items: readonly Item[]): (Item | string)[];
  /** `a, b or c`. */
  either(items: readonly string[]): string;
  /** Sorts as readers expect in a list. */
  compare(a: string, b: string): number;
}

export function formatOf(language: string): Format {
  const numbers = new Intl.NumberFormat(language);
  const days = new Intl.DateTimeFormat(language, {day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'});
  const months = new Intl.DateTimeFormat(language, {month: 'long', year: 'numeric', timeZone: 'UTC'});
  const names = new Intl.DateTimeFormat(language, {month: 'long', timeZone: 'UTC'});
  const lists = new Intl.ListFormat(language, {type: 'conjunction'});
  const choices = new Intl.ListFormat(language, {type: 'disjunction'});
  const collator = new Intl.Collator(language);
  const dateOf = (day: string) => new Date(`${day.slice(0, 'yyyy-mm-dd'.length)}T00:00:00Z`);
  return {
    language,
    number: (value, options) => (options ? value.toLocaleString(language, options) : numbers.format(value)),
    day: (day) => days.format(dateOf(day)),
    month: (day) => months.format(dateOf(day)),
    monthNames: Array.from({length: 12}, (_, month) => names.format(Date.UTC(2026, month))),
    join: (items) => {
      const parts = lists.formatToParts(items.map((_, index) => String(index)));
      return parts.map(({type, value}) => (type === 'element' ? (items[Number(value)] ?? '') : value));
    },
    either: (items) => choices.format(items),
    compare: collator.compare,
  };
}
