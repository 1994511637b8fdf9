import {endsInLabel} from '../prose/ends-in-label.ts';
import {unquotedRuns} from '../prose/style-pattern.ts';
import {placesOf} from '../prose/text-run.ts';
import type {PageRule} from '../rule.ts';

/** `2014/15`: two years of which the second follows the first. */
const SPLIT_RE =
  /(?<![\p{L}\d/.,_£#-]|[-–—] )(?<year>(?:19|20)\d{2})[-–—/](?<to>(?:19|20)\d{2}|\d{2})(?![\d.,]*\d|[/%_-]|\p{L}|\.\p{L})/gu;

export const noSplitYear: PageRule = {
  id: 'no-split-year',
  group: 'prose',
  summary: 'A year from one spring or autumn to the next is told from two years.',
  why: '`2014/15` is one year to an accountant and two to everybody else, and a reader cannot tell which is counted.',
  good: [
    'In the financial year 2014 to 2015 the ford cost more than in 2014 and 2015.',
    'The scheme ran in 2015-17, in edition `2014-15`, and in section 2014/15 of the "Flood Report 2014/15".',
    'It is version 2017-03, or 2014/16, at 2014-15-16.',
    '| Year | Homes |\n| --- | --- |\n| 2014/15 | 3 |',
  ],
  bad: [
    'Floods grew in 2014/15.',
    'Between 2014/15 and 2015-16 visits grew.',
    'From 2014–2015 the ford was shut.',
    'The year 1999/2000 was wet.',
  ],
  check: (page) =>
    unquotedRuns(page)
      .outsideTitles.filter(({text}) => text.search(SPLIT_RE) >= 0)
      .flatMap(({run, text}) =>
        [...text.matchAll(SPLIT_RE)].flatMap(({0: found, index, groups}) => {
          const {year = '', to = ''} = groups ?? {};
          const next = String(Number(year) + 1);
          if (!next.endsWith(to) || endsInLabel(text.slice(0, index))) return [];
          return [
            {
              ...placesOf(page.document.text, run, index, found.length),
              problem: `\`${found}\` may be one year or two, expected words that say which`,
              fix: `Write \`the financial year ${year} to ${next}\` if it is one, and \`${year} and ${next}\` or \`${year} to ${next}\` if it is two.`,
            },
          ];
        }),
      ),
};
