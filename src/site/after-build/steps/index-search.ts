import path from 'node:path';
import {gunzipSync, gzipSync} from 'node:zlib';
import {load} from 'cheerio';
import {close, createIndex, type HTMLFile} from 'pagefind';
import {type Html, html} from '../../../format/html.ts';
import {capitalise, lowercaseFirst} from '../../../format/text.ts';
import {textOf} from '../../../language/text.ts';
import {keepResult, recall, remember} from '../../../model/memo.ts';
import {type CatalogueCaseStudy, catalogueOf, withoutWithdrawn} from '../../../model/pages/catalogue.ts';
import {collectionListPage, filledLists} from '../../../model/pages/collection-pages.ts';
import {
  allFacets,
  cardLines,
  type Facet,
  type FacetTerm,
  facetsOf,
  factsLine,
  valuesOf,
} from '../../../model/pages/facets.ts';
import {addressOf, editionAddress} from '../../../model/pages/page-id.ts';
import {fileOfAddress} from '../../../model/routes/addresses.ts';
import {sinceAddress} from '../../../model/routes/difference-addresses.ts';
import {type GeneratedPage, generatedPages} from '../../../model/routes/generated-routes.ts';
import type {ToolkitConfig} from '../../../model/schemas/toolkit-schema.ts';
import {minifyModule} from '../../render/bundle-client.ts';
import type {BuiltSite} from '../built-site.ts';
import {readPages} from '../read-pages.ts';

/** Where the index of live pages is, and below it that of editions, which readers search only if they ask for it. */
const FOLDER = 'pagefind';
const EDITIONS = `${FOLDER}/editions`;

/** Search boxes of Pagefind, because ours is part of the theme, and its worker, which ours does not start. */
const UNUSED = /^pagefind-(ui|modular-ui|component-ui|highlight|worker)\./;

/**
 * A quarter of the usual length, so that a query loads little besides its own words. Pagefind reads this from the
 * environment only, and may ignore it in another version.
 */
process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = '4700';

/**
 * Writes the search indexes from pages that mark their text with `data-pagefind-body`, and from the names of generated
 * pages; one site at a time.
 */
export async function indexSearch(site: BuiltSite): Promise<void> {
  const {config} = site.toolkit;
  const {editions} = site.records;
  const text = textOf(config);
  const pages = await readPages(site);
  const editionFolders = editions.map(({name}) => editionAddress(name, 'index'));
  const studies = new Map(catalogueOf(site.toolkit).caseStudies.map((study) => [study.address, study]));
  const facets = allFacets(config);
  const words = new Map(Object.entries(config.synonyms).map(([id, synonyms]) => [addressOf(id), synonyms]));
  const written = pages
    .filter((page) => page.html.includes('data-pagefind-body'))
    .map(({file, address, html: content}) => ({
      isFrozen: editionFolders.some((folder) => address.startsWith(folder)),
      file: {
        sourcePath: file,
        content: addToArticle(textToSearch(content, config.sections.aside), [
          html`<p data-pagefind-filter="rank:${rankOf(address, config)}"></p>`,
          metadata('also', words.get(address)),
          ...studyFields(studies.get(address), facets),
        ]),
      },
    }));
  const live = written.filter(({isFrozen}) => !isFrozen).map(({file}) => file);
  const frozen = written.filter(({isFrozen}) => isFrozen).map(({file}) => file);
  const built = new Set(pages.map(({file}) => file));
  const own = filledLists(site.toolkit).map((collection) => collectionListPage(collection, config.title, text));
  const since = editions.map((edition) => ({
    address: sinceAddress(edition.name),
    title: `${text.names.since({edition: text.format.inWords(edition)})}: ${text.names.whatChanged}`,
    about: text.editions.sinceAbout({edition: text.format.inWords(edition)}),
  }));
  const terms = facetsOf(config, withoutWithdrawn([...studies.values()])).flatMap(({label, terms: used}) =>
    used.map((term) => ({
      rank: 'usual',
      address: term.address,
      title: text.finder.by({facet: lowercaseFirst(label), term: term.label}),
      about: text.finder.countBy({
        found: text.counts.caseStudies({count: term.count}),
        title: config.title,
        facet: lowercaseFirst(label),
        term: term.label,
      }),
      label: term.label,
      also: term.also,
    })),
  );
  // A term of a glossary is found by itself, with its meaning, and a chart with its finding.
  const explained = live
    .filter(({content}) => /<dt id="|<figure class="chart" id="/.test(content))
    .flatMap(({sourcePath, content}) => {
      const $ = load(content);
      const address = `/${path.posix.dirname(sourcePath)}/`;
      return $('dt[id], figure.chart[id]')
        .toArray()
        .map((part) => ({
          rank: 'last',
          address: `${address}#${$(part).attr('id')}`,
          title: $(part).is('dt')
            ? $(part).text()
            : text.charts.named({title: $(part).find('figcaption strong').text()}),
          about: capitalise(
            firstWords($(part).is('dt') ? $(part).next('dd').text() : $(part).find('p').first().text()),
          ),
        }));
    });
  const generated = [
    ...[...generatedPages(config), ...own, ...since].map((page) => ({...page, rank: 'first'})),
    ...terms,
  ]
    .filter(({address}) => built.has(fileOfAddress(address)))
    .concat(explained)
    .map((page) => ({url: page.address, content: renderName(page, config.language)}));
  const listed = new Map(terms.map((term) => [term.address, term]));
  const factsOf = (address: string): Facts => {
    const study = studies.get(address);
    const edition = editions.find(({name}) => address.startsWith(editionAddress(name, 'index')));
    if (edition) return {facts: text.format.edition(edition)};
    const used = study ? termsOf(study, facets) : [listed.get(address) ?? []].flat();
    const also = used.flatMap(({label, also: names = []}) =>
      names.map((name) => [name, text.search.covers({term: label, name})]),
    );
    return {
      ...(study && {facts: factsLine(study, text), lines: JSON.stringify(cardLines(study, text))}),
      ...(also.length > 0 && {also: JSON.stringify(also)}),
    };
  };
  try {
    await writeIndex(site, FOLDER, [...live, ...generated], factsOf);
    if (frozen.length > 0) await writeIndex(site, EDITIONS, frozen, factsOf);
  } finally {
    await close();
  }
}

async function writeIndex(
  {output}: BuiltSite,
  folder: string,
  pages: readonly HTMLFile[],
  factsOf: FactsOf,
): Promise<void> {
  const inputs = pages.flatMap(({sourcePath = '', url = '', content}) => [sourcePath + url, content]);
  const kept = recall<IndexFile[]>('search index', inputs);
  const files = kept?.value ?? (await indexPages(pages, factsOf));
  if (!kept) keepResult('search index', inputs, files);
  output.write(files.map(([file, content]) => [`${folder}/${file}`, content]));
}

type IndexFile = [file: string, content: Uint8Array | string];

async function indexPages(pages: readonly HTMLFile[], factsOf: FactsOf): Promise<IndexFile[]> {
  const {index} = check(await createIndex());
  if (!index) throw new Error('Pagefind created no index and gave no reason');
  // One page after another, so that numbering never depends on which page was read first.
  for (const page of pages) check(await index.addHTMLFile(page));
  const {files} = check(await index.getFiles());
  const used = files.filter((file) => !UNUSED.test(file.path));
  const words = wordsOf(used.filter(({path: file}) => isFragmentFile(file)).map(({content}) => readFragment(content)));
  return [
    ['words.json', JSON.stringify(words)],
    ...(await Promise.all(
      used.map(async ({path: file, content}): Promise<IndexFile> => [file, await finishFile(file, content, factsOf)]),
    )),
  ];
}

/** A line of facts, the outcome and cost of a case study as JSON, and lines of words that are not in the text. */
type Facts = {facts?: string; lines?: string; also?: string};

/** What results show about the page at an address. */
type FactsOf = (address: string) => Facts;

async function finishFile(file: string, content: Uint8Array, factsOf: FactsOf): Promise<Uint8Array | string> {
  if (file === 'pagefind.js') return minifyModule(Buffer.from(content).toString());
  return isFragmentFile(file) ? finishFragment(content, factsOf) : content;
}

function isFragmentFile(file: string): boolean {
  return file.endsWith('.pf_fragment');
}

/** What Pagefind writes before the JSON of a fragment file. */
const SIGNATURE = 'pagefind_dcd';

interface Fragment {
  url: string;
  content: string;
  filters: object;
  meta: Record<string, string>;
  anchors: readonly object[];
}

/** The least number of pages with a word that is offered for a misspelt one: words of one page may be misspelt too. */
const PAGES_WITH_WORD = 2;

/** The words of a language that the pages use, for queries with a misspelt word. */
function wordsOf(fragments: readonly Fragment[]): string[] {
  const pages = new Map<string, number>();
  for (const {content, meta} of fragments) {
    // A word in a title is certain.
    const found = new Set(`${content} ${meta.lead ?? ''}`.toLowerCase().match(/\p{L}{4,}/gu));
    const titled = new Set(meta.title?.toLowerCase().match(/\p{L}{4,}/gu));
    for (const word of found.union(titled)) {
      pages.set(word, (pages.get(word) ?? 0) + (titled.has(word) ? PAGES_WITH_WORD : 1));
    }
  }
  return [...pages].flatMap(([word, count]) => (count < PAGES_WITH_WORD ? [] : [word])).sort();
}

/** What results show of a page, without the filters and anchors of Pagefind, which they do not use. */
function finishFragment(file: Uint8Array, factsOf: FactsOf): Uint8Array {
  const {meta: given, ...fragment} = readFragment(file);
  const {title = '', kind, lead} = given;
  const text = lead ?? firstWords(fragment.content.replace(`${title}. `, ''));
  const meta = {title, ...(kind && {kind}), facts: '', ...factsOf(fragment.url), text};
  return gzipSync(SIGNATURE + JSON.stringify({...fragment, filters: {}, anchors: [], meta}), {level: 9});
}

function readFragment(file: Uint8Array): Fragment {
  const text = gunzipSync(file).toString();
  if (!text.startsWith(`${SIGNATURE}{"url"`)) throw new Error('fragment of Pagefind has another format than expected');
  return JSON.parse(text.slice(SIGNATURE.length));
}

/** About as long as a lead. */
const TEXT_LENGTH = 160;

function firstWords(text: string): string {
  return text.length <= TEXT_LENGTH ? text : `${text.slice(0, text.lastIndexOf(' ', TEXT_LENGTH))} …`;
}

/**
 * The marked part of a page, without its foot, which is not searched: Pagefind takes as long for what it ignores. In an
 * excerpt, the headings of a table would be in front of its first row.
 */
function textToSearch(content: string, asides: readonly string[]): string {
  const start = content.slice(0, content.indexOf('>', content.indexOf('<html')) + 1);
  const marked = content.lastIndexOf('<', content.indexOf('data-pagefind-body'));
  const article = content.slice(marked, content.lastIndexOf('</article>'));
  const foot = article.indexOf('<footer class="page-foot" data-pagefind-ignore="all"');
  const body = (foot < 0 ? article : article.slice(0, foot))
    .replaceAll('<thead>', '<thead data-pagefind-ignore>')
    // In an excerpt, a term would run into its meaning.
    .replaceAll('</dt>', '</dt> ');
  const page = `${start}<body>${body}</article></body></html>`;
  return remember('text to search', [page, ...asides], () => {
    // React leaves out no tag, so the quick parser suffices.
    const $ = load(page, {xml: {xmlMode: false}});
    const headings = $('h2').filter((_index, heading) => asides.includes($(heading).text()));
    // Excerpts show these only if no other text of the page has the words.
    headings.add(headings.nextUntil('h2')).attr('data-pagefind-weight', '0');
    return $.html();
  });
}

/** Guidance answers questions, and case studies are examples; updates and the manual repeat what other pages say. */
function rankOf(address: string, {guidance_folders: folders}: ToolkitConfig): 'first' | 'usual' | 'last' {
  if (!address.startsWith('/toolkit/')) return 'last';
  return folders.some((folder) => address.startsWith(addressOf(`${folder}/`))) ? 'first' : 'usual';
}

/** The fields by which the finder filters and sorts, which readers do not load, and the labels that it filters by. */
function studyFields(study: CatalogueCaseStudy | undefined, facets: readonly Facet[]): Html[] {
  if (!study) return [];
  const used = termsOf(study, facets);
  return [
    ...Object.entries({title: study.title, place: study.place, year: study.period?.from?.year ?? 0}).map(
      ([key, value]) => html`<p data-pagefind-sort="${key}[title]" title="${String(value).toLowerCase()}"></p>`,
    ),
    ...used.map(({facet, id}) => html`<p data-pagefind-filter="${facet}:${id}"></p>`),
    metadata(
      'terms',
      used.map(({label}) => label),
    ),
    metadata(
      'near',
      used.flatMap(({also = []}) => also),
    ),
  ];
}

function termsOf(study: CatalogueCaseStudy, facets: readonly Facet[]): (FacetTerm & {facet: string})[] {
  return facets.flatMap((facet) => {
    const values = valuesOf(study, facet);
    return facet.terms.filter(({id}) => values.includes(id)).map((term) => ({...term, facet: facet.id}));
  });
}

/** Words by which a page is found that are not in its text, and so in no excerpt of it. */
function metadata(key: 'also' | 'terms' | 'near', words: readonly string[] = []): Html {
  return words.length === 0 ? html`` : html`<p data-pagefind-meta="${key}[title]" title="${words.join('. ')}"></p>`;
}

/** A page with more for the index at the end of its article. */
function addToArticle(content: string, added: readonly Html[]): string {
  if (added.length === 0) return content;
  const end = content.lastIndexOf('</article>');
  return content.slice(0, end) + html`${added}`.html + content.slice(end);
}

/** A page that is found by its name, and by other words for its subject. */
type NamedPage = GeneratedPage & {rank: string; also?: readonly string[] | undefined};

/** A page with only its name and subject: most of its text is also on other pages, which are the ones to find. */
function renderName({title, about, rank, also = []}: NamedPage, language: string): string {
  return html`<html lang="${language}"><body data-pagefind-body>
    <h1 data-pagefind-filter="rank:${rank}">${title}</h1> <p data-pagefind-meta="lead">${about}</p>
    ${metadata('also', also)}</body></html>`.html;
}

/** Pagefind returns errors together with its answers. */
function check<Response extends {errors: string[]}>(response: Response): Response {
  if (response.errors.length > 0) throw new Error(`Pagefind: ${response.errors.join('; ')}`);
  return response;
}
