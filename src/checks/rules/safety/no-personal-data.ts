import type {ParsedPage} from '../../../markdown/parsed-page.ts';
import {createPlaceFinder} from '../../../markdown/place-finder.ts';
import type {CheckContext} from '../../../model/check-context.ts';
import {textOutsideCode} from '../../../privacy/mask-text.ts';
import {findPersonalEmails} from '../../../privacy/personal-emails.ts';
import {phoneNumbersOf} from '../../../privacy/phone-numbers.ts';
import type {PageFinding, PageRule} from '../../rule.ts';

export const noPersonalData: PageRule = {
  id: 'no-personal-data',
  group: 'safety',
  summary: "A page has no individual's e-mail address or telephone number.",
  why: 'An e-mail address or number that reaches one person is personal data. It attracts unwanted contact, and is out of date when the person leaves.',
  good: [
    'Write to office@parish.example or <flood@flood.example>.',
    'Write to customer.services@parish.example, local-studies@parish.example or lower.ford.parish@lowerford.example.',
    'See https://elsewhere.example/@jane.reed@social.example and [more](https://elsewhere.example/?to=jane.reed@a.example).',
    '```text\nWrite to jane.reed@parish.example, or call 07911 123456.\n```',
    'Write to your.name@example.org, and tag @jane.reed.',
    'Install river-flood@1.2.3, ask riverside.wardens@elsewhere.example, and write to flood.defence.team@parish.example.',
    'Call 0300 123 4567 or 0800 123 4567; in danger call 999.',
    'In 2016-2017, 07123 pages were read at 01:30 on 01/02/2017; company 07123456, charity 1081247.',
    'ISBN 07911 1234 5, ISBN: 978 0 11 702345 1 and https://elsewhere.example/01914960000/a.',
    'Version 0.7.4 / 2013-11-13, day 07.11.2016, £01.20, SI 1964/0075 and UPRN 010001234567.',
    'The contract number is 79111234567, and 7911 123456 people came.',
  ],
  bad: [
    'Write to jane.reed@parish.example.',
    '[Write to Jane](mailto:j.reed@parish.example)',
    '<Jane_Van-Reed2@parish.example>',
    '---\ntitle: Floods\nsources:\n  - title: Letter of siân.o-reed@parish.example\n---\n\nWords.\n',
    'Write to jane.reed&#64;parish.example or jane.reed [at] parish.example.',
    'Call Jane on 07911 123456, [or here](tel:+447911123456).',
    'Call +44 (0)7911 123 456 or 07911-123456.',
    'Call (0191) 498 0001 and ask for Jane.',
    '[Call](tel:+442079460001)',
  ],
  check: (page, context) => [...emailsIn(page, context), ...phoneNumbersIn(page)],
};

function emailsIn(page: ParsedPage, {config}: CheckContext): PageFinding[] {
  const text = textOutsideCode(page);
  const placeAt = createPlaceFinder(text);
  return findPersonalEmails(text, config).map(({address, start, end}) => ({
    place: placeAt(start),
    end: placeAt(end),
    problem: `e-mail address \`${address}\` looks personal, expected a shared one or none`,
    fix: 'Link to the organisation’s contact page instead, and leave out the person’s name unless they agreed.',
  }));
}

/** A landline may belong to a person or to the organisation, so an editor decides. */
function phoneNumbersIn(page: ParsedPage): PageFinding[] {
  const placeAt = createPlaceFinder(page.document.text);
  return phoneNumbersOf(page).flatMap(({written, start, end, line}): PageFinding[] => {
    if (line === 'organisation') return [];
    return [
      {
        place: placeAt(start),
        end: placeAt(end),
        ...(line === 'place' && {severity: 'warning'}),
        problem: `\`${written}\` is ${line === 'mobile' ? 'a mobile number' : 'a telephone number'}, expected a link to the organisation's contact page`,
        fix:
          line === 'mobile'
            ? 'Remove the number, and link to that page.'
            : 'Link to that page instead. Keep the number only if it does not belong to one person.',
      },
    ];
  });
}
