import {caseStudyExample, EXAMPLE_SOURCE} from '../examples/example-files.ts';
import type {Rule} from '../rule.ts';

const WEIR = 'docs/case-studies/weir.md';

const outcomes = (source: string) =>
  `outcomes:\n  - {figure: 12 homes, what: kept dry, year: 2024, source: "${source}"}\n`;

export const noUnknownSource: Rule = {
  id: 'no-unknown-source',
  group: 'model',
  summary: 'The source of each outcome stands in the list of sources.',
  why: 'A figure whose source readers cannot find in the list is a figure without a source.',
  good: [
    {[WEIR]: caseStudyExample(outcomes(EXAMPLE_SOURCE))},
    {[WEIR]: caseStudyExample('outcomes: []\n')},
    {
      [WEIR]: caseStudyExample(outcomes('https://elsewhere.example/')).replace(
        'sources:\n',
        'sources:\n  - {title: A survey, publisher: Elsewhere, url: https://elsewhere.example/}\n',
      ),
    },
  ],
  bad: [
    {[WEIR]: caseStudyExample(outcomes('https://elsewhere.example/'))},
    {[WEIR]: caseStudyExample(outcomes(`${EXAMPLE_SOURCE}/`))},
    {[WEIR]: caseStudyExample(outcomes(EXAMPLE_SOURCE.replace('https', 'http')))},
  ],
  check: ({caseStudies}) =>
    caseStudies.flatMap(({document, data}) =>
      (data.outcomes ?? []).flatMap((outcome, index) => {
        if (data.sources.some((source) => source.url === outcome.source)) return [];
        return [
          {
            path: document.path,
            place: document.placeOf(['outcomes', index, 'source']),
            problem: `outcome names \`${outcome.source}\`, expected the \`url\` of one of \`sources\``,
            fix: 'Add that source to `sources`, or copy the address of the one that gives the figure.',
          },
        ];
      }),
    ),
};
