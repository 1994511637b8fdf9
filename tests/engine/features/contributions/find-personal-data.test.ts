import {expect, test} from 'vitest';
import {findPersonalData} from '../../../../src/features/contributions/personal-data.ts';
import {config} from '../../support/toolkits/sound-toolkit.ts';

/** The text with the kind of each finding in its place. */
const redact = (text: string) =>
  findPersonalData(text, config).reduceRight(
    (rest, {kind, start, end}) => `${rest.slice(0, start)}[${kind} removed]${rest.slice(end)}`,
    text,
  );

test.each([
  ['Write to jane99@mail.test or jane [at] mail.test.', 'Write to [email address removed] or [email address removed].'],
  ['<j.reed@parish.test>', '<[email address removed]>'],
  ['Ring 0191 496 0000, or 07911 123456.', 'Ring [telephone number removed], or [telephone number removed].'],
  ['07700900123 2pm', '[telephone number removed] 2pm'],
  ['Mrs Reed and Dr J. van-Reed Smith said so.', '[name removed] and Dr J. van-Reed Smith said so.'],
  ['Ask Cllr Siân O’Reed about it.', 'Ask [name removed] about it.'],
  ['It is wrong.\n\nKind regards,\n\nJane Reed\n', 'It is wrong.\n\nKind regards,\n\n[name removed]\n'],
  [
    'I live at 12 High Street, Ford NE99 1ZZ, or 7a, Old Mill Lane, ec1a 1bb.',
    'I live at [street address removed], Ford [postcode removed], or [street address removed], [postcode removed].',
  ],
  ['QQ 12 34 56 C, ab123456d', '[National Insurance number removed], [National Insurance number removed]'],
  [
    'Born on 3 May 1950. Date of birth: 03/05/1950; DOB 1950-05-03, born 3rd of May, 1950, born May 3 1950.',
    '[date of birth removed]. [date of birth removed]; [date of birth removed], [date of birth removed], [date of birth removed].',
  ],
])('takes out what looks personal: %j', (text, redacted) => {
  expect(redact(text)).toBe(redacted);
});

test.each([
  `Write to ${config.email} or enquiries@parish.test or customer.services@parish.test.`,
  'Call 0300 123 4567 or 999; in 2015-2016 there were 20,000 visits on 01/02/2017.',
  'Loans fell from 017,000,900 to 0123456789012 in 0.1234567890.',
  'See https://elsewhere.test/@jane@social.test/01914960000 and the MRS Degree.',
  'Thanks\nfor the page on pumps.',
  'Thanks\n\nThe Town Hall Committee Meets On Fridays',
  'Regards to all wardens. Doctor, doctor.',
  'The talk was on 3 May 2026, and in 2015 Great North Road had 120 Pumps on Main Streets.',
  'Take the M1 5pm, row b2 3rd, A12 4th, EN 13501, BS8 800 and #E8E8EF, in ISO9 1AB.',
  'The scheme was born in 1950; it is a newborn 3 May 2026 idea. AB 12 34 56.',
  'One Way, 3 way streets, Page 12. Close the road; 4 Close friends.',
])('leaves what is not: %j', (text) => {
  expect(redact(text)).toBe(text);
});
