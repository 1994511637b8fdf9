import {chartDirectivesIn} from '../charts/chart-directives.ts';
import {chartFile, chartOf} from '../charts/chart-file.ts';
import {chartExample} from '../examples/chart-example.ts';
import {pageExample} from '../examples/example-files.ts';
import {listWords, nearest} from '../nearest.ts';
import {editionPageOf} from '../page-id.ts';
import type {Finding} from '../problem.ts';
import type {Rule} from '../rule.ts';
import type {SourceDocument} from '../source-document.ts';

const LEVELS = {'docs/reference/data/river-levels.json': chartExample()};
const showing = (line: string) => ({'docs/floods.md': pageExample('Floods', '', `${line}\n`)});

export const noUnknownChart: Rule = {
  id: 'no-unknown-chart',
  group: 'model',
  summary: 'A page calls for charts that there are, each once and by its id alone.',
  why: 'A mistyped id would leave a gap in the page, and nobody would see that a figure is missing.',
  good: [
    {...LEVELS, ...showing('::chart{id="river-levels"}')},
    {...LEVELS, ...showing('Write `::chart{id="..."}` on a line of its own.')},
    {
      'versioned_docs/version-2025-10/reference/data/river-levels.json': chartExample(),
      'versioned_docs/version-2025-10/floods.md': pageExample('Floods', '', '::chart{id="river-levels"}'),
    },
  ],
  bad: [
    {...LEVELS, ...showing('::chart{id="river-level"}')},
    showing('::chart{id="river-levels"}'),
    {...LEVELS, ...showing('::chart{name="river-levels"}\n\n::chart')},
    {...LEVELS, ...showing('::chart{id="river-levels"}\n\n::chart{id="river-levels"}')},
    {...LEVELS, ...showing('::chart[The levels]{id="river-levels"}')},
    {...LEVELS, ...showing('::chart{id="river-levels" width="200"}')},
    {...LEVELS, 'versioned_docs/version-2025-10/floods.md': pageExample('Floods', '', '::chart{id="river-levels"}')},
  ],
  check: ({documents}) => {
    const charts = documents.flatMap(({document}) => chartOf(document.path) ?? []);
    const idsByEdition = Map.groupBy(charts, ({edition}) => edition);
    return documents
      .filter(({document}) => document.path.endsWith('.md'))
      .flatMap(({document}) => {
        const edition = editionPageOf(document.path).edition || undefined;
        const ids = idsByEdition.get(edition)?.map(({id}) => id) ?? [];
        return judgePage(document, ids);
      });
  },
};

/** Judges the calls of a page; `ids` are the charts that it may show. */
function judgePage(document: SourceDocument, ids: readonly string[]): Finding[] {
  const {path} = document;
  const seen = new Set<string>();
  return chartDirectivesIn(document).flatMap(({attributes, children, place, end}) => {
    const {id, ...more} = attributes ?? {};
    const at = {path, place, end};
    const isBare = children.length === 0 && Object.keys(more).length === 0;
    if (!id || !isBare) return [{...at, ...malformed(id ?? Object.values(more)[0] ?? 'visits')}];
    if (seen.has(id)) return [{...at, ...repeated(id)}];
    seen.add(id);
    return ids.includes(id) ? [] : [{...at, ...unknown(id, ids, chartFile(id, path))}];
  });
}

function malformed(id: string): Pick<Finding, 'problem' | 'fix'> {
  const form = `::chart{id="${id}"}`;
  return {
    problem: `line calls for a chart in another form, expected its id alone, as in \`${form}\``,
    fix: `Write \`${form}\`; the words of a chart stand in its data file.`,
  };
}

function repeated(id: string): Pick<Finding, 'problem' | 'fix'> {
  return {
    problem: `chart \`${id}\` stands on the page already, expected it once`,
    fix: 'Remove the line, and lead to the chart in words.',
  };
}

function unknown(id: string, ids: readonly string[], file: string): Pick<Finding, 'problem' | 'fix'> {
  const near = nearest(id, ids);
  return {
    problem: `\`${id}\` is no chart, expected ${ids.length > 0 ? listWords(ids) : `a data file \`${file}\``}`,
    fix: near ? `Write \`${near}\`, the nearest of these.` : `Add \`${file}\`, or remove the line.`,
  };
}
