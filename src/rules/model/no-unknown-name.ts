import {recordFile} from '../../content/files/edition-files.ts';
import {frontMatterTexts} from '../../content/front-matter/front-matter-texts.ts';
import {evidenceRows} from '../../content/markdown/figures/evidence-rows.ts';
import {pageIds, unknownPage} from '../../content/pages/known-pages.ts';
import {addressOf, pageIdOf} from '../../content/pages/page-id.ts';
import {readSidebar} from '../../content/pages/sidebar.ts';
import type {Fault, Finding} from '../../content/problem.ts';
import {updateRecordFile} from '../../content/records/update-record.ts';
import type {ChangeNote} from '../../content/schemas/change-note-schema.ts';
import {NAVIGATION_FILE} from '../../content/schemas/navigation-schema.ts';
import {guidanceTerms} from '../../content/schemas/vocabulary-schema.ts';
import type {KeyPath, SourceDocument} from '../../content/source-document.ts';
import {allPages, navigationOf, type Toolkit} from '../../content/toolkit.ts';
import {listWords, nearest, nearestPlace} from '../../format/nearest.ts';
import {textOf} from '../../language/text.ts';
import {caseStudyExample, EXAMPLE_SOURCE, noteExample, pageExample, updateExample} from '../examples/example-files.ts';
import {placeOfKey, type Rule} from '../rule.ts';

const NOTE = 'blog/_pending/floods.md';
const WEIR = 'docs/case-studies/weir.md';
const RECORD = 'ledgers/editions/2025-10.json';
const UPDATE = {'blog/a.md': updateExample('2026-11-02', 'index')};
const EDITION = {'versioned_docs/version-2025-10/index.md': '---\n---\nWords.\n'};

const note = (keys: string) => ({[NOTE]: noteExample(keys)});

const withdrawn = (replacedBy: string) =>
  pageExample('Floods', `withdrawn: {on: 2026-10-01, why: It is out of date., replaced_by: ${replacedBy}}\n`);

const translated = (of: string) =>
  pageExample('Llifogydd', `translation: {of: ${of}, fingerprint: 0123456789abcdef}\n`);

const naming = (page: string) => ({[NAVIGATION_FILE]: JSON.stringify({pages: {homes: page}}, null, 2)});

const menu = (...items: unknown[]) => ({
  [NAVIGATION_FILE]: JSON.stringify({sidebars: {toolkit: ['index', ...items]}}, null, 2),
});

const synonymsOf = (page: string) => JSON.stringify({synonyms: {[page]: ['houses']}}, null, 2);

const outcomes = (source: string) =>
  caseStudyExample(`outcomes:\n  - {figure: 12 homes, what: kept dry, year: 2024, source: "${source}"}\n`);

const figures = (named: string) =>
  pageExample(
    'Floods',
    `key_figures: ["${named}"]\n`,
    '| Figure | What it counts |\n| --- | --- |\n| 9 homes | Flooded |\n| 12 homes | Dry |\n| 12 homes | At risk |',
  );

const home = (keys: object) => ({[NAVIGATION_FILE]: JSON.stringify({home: keys}, null, 2)});

const redacted = (update: string) =>
  JSON.stringify({
    schema: 1,
    complete: true,
    about: 'The toolkit as it was in October 2025.',
    vocabularies: {},
    fingerprints: {},
    redactions: [{on: '2026-11-02', update, why: 'A court asked for it.', pages: ['index']}],
  });

const reviewOf = (text: string) => `reviewed: {on: 2026-11-24, by: editor, scope: facts, text: "${text}"}\n`;

export const noUnknownName: Rule = {
  id: 'no-unknown-name',
  group: 'model',
  summary:
    'Every page, update, edition, figure and chart named in front matter, records or the navigation exists. Each outcome and rating names one of the listed sources.',
  why: 'With a wrong name, readers never reach the correction, page or source you meant.',
  good: [
    note('pages: [index, priorities/homes]\n'),
    {...note('pages: [floods]\n'), 'docs/floods.md': '---\ntitle: Not: readable\n---\nWords.\n'},
    {
      ...note('pages: [gone]\neditions: [2025-10]\n'),
      'versioned_docs/version-2025-10/gone.md': '---\n---\nWords.\n',
    },
    {'docs/floods.md': withdrawn('case-studies/weir'), [WEIR]: caseStudyExample()},
    {
      'docs/floods.md': pageExample('Floods', 'redirect_from: [/toolkit/rivers/]\n'),
      'blog/a.md': updateExample('2025-10-01', 'rivers'),
    },
    naming('priorities/homes'),
    {[NAVIGATION_FILE]: synonymsOf('priorities/homes')},
    {[NAVIGATION_FILE]: JSON.stringify({contribute: {label: 'Offer', to: '/toolkit/priorities/homes/#how'}}, null, 2)},
    {'docs/llifogydd.md': translated('priorities/homes')},
    {...UPDATE, 'docs/floods.md': pageExample('Floods', reviewOf('2026-11-02'))},
    {...UPDATE, ...note('pages: [index]\ncorrects: "2026-11-02#1"\n')},
    {...EDITION, ...note('pages: [index]\neditions: [2025-10]\n')},
    {...UPDATE, [RECORD]: redacted('2026-11-02')},
    {[WEIR]: outcomes(EXAMPLE_SOURCE)},
    {'docs/floods.md': figures('9 homes')},
    menu({type: 'category', label: 'Homes', items: [{type: 'doc', id: 'priorities/homes'}]}),
    {'docs/floods.md': figures('9 homes'), ...home({figures: [{id: 'floods', figure: '9 homes'}]})},
  ],
  bad: [
    note('pages: [index, priorities/hoems]\n'),
    note('pages: [docs/priorities/homes.md]\n'),
    {...note('pages: ["2025-10:index"]\n'), ...EDITION},
    {...note('pages: [gone]\n'), 'versioned_docs/version-2025-10/gone.md': '---\n---\nWords.\n'},
    {...note('pages: [about/us]\n'), 'handbook/about/us.md': pageExample('About us')},
    {'blog/a.md': updateExample('2026-11-24', 'priorities/hoems')},
    {'docs/floods.md': withdrawn('homes')},
    naming('priorities/hoems'),
    {'docs/llifogydd.md': translated('homes')},
    {...UPDATE, 'docs/floods.md': pageExample('Floods', reviewOf('2026-11-20'))},
    {[NAVIGATION_FILE]: JSON.stringify({notice_on: ['start']}, null, 2)},
    {[NAVIGATION_FILE]: synonymsOf('priorities/hoems')},
    {[NAVIGATION_FILE]: JSON.stringify({contribute: {label: 'Offer', to: '/toolkit/priorities/hoems/'}}, null, 2)},
    {...UPDATE, ...note('pages: [index]\ncorrects: 2026-11-20\n')},
    {...UPDATE, ...note('pages: [index]\ncorrects: "2026-11-02#2"\n')},
    {...EDITION, ...note('pages: [index]\neditions: [2025-11]\n')},
    {'blog/a.md': updateExample('2026-11-02', 'index').replace('page-added,', 'correction, editions: [2025-10],')},
    {...UPDATE, [RECORD]: redacted('2026-11-20')},
    {[WEIR]: outcomes(`${EXAMPLE_SOURCE}/`)},
    {'docs/floods.md': figures('9 houses')},
    {'docs/floods.md': figures('12 homes')},
    {'docs/floods.md': figures('9 homes'), ...home({figures: [{id: 'floods', figure: '8 homes'}]})},
    home({figures: [{id: 'flods', figure: '9 homes'}]}),
    home({chart: 'weir'}),
    menu('priorities/hoems'),
    {[WEIR]: caseStudyExample(), ...menu('case-studies/weir')},
    {'handbook/about.md': pageExample('About'), ...menu('handbook/about')},
  ],
  check: (toolkit) => [
    ...unknownPages(toolkit),
    ...toolkit.notes.flatMap(({document, data}) => checkChange(toolkit, document, [], data)),
    ...toolkit.updates.flatMap(({document, data}) =>
      data.changes.flatMap((change, index) => checkChange(toolkit, document, ['changes', index], change)),
    ),
    ...checkRedactions(toolkit),
    ...checkSources(toolkit),
    ...checkFigures(toolkit),
  ],
};

function unknownPages(toolkit: Toolkit): Finding[] {
  const ids = pageIds(toolkit);
  const past = new Set([
    ...ids,
    ...toolkit.editions.flatMap(({pages}) => pages.map(({id}) => id)),
    ...toolkit.published.ids,
  ]);
  const moved = new Set(allPages(toolkit).flatMap(({data}) => data.redirect_from ?? []));
  return [
    ...toolkit.notes.flatMap(({document, data}) =>
      data.pages.flatMap((id, index) =>
        isInEdition(toolkit, id, data.editions) || isRemovedByNote(toolkit, data.kind, id)
          ? []
          : unknownAt(document, ['pages', index], id, ids),
      ),
    ),
    ...toolkit.updates.flatMap(({document, data}) =>
      data.changes
        .flatMap(({pages}, change) => pages.map((id, index) => ({id, path: ['changes', change, 'pages', index]})))
        // An update may name pages that have moved since, or that only an edition has.
        .filter(({id}) => !past.has(id) && !moved.has(addressOf(toolkit.config, id)))
        .flatMap(({id, path}) => unknownAt(document, path, id, ids)),
    ),
    ...allPages(toolkit).flatMap(({document, data}) => {
      const {withdrawn: {replaced_by: id} = {}, translation, reviewed} = data;
      return [
        ...(id === undefined ? [] : unknownAt(document, ['withdrawn', 'replaced_by'], id, ids)),
        ...(translation ? unknownAt(document, ['translation', 'of'], translation.of, ids) : []),
        // The update may have been undone: publishing goes on without the review.
        ...unknownChange(toolkit, reviewed?.text).map((fault) => ({
          ...at(document, ['reviewed', 'text'], fault),
          severity: 'warning' as const,
        })),
      ];
    }),
    ...unknownInNavigation(toolkit, ids),
  ];
}

/** An erratum may be about a page that only the edition still has. */
function isInEdition({editions}: Toolkit, id: string, names: readonly string[] = []): boolean {
  return editions.some(({name, pages}) => names.includes(name) && pages.some((page) => page.id === id));
}

/** A note may name a page that its change removes. */
function isRemovedByNote({published}: Toolkit, kind: string, id: string): boolean {
  return ['content-removed', 'page-moved'].includes(kind) && published.texts.has(id);
}

function unknownAt(document: SourceDocument, path: KeyPath, id: string, ids: string[]): Finding[] {
  return ids.includes(id) ? [] : [at(document, path, unknownPage(id, ids))];
}

function unknownInNavigation(toolkit: Toolkit, ids: string[]): Finding[] {
  const {config} = toolkit;
  const navigation = navigationOf(toolkit);
  const references: [KeyPath, string][] = [
    ...guidanceTerms(config).flatMap(({id, page}): [KeyPath, string][] =>
      page === undefined ? [] : [[['pages', id], page]],
    ),
    ...config.notice_on.map((id, index): [KeyPath, string] => [['notice_on', index], id]),
    ...config.home.figures.map(({id}, index): [KeyPath, string] => [['home', 'figures', index, 'id'], id]),
    ...Object.keys(config.synonyms).map((id): [KeyPath, string] => [['synonyms', id], id]),
  ];
  if (!navigation) return [];
  return [
    ...references.flatMap(([path, id]) => unknownAt(navigation, path, id, ids)),
    ...contributeFault(toolkit, navigation),
    ...unknownInMenu(toolkit, navigation),
  ];
}

/** The menu lists guidance pages, including those whose front matter is broken. */
function unknownInMenu({config, documents}: Toolkit, navigation: SourceDocument): Finding[] {
  const ids = documents
    .filter(({kind, document}) => kind === 'page' && document.path.startsWith('docs/'))
    .map(({document}) => pageIdOf(document.path));
  return readSidebar(config.sidebars ?? {}, ids)
    .ids.filter((id) => !ids.includes(id))
    .map((id) => {
      const near = id.startsWith('case-studies/') ? undefined : nearestPlace(id, ids);
      const reference = frontMatterTexts(navigation.frontMatter).find(({text}) => text === id);
      return at(navigation, reference?.path ?? ['sidebars'], {
        problem: `sidebar lists \`${id}\`, expected the id of a guidance page (its path without \`docs/\` and \`.md\`)`,
        fix: near ? `Remove it if the page is gone, or write \`${near}\`, the nearest of the ids.` : 'Remove it.',
      });
    });
}

/** The page for contributors is linked from every page. Its address may be a former one. */
function contributeFault(toolkit: Toolkit, navigation: SourceDocument): Finding[] {
  const to = toolkit.config.contribute?.to.replace(/[?#].*$/, '');
  if (to === undefined) return [];
  const pages = allPages(toolkit);
  const addresses = pages.map(({address}) => address);
  if ([...addresses, ...pages.flatMap(({data}) => data.redirect_from ?? [])].includes(to)) return [];
  return [at(navigation, ['contribute', 'to'], unknown('address', to, addresses))];
}

/** A redaction names the update that announced it. */
function checkRedactions({updates, editions, updateRecords}: Toolkit): Finding[] {
  const slugs = updates.map(({data}) => data.slug);
  const records = [
    ...editions.map(({name, record}) => ({path: recordFile(name), redactions: record?.redactions})),
    ...[...updateRecords].map(([slug, {redactions}]) => ({path: updateRecordFile(slug), redactions})),
  ];
  return records.flatMap(({path, redactions = []}) =>
    redactions
      .filter(({update}) => !slugs.includes(update))
      .map(({update}) => ({path, ...unknown('update', update, slugs)})),
  );
}

function checkChange(toolkit: Toolkit, document: SourceDocument, at: KeyPath, change: ChangeNote): Finding[] {
  const placeAt = (path: KeyPath) => ({...placeOfKey(document, [...at, ...path])});
  const editions = toolkit.editions.map(({name}) => name);
  return [
    ...unknownChange(toolkit, change.corrects).map((fault) => ({...placeAt(['corrects']), ...fault})),
    ...(change.editions ?? []).flatMap((name, index) =>
      editions.includes(name) ? [] : [{...placeAt(['editions', index]), ...unknown('edition', name, editions)}],
    ),
  ];
}

function unknownChange({updates, updateRecords}: Toolkit, corrects: string | undefined): Fault[] {
  if (corrects === undefined) return [];
  const [slug = '', nth = '1'] = corrects.split('#');
  const update = updates.find(({data}) => data.slug === slug);
  if (!update) {
    // Another rule says that an update on record is missing.
    if (updateRecords.get(slug)?.files[`blog/${slug}.md`] !== undefined) return [];
    const slugs = updates.map(({data}) => data.slug);
    return [unknown('update', slug, slugs)];
  }
  const {length} = update.data.changes;
  if (Number(nth) <= length) return [];
  return [
    {
      problem: `\`${corrects}\` does not exist, expected a number from 1 to ${length}, the number of changes in update \`${slug}\``,
      fix: `Count the changes in \`${update.document.path}\`, or write \`${slug}\` for the whole update.`,
    },
  ];
}

function unknown(what: string, name: string, names: readonly string[]): Fault {
  const near = nearest(name, names);
  return {
    problem: `${what} \`${name}\` does not exist, expected ${names.length > 0 ? listWords(names) : `the name of an existing ${what}`}`,
    fix: near ? `Write \`${near}\`, the nearest match.` : `Write another name, or remove the line.`,
  };
}

/** Outcomes and ratings name sources of their page. */
function checkSources({pages, caseStudies}: Toolkit): Finding[] {
  const outcomes = caseStudies.flatMap(({document, data}) =>
    (data.outcomes ?? []).map(({source}, index) => ({
      document,
      data,
      what: 'outcome',
      key: ['outcomes', index],
      source,
    })),
  );
  const ratings = pages.flatMap(({document, data}) =>
    Object.entries(data.ratings ?? {}).flatMap(([scale, {source} = {}]) =>
      source === undefined ? [] : [{document, data, what: 'rating', key: ['ratings', scale], source}],
    ),
  );
  return [...outcomes, ...ratings].flatMap(({document, data: {sources = []}, what, key, source}) => {
    if (sources.some(({url}) => url === source)) return [];
    const fault = {
      problem: `${what} names \`${source}\`, expected the \`url\` of one of \`sources\``,
      fix: 'Add the source to `sources`, or copy the address of the listed source that states the fact.',
    };
    return [at(document, [...key, 'source'], fault)];
  });
}

/** A key figure is exactly one row of a table, so that it cannot differ from the evidence of the page. */
function checkFigures(toolkit: Toolkit): Finding[] {
  const {config, charts} = toolkit;
  const byId = new Map(allPages(toolkit).map((entry) => [entry.id, entry]));
  const navigation = navigationOf(toolkit);
  const chartIds = charts.flatMap(({id, edition}) => (edition === undefined ? [id] : []));
  const {figures, chart} = config.home;
  const inPages = allPages(toolkit).flatMap(({document, data}) =>
    'key_figures' in data
      ? (data.key_figures ?? []).flatMap((name, index) =>
          wrongFigure(document, name).map((fault) => at(document, ['key_figures', index], fault)),
        )
      : [],
  );
  if (!navigation) return inPages;
  return [
    ...inPages,
    ...figures.flatMap(({id, figure}, index) => {
      const page = byId.get(id)?.document;
      return page
        ? wrongFigure(page, figure).map((fault) => at(navigation, ['home', 'figures', index, 'figure'], fault))
        : [];
    }),
    ...(chart === undefined || chartIds.includes(chart)
      ? []
      : [at(navigation, ['home', 'chart'], unknown('chart', chart, chartIds))]),
  ];

  function wrongFigure(page: SourceDocument, name: string): Fault[] {
    const rows = evidenceRows(page, byId, textOf(config).figures.headings).map(({figure}) => figure);
    const {length} = rows.filter((figure) => figure === name);
    if (length === 1) return [];
    if (length === 0) return [unknown('figure', name, rows)];
    return [
      {
        problem: `\`${name}\` is the figure of ${length} rows in \`${page.path}\`, expected one`,
        fix: 'Choose another figure, or make the two different: give one of them its unit.',
      },
    ];
  }
}

function at(document: SourceDocument, path: KeyPath, fault: Fault): Finding {
  return {path: document.path, place: document.placeOf(path), ...fault};
}
