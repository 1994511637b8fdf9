import {fileOfAddress} from '../../content/addresses/addresses.ts';
import {sinceAddress} from '../../content/addresses/difference-addresses.ts';
import {ALL_PAGES, type GeneratedPage, generatedPages} from '../../content/addresses/generated-routes.ts';
import {addressOfSource} from '../../content/addresses/source-files.ts';
import {remember} from '../../content/memo.ts';
import {catalogueOf, withoutWithdrawn} from '../../content/pages/catalogue.ts';
import {collectionListPage, fieldTexts, filledLists} from '../../content/pages/collection-pages.ts';
import {
  allFacets,
  cardOf,
  type FacetTerm,
  facetsOf,
  strongestFirst,
  valuesOf,
  yearOfStudy,
} from '../../content/pages/facets.ts';
import {collectionOf, editionPageOf, pageIdOf, qualifiedId} from '../../content/pages/page-id.ts';
import {compareText} from '../../content/problem.ts';
import type {Source} from '../../content/schemas/source-schema.ts';
import {isPage, type KindedDocument} from '../../content/toolkit.ts';
import {html, trusted} from '../../format/html.ts';
import {capitalise, lowercaseFirst} from '../../format/text.ts';
import {directiveCode} from '../../io/load-toolkit.ts';
import {textOf} from '../../language/text.ts';
import type {BuiltSite} from '../../site/after-build/built-site.ts';
import {bodyOptionsOf, draftBodyOf, draftInputs} from '../../site/render/page-body.ts';
import type {Kind} from './client/find-pages.ts';
import {termsIn, textToSearch} from './text-to-search.ts';

export interface SearchPage {
  index: 'live' | 'editions';
  /** Without the base URL. */
  address: string;
  /** The text below its title, as HTML. */
  body: string;
  /** What results show of it, and words that are not in its text; the script `pagefind.ts` has the weight of each. */
  meta: {title: string} & Readonly<Record<string, string | undefined>>;
  filters: Readonly<Record<string, readonly string[]>>;
  sort?: Readonly<Record<string, string | number>> | undefined;
}

/** Every page that readers search, in an order that does not depend on the disk. */
export function searchPages(site: BuiltSite): SearchPage[] {
  return [...documentPages(site), ...updatePages(site), ...namedPages(site)]
    .filter(({address}) => site.output.has(fileOfAddress(address.replace(/#.*/, ''))))
    .sort((a, b) => compareText(a.address, b.address));
}

/** Pages with a text of their own, and the terms that they explain. */
function documentPages({toolkit, records, siteDir}: BuiltSite): SearchPage[] {
  const {config} = toolkit;
  const text = textOf(config);
  const {caseStudies, pages} = catalogueOf(toolkit);
  const withdrawn = [...pages, ...caseStudies].filter((page) => page.withdrawn).map(({id}) => id);
  const studies = new Map(strongestFirst(caseStudies).map((study, rank) => [study.id, {...study, rank}]));
  const charts = new Map(
    toolkit.charts.map(({id, edition, data}) => {
      return [qualifiedId(id, edition), {...data, title: text.charts.named({title: data.title})}];
    }),
  );
  const options = bodyOptionsOf(toolkit, directiveCode(siteDir, config));

  const shown = JSON.stringify([[...charts], config.sections.aside]);

  /** The text of a page and the terms that it explains, which are kept: reading the tree of each page again is slow. */
  function textOfPage(entry: KindedDocument, edition: string | undefined) {
    return remember('text to search', [...draftInputs(entry, options), shown, edition ?? ''], () => {
      const draft = draftBodyOf(entry, options);
      const chartOf = (chart: string) => charts.get(qualifiedId(chart, edition));
      return {body: textToSearch(draft, {chartOf, asides: config.sections.aside}), explained: termsIn(draft)};
    });
  }

  function toPages(entry: KindedDocument): SearchPage[] {
    const {path, frontMatter = {}} = entry.document;
    const frozen = entry.kind === 'edition-page' ? editionPageOf(path) : undefined;
    const id = frozen?.id ?? pageIdOf(path);
    const {title, description, sources, partners} = frontMatter;
    const lead = String(description);
    const collection = collectionOf(id, config.collections);
    const fields = (collection?.fields ?? []).flatMap((field) => fieldTexts(field, frontMatter[field.id], text.format));
    const kind = collection?.singular ?? kindOf(id);
    const edition = records.editions.find(({name}) => name === frozen?.edition);
    const {body, explained} = textOfPage(entry, frozen?.edition);
    const {meta, filters, sort} = frozen ? {} : factsOf(id);
    const address = addressOfSource(config, path);
    const titles = ([sources ?? []].flat() as Source[]).map((source) => html`<p>${source.title}</p>`);
    // Words that a page has elsewhere count there.
    const listed = html`<div data-pagefind-weight="0"><h2 id="sources">${text.names.sources}</h2>${titles}</div>`;
    const page: SearchPage = {
      index: frozen ? 'editions' : 'live',
      address,
      body: html`${(collection ? [lead, ...fields] : ([partners ?? []].flat() as string[])).map((part) => html`<p>${part}</p>`)}${trusted(body)}${titles.length > 0 && listed}`
        .html,
      meta: {
        title: String(title),
        lead,
        kind: frozen && withdrawn.includes(id) ? text.search.withdrawn({kind}) : kind,
        facts: edition && text.format.edition(edition),
        also: config.synonyms[id]?.join('. '),
        ...meta,
      },
      filters: {is: [rankOf(id, address), ...(collection ? [] : [kindIn(id)])], ...filters},
      sort,
    };
    const terms = (frozen ? [] : explained).map(({id: anchor, term, meaning}) =>
      namedPage({address: `${address}#${anchor}`, title: term, about: capitalise(meaning)}, 'last'),
    );
    return [page, ...terms];
  }

  function kindOf(id: string): string {
    return {other: text.names.handbook, study: text.names.caseStudy, guidance: text.names.guidance}[kindIn(id)];
  }

  /** Guidance answers questions, and case studies are examples; the manual repeats what other pages say. */
  function rankOf(id: string, address: string): 'answer' | 'first' | 'usual' | 'last' {
    if (id.startsWith('handbook/')) return 'last';
    if (config.home.questions.some(({to}) => to.replace(/#.*/, '') === address)) return 'answer';
    return config.guidance_folders.some((folder) => id.startsWith(`${folder}/`)) ? 'first' : 'usual';
  }

  /** What the finder shows of a case study, and by what it filters and sorts. */
  function factsOf(id: string): Partial<Pick<SearchPage, 'meta' | 'filters' | 'sort'>> {
    const study = studies.get(id);
    if (!study) return {};
    const {title, rank} = study;
    const card = cardOf(study, config, text);
    const [strength, facts] = card;
    const facets = allFacets(config).map((facet) => ({...facet, values: valuesOf(study, facet)}));
    const terms = facets.flatMap((facet) => facet.terms.filter((term) => facet.values.includes(term.id)));
    return {
      meta: {
        title,
        facts: [facts, ...(strength > 1 ? [text.evidence.labels[study.evidence].toLowerCase()] : [])].join(' · '),
        card: JSON.stringify(card),
        terms: terms.map(({label}) => label).join('. '),
        near: namesIn(terms),
      },
      filters: {study: ['yes'], ...Object.fromEntries(facets.map((facet) => [facet.id, facet.values]))},
      sort: {title: title.toLowerCase(), strength: rank, year: yearOfStudy(study)},
    };
  }

  return toolkit.documents
    .filter((entry) => isPage(entry) || entry.kind === 'edition-page')
    .filter(({document: {frontMatter}}) => frontMatter && !frontMatter.withdrawn)
    .flatMap(toPages);
}

function kindIn(id: string): Extract<Kind, 'guidance' | 'study'> | 'other' {
  if (id.startsWith('handbook/')) return 'other';
  return id.startsWith('case-studies/') ? 'study' : 'guidance';
}

/** The names that terms cover, as JSON by term: results explain by which of them a page was found. */
function namesIn(terms: readonly FacetTerm[]): string | undefined {
  const named = terms.flatMap(({label, also = []}) => (also.length > 0 ? [[label, also]] : []));
  return named.length > 0 ? JSON.stringify(named) : undefined;
}

/** Updates repeat what pages say, and are found by their notes. */
function updatePages({toolkit}: BuiltSite): SearchPage[] {
  const {names} = textOf(toolkit.config);
  return toolkit.updates.map(({data: {slug, title, changes}}) => ({
    index: 'live',
    address: `/updates/${slug}/`,
    body: changes
      .flatMap(({note, why, who_is_affected: who, what_to_do: action}) => [note, why, who, action])
      .map((part) => (part ? html`<p>${part}</p>`.html : ''))
      .join(''),
    meta: {title, kind: names.update, text: changes[0]?.note},
    filters: {is: ['update']},
  }));
}

/** A page, or a place on one, that is found by its name and what it is about. */
function namedPage({address, title, about}: GeneratedPage, rank = 'first', term?: FacetTerm): SearchPage {
  return {
    index: 'live',
    address,
    body: html`<p>${about}</p>`.html,
    meta: {title, lead: about, also: term?.also?.join('. '), near: term && namesIn([term])},
    filters: {is: [rank]},
  };
}

/** Generated pages, found by their names and subjects: their text is on other pages, which are the ones to find. */
function namedPages({toolkit, records}: BuiltSite): SearchPage[] {
  const {config} = toolkit;
  const text = textOf(config);
  const lists = filledLists(toolkit).map((collection) => collectionListPage(collection, config.title, text));
  const since = records.editions.map((edition) => ({
    address: sinceAddress(edition.name),
    title: `${text.names.since({edition: text.format.inWords(edition)})}: ${text.names.whatChanged}`,
    about: text.editions.sinceAbout({edition: text.format.inWords(edition)}),
  }));
  const facets = facetsOf(config, withoutWithdrawn(catalogueOf(toolkit).caseStudies));
  const terms = facets.flatMap(({label, terms: used}) => {
    const facet = lowercaseFirst(label);
    return used.map((term) => {
      const title = text.finder.by({facet, term: term.label});
      const found = text.counts.caseStudies({count: term.count});
      const about = text.finder.countBy({found, title: config.title, facet, term: term.label});
      return namedPage({address: term.address, title, about}, 'usual', term);
    });
  });
  const generated = generatedPages(toolkit).filter(({address}) => address !== ALL_PAGES);
  return [...[...generated, ...lists, ...since].map((page) => namedPage(page)), ...terms];
}
