import type {Rule} from '../rule.ts';

export const noUnknownSource: Rule = {
  id: 'no-unknown-source',
  group: 'model',
  summary: 'The source of each outcome stands in the list of sources.',
  why: 'A figure whose source readers cannot find in the list is a figure without a source.',
  good: [{}],
  bad: [
    {
      'docs/case-studies/weir.md': `---
title: The weir at Lower Ford
description: A village cleared its weir with volunteers, and the water stayed out of the hall.
service: Lower Ford parish
place: Lower Ford
regions: [riverside]
evidence: self-reported
outcomes:
  - {figure: 12 homes, what: kept dry, year: 2024, source: https://elsewhere.example/}
consent: {basis: public-record}
owner: editor
review_every: 12 months
sources:
  - {title: Minutes, publisher: Lower Ford parish, url: https://lowerford.example/minutes}
---
Words.
`,
    },
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
