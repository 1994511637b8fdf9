import {type CountryCode, findPhoneNumbersInText} from 'libphonenumber-js/max';
import type {ParsedPage} from '../markdown/parsed-page.ts';
import {oncePer} from '../memo.ts';
import {maskText, textOutsideCode, WEB_ADDRESS_RE} from './mask-text.ts';

/** A telephone number in a text. Offsets are in UTF-16 units. */
export interface PhoneNumber {
  written: string;
  start: number;
  end: number;
  /** The kind of line: a mobile, a landline in a place, or a non-geographic number of an organisation. */
  line: 'mobile' | 'place' | 'organisation';
}

const COUNTRY: CountryCode = 'GB';

/** Numbers of books and papers, which can look like telephone numbers. */
const BOOK_NUMBER_RE = /\b(?:ISBN|ISSN|ISMN|DOI|UPRN)(?:-1[03])?[:\s]*[\dX\s/.-]+/gi;

/** Kinds of non-geographic numbers: freephone, `03` and `08`. */
const ORGANISATION_LINES: readonly unknown[] = ['TOLL_FREE', 'SHARED_COST', 'PREMIUM_RATE', 'UAN', 'VOIP'];
const MOBILE_LINES: readonly unknown[] = ['MOBILE', 'PERSONAL_NUMBER', 'PAGER'];

/** The beginning of any telephone number. A quick test, because most texts have none. */
const DIALLED_RE = /(?<![\d,.])(?:\(?0\d{2}|\(?0 ?\(?\d{3}|\+[\s(]*\d)/;

/** A separator between two numbers that the package would read as one: `07911 123456, 0191 496 0000`. */
const BETWEEN_RE = /[,;](?=\s+(?:\+\d|\(?0\d)|(?:\+\d|\(?0\d{3}))/g;

/**
 * The shape of a UK mobile number. The package skips numbers that are not in use, such as those that Ofcom reserves for
 * drama, but an author may have mistyped a real one.
 */
const MOBILE_RE = /(?<![\d,./-])(?:\+44[ -]?(?:\(0\)[ -]?)?|0)7\d{3}[ -]?\d{3}[ -]?\d{3}(?!\d|[,./-]\d)/g;

/** Every telephone number in a page, outside its code blocks. */
export const phoneNumbersOf = oncePer((page: ParsedPage) => findPhoneNumbers(textOutsideCode(page)));

/** Every telephone number in a text, except in addresses and for numbers that cannot be dialled as written. */
export function findPhoneNumbers(text: string): PhoneNumber[] {
  const plain = maskText(maskText(text, WEB_ADDRESS_RE), BOOK_NUMBER_RE);
  if (!DIALLED_RE.test(plain)) return [];
  const recognised = findPhoneNumbersInText(plain.replace(BETWEEN_RE, '|'), COUNTRY).flatMap(
    ({startsAt: start, endsAt: end, number}): PhoneNumber[] => {
      const written = text.slice(start, end);
      // Versions and dates, such as `0.7.4 / 2013-11-13`, also begin with 0.
      if (!/^\(?(0\d|\+)/.test(written) || written.includes('/')) return [];
      const type = number.getType();
      const line = MOBILE_LINES.includes(type)
        ? 'mobile'
        : ORGANISATION_LINES.includes(type)
          ? 'organisation'
          : 'place';
      return [{written, start, end, line}];
    },
  );
  const others = [...plain.matchAll(MOBILE_RE)].flatMap(({index: start, 0: written}): PhoneNumber[] => {
    const end = start + written.length;
    const isRecognised = recognised.some((number) => number.start < end && start < number.end);
    return isRecognised ? [] : [{written, start, end, line: 'mobile'}];
  });
  return [...recognised, ...others].sort((a, b) => a.start - b.start);
}
