import {chartDirectivesIn} from '../charts/chart-directives.ts';
import {chartFile} from '../charts/chart-file.ts';
import {chartExample} from '../examples/chart-example.ts';
import {pageExample} from '../examples/example-files.ts';
import type {Rule} from '../rule.ts';

const LEVELS = {'docs/reference/data/river-levels.json': chartExample()};
const saying = (words: string) => ({'docs/floods.md': pageExample('Floods', '', words)});

export const noIdleChart: Rule = {
  id: 'no-idle-chart',
  group: 'model',
  summary: 'Each chart stands on a page.',
  why: 'Data that no page shows is kept right by nobody, and its readers never find it.',
  good: [
    {...LEVELS, ...saying('::chart{id="river-levels"}')},
    {...LEVELS, ...saying('Words.'), 'docs/b.md': pageExample('B', '', '::chart{id="river-levels"}')},
    {'versioned_docs/version-2025-10/reference/data/river-levels.json': chartExample()},
  ],
  bad: [
    LEVELS,
    {...LEVELS, ...saying('Write `::chart{id="river-levels"}`.')},
    {...LEVELS, 'versioned_docs/version-2025-10/a.md': pageExample('A', '', '::chart{id="river-levels"}')},
  ],
  check: ({charts, documents}) => {
    const shown = new Set(
      documents
        .filter(({document}) => document.path.endsWith('.md'))
        .flatMap(({document}) =>
          chartDirectivesIn(document).map(({attributes}) => chartFile(attributes?.id ?? '', document.path)),
        ),
    );
    return charts
      .filter(({edition, document}) => edition === undefined && !shown.has(document.path))
      .map(({id, document: {path}}) => ({
        path,
        problem: `chart stands on no page, expected \`::chart{id="${id}"}\` on one`,
        fix: 'Write that on a line of its own where the chart belongs, or remove the file.',
      }));
  },
};
