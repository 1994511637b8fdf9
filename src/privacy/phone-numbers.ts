import type {CountryCode} from 'libphonenumber-js/max';
import {findPhoneNumbersInText} from 'libphonenumber-js/max';
import type {ParsedPage} from '../markdown/parsed-page.ts';
import {oncePer} from '../model/memo.ts';
import {maskText, textOutsideCode, WEB_ADDRESS_RE} from './mask-text.ts';

/** A telephone number as a text holds it; offsets count in UTF-16 units. */
export interface PhoneNumber {
  written: string;
  start: number;
  end: number;
  /** What kind of line it leads to: a person's pocket, a place, or an organisation whatever its place. */
  line: 'mobile' | 'place' | 'organisation';
}

/** Where a number without a country's code is rung from. */
const COUNTRY: CountryCode = 'GB';

/** Numbers of books and papers, which can look like telephone numbers. */
const BOOK_NUMBER_RE = /\b(?:ISBN|ISSN|ISMN|DOI|UPRN)(?:-1[03])?[:\s]*[\dX\s/.-]+/gi;

/** Lines that belong to no place: free ones, `03` and `08` ones. */
const ORGANISATION_LINES: readonly unknown[] = ['TOLL_FREE', 'SHARED_COST', 'PREMIUM_RATE', 'UAN', 'VOIP'];
const MOBILE_LINES: readonly unknown[] = ['MOBILE', 'PERSONAL_NUMBER', 'PAGER'];

/** How any telephone number begins; most texts hold nothing like it, and need no closer look. */
const DIALLED_RE = /(?<![\d,.])(?:\(?0\d{2}|\(?0 ?\(?\d{3}|\+[\s(]*\d)/;

/** A mark between two numbers, which the package would read as one: `07911 123456, 0191 496 0000`. */
const BETWEEN_RE = /[,;](?=\s+(?:\+\d|\(?0\d)|(?:\+\d|\(?0\d{3}))/g;

/** Every telephone number of a page outside its code blocks. */
export const phoneNumbersOf = oncePer((page: ParsedPage) => findPhoneNumbers(textOutsideCode(page)));

/** Every telephone number of a text; addresses, and numbers that do not begin as one dials them, are none. */
export function findPhoneNumbers(text: string): PhoneNumber[] {
  const plain = maskText(maskText(text, WEB_ADDRESS_RE), BOOK_NUMBER_RE);
  if (!DIALLED_RE.test(plain)) return [];
  return findPhoneNumbersInText(plain.replace(BETWEEN_RE, '|'), COUNTRY).flatMap(
    ({startsAt: start, endsAt: end, number}) => {
      const written = text.slice(start, end);
      // Versions and days, `0.7.4 / 2013-11-13`, begin with 0 too.
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
}
