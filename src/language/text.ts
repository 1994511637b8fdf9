import {CATALOGUES, type English} from './catalogues.ts';
import {type Format, formatOf} from './format.ts';
import {type Messages, messagesOf, textsOf} from './messages.ts';

/** Every message to readers in a language, and how it writes dates and numbers. */
export interface Text extends Messages<English> {
  format: Format & {
    /** When something was published: a day, or a range, `between December 2015 and March 2017`. */
    range(range: {earliest: string; latest: string}): string;
    /** When a case study ran: `2012 to about 2017`, `2015` for a single year, or `from 2012` without a known end. */
    period(period: {from: RoughYear; to?: RoughYear | undefined}): string;
    /** `Edition 2017-03`, or what readers call it instead. */
    edition(edition: EditionName): string;
    /** An edition within a sentence: `edition 2017-03`. */
    inWords(edition: EditionName): string;
  };
}

/** A year, and whether it is only roughly known. */
interface RoughYear {
  year: number;
  approximate?: boolean | undefined;
}

/** An edition: its name, and what readers call it instead, if the configuration says so. */
export interface EditionName {
  name: string;
  label?: string | undefined;
}

/** The settings of a toolkit that its texts follow. */
export interface Wording {
  /** A tag, such as `en-GB` or `cy`. */
  language: string;
  /** Texts of the publisher by their keys, in place of those of the catalogue. */
  labels?: Readonly<Record<string, string>> | undefined;
}

/** The languages that have a catalogue. */
export const LANGUAGES: readonly string[] = Object.keys(CATALOGUES);

/** The files of a language as one catalogue; no two have a group of the same name. */
const catalogueOf = (language: keyof typeof CATALOGUES) => Object.assign({}, ...CATALOGUES[language]);

/** The English catalogue, which has every message, and whose texts are the default. */
export const ENGLISH_CATALOGUE: English = catalogueOf('en');

const cached = new Map<string, Text>();

/**
 * The text of a toolkit.
 *
 * @throws {Error} if the language has no catalogue; the schema of the configuration refuses it.
 */
export function textOf({language, labels = {}}: Wording): Text {
  const key = JSON.stringify([language, labels]);
  const text = cached.get(key) ?? createText(language, labels);
  cached.set(key, text);
  return text;
}

/** The text for commands and reports, which are in English. */
export const ENGLISH = textOf({language: 'en-GB'});

/** The language of a tag without its region: `en` for `en-GB`. */
export function languageOf(tag: string): string {
  return tag.replace(/-.*$/, '');
}

/** Whether a tag is a language with a catalogue, with or without a region. */
export function hasCatalogue(tag: string): boolean {
  return /^[a-z]{2,3}(-[A-Z]{2})?$/.test(tag) && isLanguage(languageOf(tag));
}

function isLanguage(language: string): language is keyof typeof CATALOGUES {
  return Object.hasOwn(CATALOGUES, language);
}

function createText(tag: string, labels: Readonly<Record<string, string>>): Text {
  const language = languageOf(tag);
  if (!isLanguage(language)) throw new Error(`language ${tag} has no catalogue, expected ${LANGUAGES.join(', ')}`);
  const texts = new Map([...textsOf(catalogueOf(language)), ...Object.entries(labels)]);
  const messages = messagesOf(ENGLISH_CATALOGUE, texts, tag) as Messages<English>;
  const format = formatOf(tag);
  const {dates, names} = messages;
  const yearOf = ({year, approximate}: RoughYear) => (approximate ? dates.about({year}) : String(year));
  return {
    ...messages,
    format: {
      ...format,
      range: ({earliest, latest}) => {
        const [first, last] = [format.day(earliest), format.day(latest)];
        if (first === last) return first;
        const [firstMonth, lastMonth] = [format.month(earliest), format.month(latest)];
        // A range within one month names the days.
        return firstMonth === lastMonth
          ? dates.between({from: first, to: last})
          : dates.between({from: firstMonth, to: lastMonth});
      },
      period: ({from, to}) => {
        if (!to) return dates.from({year: yearOf(from)});
        const [start, end] = [yearOf(from), yearOf(to)];
        return start === end ? start : dates.span({from: start, to: end});
      },
      edition: ({name, label}) => label ?? names.edition({name}),
      inWords: ({name, label}) => (label === undefined ? names.editionInWords({name}) : names.labelledEdition({label})),
    },
  };
}
