/*
 * Language has every message to readers, and writes dates, numbers and lists as a language does. Messages are ICU
 * MessageFormat in one JSON file for each language. English is the reference: a text that another language lacks appears
 * in English, and the types of all messages follow from it. A toolkit can replace any text. A message is parsed when it is
 * first used, because few are needed in one run.
 */

import {CATALOGUES, type English} from './catalogues.ts';
import {type Messages, messagesOf, textsOf} from './messages.ts';

export type Text = ReturnType<typeof createText>;

export interface Wording {
  /** A tag, such as `en-GB` or `cy`. */
  language: string;
  /** Texts of the publisher in place of those of the catalogue, by their keys. */
  labels?: Readonly<Record<string, string>> | undefined;
}

/** An edition: its name, and what readers call it instead, if the configuration says so. */
export interface EditionName {
  name: string;
  label?: string | undefined;
}

/** No interface: declarations of other files, which cannot name it, spell it out. */
type RoughYear = {year: number; approximate?: boolean | undefined};

export const LANGUAGES: readonly string[] = Object.keys(CATALOGUES);

/** The language of a tag without its region: `en` for `en-GB`. */
export function languageOf(tag: string): string {
  return tag.replace(/-.*$/, '');
}

/** Whether a tag is a language whose dates and numbers are known, with or without a region. */
export function isLanguage(tag: string): boolean {
  return /^[a-z]{2,3}(-[A-Z]{2})?$/.test(tag) && Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
}

export function hasCatalogue(tag: string): boolean {
  return LANGUAGES.includes(languageOf(tag));
}

const texts = new Map<string, Text>();
const textsByWording = new WeakMap<Wording, Text>();

/** The text of a toolkit. A language without a catalogue has the texts of the publisher, and English for the others. */
export function textOf(wording: Wording): Text {
  const known = textsByWording.get(wording);
  if (known) return known;
  const {language, labels = {}} = wording;
  const key = JSON.stringify([language, labels]);
  const text = texts.get(key) ?? createText({language, labels});
  texts.set(key, text);
  textsByWording.set(wording, text);
  return text;
}

/** The text for commands and reports, which are in English. */
export const ENGLISH = textOf({language: 'en-GB'});

function createText({language, labels}: Wording) {
  const catalogue = CATALOGUES[(hasCatalogue(language) ? languageOf(language) : 'en') as keyof typeof CATALOGUES];
  const texts = {...Object.fromEntries(textsOf(catalogue)), ...labels};
  const messages = messagesOf(CATALOGUES.en, texts, language) as Messages<English>;
  const {dates, names} = messages;
  const format = formatOf(language);
  const yearOf = ({year, approximate}: RoughYear) => (approximate ? dates.about({year}) : String(year));
  return {
    ...messages,
    format: {
      ...format,
      /** When something was published: a day, or a range, `between December 2015 and March 2017`. */
      range({earliest, latest}: {earliest: string; latest: string}): string {
        const [first, last] = [format.day(earliest), format.day(latest)];
        if (first === last) return first;
        const [from, to] = [format.month(earliest), format.month(latest)];
        // A range within one month names the days.
        return dates.between(from === to ? {from: first, to: last} : {from, to});
      },
      /** When a case study ran: `2012 to about 2017`, `2015` for a single year, or `from 2012` without a known end. */
      period(period: {from: RoughYear; to?: RoughYear | undefined}): string {
        const from = yearOf(period.from);
        const to = period.to && yearOf(period.to);
        if (!to) return dates.from({year: from});
        return from === to ? from : dates.span({from, to});
      },
      /** `Edition 2017-03`, or what readers call it instead. */
      edition: ({name, label}: EditionName) => label ?? names.edition({name}),
      /** An edition within a sentence: `edition 2017-03`. */
      inWords: ({name, label}: EditionName) =>
        label === undefined ? names.editionInWords({name}) : names.labelledEdition({label}),
    },
  };
}

/** How a language, by its BCP 47 tag, writes numbers, days and lists, and how it sorts. */
function formatOf(language: string) {
  const numbers = new Intl.NumberFormat(language);
  const days = new Intl.DateTimeFormat(language, {day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'});
  const months = new Intl.DateTimeFormat(language, {month: 'long', year: 'numeric', timeZone: 'UTC'});
  const names = new Intl.DateTimeFormat(language, {month: 'long', timeZone: 'UTC'});
  const lists = new Intl.ListFormat(language, {type: 'conjunction'});
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
    /** Sorts as readers expect in a list. */
    compare: new Intl.Collator(language).compare,
  };
}
