import {compareText, type Finding} from '../../content/problem.ts';
import type {Source} from '../../content/schemas/source-schema.ts';
import type {SourceDocument} from '../../content/source-document.ts';
import {allPages, type Toolkit} from '../../content/toolkit.ts';
import {chartExample, GAUGE} from '../examples/chart-example.ts';
import {caseStudyExample, EXAMPLE_SOURCE, pageExample} from '../examples/example-files.ts';
import {placeOfKey, type Rule} from '../rule.ts';

const KEYS = ['title', 'publisher', 'year'] as const;

type Key = (typeof KEYS)[number];

const LEVELS = 'docs/reference/data/river-levels.json';

const cites = (title: string, source: string, more = '') => pageExample(title, `sources:\n  - {${source}}\n${more}`);

const gauge = (title: string, more = '') => `title: ${title}, publisher: Example River Trust, url: "${GAUGE}"${more}`;

export const noSecondSourceName: Rule = {
  id: 'no-second-source-name',
  group: 'model',
  summary: 'A source has the same title, publisher and year on every page and chart that cites its address.',
  why: 'Readers would take one publication with two names for two publications.',
  good: [
    {
      'docs/floods.md': cites('Floods', gauge('River levels', ', year: 2024')),
      'docs/fords.md': cites('Fords', gauge('River levels', ', year: 2024')),
    },
    {
      'docs/floods.md': cites('Floods', gauge('River levels')),
      'docs/fords.md': cites('Fords', gauge('River levels, 2024').replace(GAUGE, `${GAUGE}#2024`)),
    },
    {
      'docs/floods.md': cites('Floods', gauge('River levels')),
      'docs/fords.md': cites('Fords', gauge('River levels', ', year: 2024').replace(GAUGE, `${GAUGE}.pdf`)),
    },
    {
      'docs/floods.md': cites('Floods', gauge('River levels')),
      'docs/fords.md': cites('Fords', gauge('The gauge'), 'withdrawn: {on: 2026-01-10, why: The ford is gone.}\n'),
    },
    {
      'docs/floods.md': cites('Floods', gauge('River levels')),
      'versioned_docs/version-2025-10/floods.md': cites('Floods', gauge('The gauge')),
    },
  ],
  bad: [
    {
      'docs/floods.md': cites('Floods', gauge('River levels')),
      'docs/fords.md': cites('Fords', gauge('Levels of the river')),
    },
    {
      'docs/floods.md': cites('Floods', gauge('River levels', ', year: 2024')),
      'docs/fords.md': cites('Fords', gauge('River levels')),
    },
    {
      'docs/case-studies/weir.md': caseStudyExample(),
      'docs/fords.md': cites('Fords', `title: Minutes, publisher: Upper Ford parish, url: "${EXAMPLE_SOURCE}"`),
    },
    {'docs/floods.md': cites('Floods', gauge('Levels of the river')), [LEVELS]: chartExample()},
    {'docs/floods.md': cites('Floods', `${gauge('River levels')}}\n  - {${gauge('The gauge')}`)},
  ],
  check: (toolkit) => [...entriesByAddress(toolkit).values()].flatMap(deviations),
};

interface Entry {
  document: SourceDocument;
  index: number;
  source: Source;
}

/** Skips withdrawn pages and editions, which keep their text. A new page comes last, so that it follows those that are published. */
function entriesByAddress(toolkit: Toolkit): Map<string, Entry[]> {
  const {ids, charts} = toolkit.published;
  const isNew = ({id, document}: {id: string; document: SourceDocument}) =>
    ids.size > 0 && !ids.has(id) && !charts.has(document.path);
  const live = [
    ...allPages(toolkit).filter(({data}) => !data.withdrawn),
    ...toolkit.charts.filter(({edition}) => edition === undefined),
  ].sort((a, b) => Number(isNew(a)) - Number(isNew(b)) || compareText(a.document.path, b.document.path));
  const entries = new Map<string, Entry[]>();
  for (const {document, data} of live) {
    for (const [index, source] of (data.sources ?? []).entries()) {
      const same = entries.get(source.url);
      if (same) same.push({document, index, source});
      else entries.set(source.url, [{document, index, source}]);
    }
  }
  return entries;
}

function deviations(entries: readonly Entry[]): Finding[] {
  const standard = {
    title: standardOf('title', entries),
    publisher: standardOf('publisher', entries),
    year: standardOf('year', entries),
  };
  return entries.flatMap((entry) => {
    const key = KEYS.find((candidate) => entry.source[candidate] !== standard[candidate].source[candidate]);
    return key ? [deviation(entry, key, standard)] : [];
  });
}

/** The entry with the most common title, publisher or year; on a tie the first published one. */
function standardOf(key: Key, entries: readonly Entry[]): Entry {
  const counts = new Map<string | number | undefined, number>();
  for (const {source} of entries) counts.set(source[key], (counts.get(source[key]) ?? 0) + 1);
  // If one page gives the year, the others can too.
  counts.set(undefined, 0);
  const votes = ({source}: Entry) => counts.get(source[key]) ?? 0;
  return entries.reduce((best, entry) => (votes(entry) > votes(best) ? entry : best));
}

function deviation({document, index, source}: Entry, key: Key, standard: Readonly<Record<Key, Entry>>): Finding {
  const {title, publisher, year} = standard;
  const expected = {title: title.source.title, publisher: publisher.source.publisher, year: year.source.year};
  const other = standard[key];
  return {
    ...placeOfKey(document, ['sources', index, key]),
    problem: `source \`${source.url}\` is called ${nameOf(source)}, expected ${nameOf(expected)} with the ${key} in \`${other.document.path}\``,
    fix: 'Check which is right, and use it everywhere the source is listed. If one place gives the year, add it to all.',
    related: {...placeOfKey(other.document, ['sources', other.index, key])},
  };
}

function nameOf({title, publisher, year}: Pick<Source, Key>): string {
  return `\`${title}\` (${publisher}, ${year ?? 'no year'})`;
}
