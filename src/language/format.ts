/** How a language, by its BCP 47 tag, writes numbers, days and lists, and how it sorts. */
export function formatOf(language: string) {
  const numbers = new Intl.NumberFormat(language);
  const days = new Intl.DateTimeFormat(language, {day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'});
  const months = new Intl.DateTimeFormat(language, {month: 'long', year: 'numeric', timeZone: 'UTC'});
  const names = new Intl.DateTimeFormat(language, {month: 'long', timeZone: 'UTC'});
  const lists = new Intl.ListFormat(language, {type: 'conjunction'});
  const choices = new Intl.ListFormat(language, {type: 'disjunction'});
  const dateOf = (day: string) => new Date(`${day.slice(0, 'yyyy-mm-dd'.length)}T00:00:00Z`);
  return {
    language,
    /** `1,165`. */
    number: (value: number, options?: Intl.NumberFormatOptions) =>
      options ? value.toLocaleString(language, options) : numbers.format(value),
    /** `24 November 2026`, from `2026-11-24` or from a full timestamp in front matter. */
    day: (day: string) => days.format(dateOf(day)),
    /** `November 2026`. */
    month: (day: string) => months.format(dateOf(day)),
    /** The names of the months, in order. */
    monthNames: Array.from({length: 12}, (_, month) => names.format(Date.UTC(2026, month))),
    /** `a, b and c`, of texts or of elements. */
    join: <Item>(items: readonly Item[]) => {
      const parts = lists.formatToParts(items.map((_, index) => String(index)));
      return parts.map(({type, value}) => (type === 'element' ? (items[Number(value)] ?? '') : value));
    },
    /** `a, b or c`. */
    either: (items: readonly string[]) => choices.format(items),
    /** Sorts as readers expect in a list. */
    compare: new Intl.Collator(language).compare,
  };
}
