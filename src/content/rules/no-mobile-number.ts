import {phoneNumbersOf} from '../phone-numbers.ts';
import {createPlaceFinder} from '../place-finder.ts';
import type {PageRule} from '../rule.ts';

export const noMobileNumber: PageRule = {
  id: 'no-mobile-number',
  group: 'safety',
  summary: 'A page holds no number of a mobile telephone.',
  why: 'A mobile number leads to one person wherever they are: it is personal data.',
  good: [
    'Call 0300 123 4567 or 0191 496 0000.',
    'In 2016-2017, 07123 pages were read; company 07123456, charity 1081247.',
    'ISBN 07911 1234 5 and https://elsewhere.example/07911123456/a.',
    '```\nCall 07911 123456.\n```',
    'Version 0.7.4 / 2013-11-13 and day 07.11.2016.',
    'The contract number is 79111234567, and 7911 123456 people came.',
  ],
  bad: [
    'Call Jane on 07911 123456.',
    '[Call](tel:+447911123456)',
    'Call +44 (0)7911 123 456 or 07911-123456.',
    'Call 0191 433 8400, 07911-123-456.',
  ],
  check: (page) => {
    const placeAt = createPlaceFinder(page.document.text);
    return phoneNumbersOf(page)
      .filter(({line}) => line === 'mobile')
      .map(({written, start, end}) => ({
        place: placeAt(start),
        end: placeAt(end),
        problem: `\`${written}\` is a mobile telephone number, expected the number of an organisation, or none`,
        fix: 'Remove it, and link to the contact page of the organisation instead.',
      }));
  },
};
