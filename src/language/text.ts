import {cy} from './cy.ts';
import {en, type Messages} from './en.ts';
import {type Format, formatOf} from './format.ts';

/** A catalogue for each language. */
const CATALOGUES: Readonly<Record<string, (format: Format) => Messages>> = {en, cy};

/** Every message to readers in a language, and how it writes dates and numbers. */
export interface Text extends Messages {
  format: Format & {
    /** When something was published: a day, or a range, `between December 2015 and March 2017`. */
    range(range: {earliest: string; latest: string}): string;
    /** When a case study ran: `2012 to about 2017`, `2015` for a single year, or `from 2012` without a known end. */
    period(period: {from: RoughYear; to?: RoughYear | undefined}): string;
  };
}

/** A year, and whether it is only roughly known. */
interface RoughYear {
  year: number;
  approximate?: boolean | undefined;
}

const known = new Map<string, Text>();

/**
 * The text in a language, by its tag, such as `en-GB` or `cy`.
 *
 * @throws {Error} if the language has no catalogue; the schema of the configuration refuses it.
 */
export function textIn(language: string): Text {
  const text = known.get(language) ?? createText(language);
  known.set(language, text);
  return text;
}

/** The text for commands and reports, which are in English. */
export const ENGLISH = textIn('en-GB');

/** The languages that have a catalogue. */
export const LANGUAGES: readonly string[] = Object.keys(CATALOGUES);

/** The language of a tag without its region: `en` for `en-GB`. */
export function languageOf(tag: string): string {
  return tag.replace(/-.*$/, '');
}

/** Whether a tag is a language with a catalogue, with or without a region. */
export function hasCatalogue(tag: string): boolean {
  return /^[a-z]{2,3}(-[A-Z]{2})?$/.test(tag) && Object.hasOwn(CATALOGUES, languageOf(tag));
}

function createText(language: string): Text {
  const catalogue = CATALOGUES[languageOf(language)];
  if (!catalogue) throw new Error(`language ${language} has no catalogue, expected one of ${LANGUAGES.join(', ')}`);
  const format = formatOf(language);
  const messages = catalogue(format);
  const {about, between, from, span} = messages.dates;
  const yearOf = ({year, approximate}: RoughYear) => (approximate ? about(year) : String(year));
  return {
    ...messages,
    format: {
      ...format,
      range: ({earliest, latest}) => {
        const [first, last] = [format.day(earliest), format.day(latest)];
        if (first === last) return first;
        const [firstMonth, lastMonth] = [format.month(earliest), format.month(latest)];
        // A range within one month names the days.
        return firstMonth === lastMonth ? between(first, last) : between(firstMonth, lastMonth);
      },
      period: ({from: start, to: end}) => {
        if (!end) return from(yearOf(start));
        return yearOf(start) === yearOf(end) ? yearOf(start) : span(yearOf(start), yearOf(end));
      },
    },
  };
}
