import {phoneNumbersOf} from '../phone-numbers.ts';
import {createPlaceFinder} from '../place-finder.ts';
import type {PageRule} from '../rule.ts';

export const noPhoneNumber: PageRule = {
  id: 'no-phone-number',
  group: 'safety',
  summary: 'A page holds no telephone number of a desk.',
  why: 'A number on a desk can be a person’s, and it changes while the page stays.',
  good: [
    'Call 0300 123 4567 or 0800 123 4567; in danger call 999.',
    'In 2015-2016 there were 20,000 visits at 01:30, on 01/02/2017 and in NE1 4XF.',
    'ISBN 0-306-40615-2, ISBN: 978 0 11 702345 1 and https://elsewhere.example/01914960000/a.',
    '```\nCall 0191 496 0000.\n```',
    'It cost £01.20 of 01632 pages; SI 1964/0075; UPRN 010001234567; ocds-r6ebe6-0000514914.',
  ],
  bad: ['Call 0191 496 0000.', 'Call (0191) 498 0001 and ask for Jane.', '[Call](tel:+442079460001)'],
  check: (page) => {
    const placeAt = createPlaceFinder(page.document.text);
    return phoneNumbersOf(page)
      .filter(({line}) => line === 'place')
      .map(({written, start, end}) => ({
        place: placeAt(start),
        end: placeAt(end),
        problem: `\`${written}\` is a telephone number, expected a link to the contact page that keeps it right`,
        fix: 'Link to the contact page of the organisation; keep the number only if it is no person’s own.',
      }));
  },
};
