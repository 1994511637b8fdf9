import {sourceFinder} from '../figures/figure-source.ts';
import {figureWords} from '../figures/figure-words.ts';
import type {PageNumber} from '../figures/page-numbers.ts';
import {pageNumbers} from '../figures/page-numbers.ts';
import type {ParsedPage} from '../parsed-page.ts';
import {runOf} from '../prose/block-runs.ts';
import {placesOf} from '../prose/text-run.ts';
import type {PageFinding, PageRule} from '../rule.ts';

export const noFigureWithoutSource: PageRule = {
  id: 'no-figure-without-source',
  group: 'prose',
  summary: 'A figure that claims something has its source beside it: a link, or who says so.',
  why: 'A figure is the first thing that gets quoted, and the first that gets doubted; readers must be able to check it where it stands.',
  good: [
    'The flood reached [3,400 homes](https://flood.example/2026).\n\nThe service has 28 boats, by its own account.\n\nThe hall opens at 6pm.',
    'Lower Ford parish counted 3,400 homes.',
    'The flood reached 3,400 homes, by the service’s own account.',
    'The service says that it counted 3,400 homes.',
    'According to the parish, the flood reached 3,400 homes.',
    'The hall opens at 6pm, and from 10.30am to 4pm on Sundays.',
    'It met on 12/03/2024, 12.03.2024, 2024-03-12, 12 Mar 2024, March 12, 2024 and 12-14 March.',
    'Section 7 of the Act of 1964 is about people aged 14 to 25.',
    '[The survey of 2026](https://flood.example/2026) found:\n\n- 48% of homes had a boat\n- 10% had two.',
    '| Year | Homes |\n| --- | --- |\n| 2026 | 3,400 |\n\nSource: [the survey](https://flood.example/2026).',
    'Set aside 10% if you can. A village should plan for £5,000.',
    'A [survey](https://flood.example/2026) put it at 48%.\n\nThe 48% is an estimate.',
  ],
  bad: [
    'The flood reached 3,400 homes.',
    '- Clearing the weir cost £1.2 million.',
    '| Year | Share |\n| --- | --- |\n| 2026 | 48% |',
    'One in five homes had a boat.',
    'The service opened 28 halls on its own account.',
    'The hall opens from 10.30am to 4pm, and seats 120.',
    'The survey found 48% of homes with a boat.',
    'The yearly survey also found that 48% of homes had a boat.',
    'The new study reports that 48% of homes have a boat.',
    'The staff said that 48 homes were wet.',
    'The village had 28 boats, and half of them sank.',
  ],
  check: (page, {config}) => {
    // How the site itself works needs no source.
    if (!page.document.path.startsWith('docs/')) return [];
    const claims = pageNumbers(page, config.numbered_names).filter(({allowed}) => allowed === undefined);
    const sourceOf = sourceFinder(claims);
    const bare = claims.filter((claim) => !sourceOf(claim));
    // One finding for each block: who adds the source adds it for all its figures.
    return [...Map.groupBy(bare, blockOf).values()].flatMap(([claim]) => (claim ? [findingOf(page, claim)] : []));
  },
};

/** The text of a claim; all cells of a table are one. */
function blockOf({unit}: PageNumber): unknown {
  return unit.row ? unit.around : unit;
}

function findingOf(page: ParsedPage, claim: PageNumber): PageFinding {
  return {
    ...placesIn(page, claim),
    problem: `\`${figureWords(claim)}\` has no source, expected a link in the same paragraph, list item or table, or who says so`,
    fix: 'Link the figure to the publication that gives it, say whose it is (such as `by the service’s own account`), or leave it out.',
  };
}

function placesIn({document}: ParsedPage, {unit, start, end}: PageNumber): Pick<PageFinding, 'place' | 'end'> {
  if (!unit.node) return {place: document.placeOf([unit.place], 'value')};
  return placesOf(document.text, runOf(unit.node, document.text), start, end - start);
}
