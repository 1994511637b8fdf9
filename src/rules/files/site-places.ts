import {fileOfAddress, hrefOf, type SitePage, type SitePlaces} from '../../content/addresses/addresses.ts';
import {sinceAddress} from '../../content/addresses/difference-addresses.ts';
import {termUpdates} from '../../content/addresses/feed-addresses.ts';
import {generatedPages} from '../../content/addresses/generated-routes.ts';
import {redirectsOf} from '../../content/addresses/redirects.ts';
import {addressOfSource} from '../../content/addresses/source-files.ts';
import {UPKEEP_DIRECTIVE} from '../../content/markdown/allowed-directives.ts';
import {evidenceRowsIn, type FigureHeadings} from '../../content/markdown/figures/evidence-rows.ts';
import {anchorsOf} from '../../content/markdown/headings/former-headings.ts';
import {parseMarkdown} from '../../content/markdown/parse-markdown.ts';
import {visit} from '../../content/markdown/visit.ts';
import {once, remember} from '../../content/memo.ts';
import {catalogueOf, withoutWithdrawn} from '../../content/pages/catalogue.ts';
import {listsOf} from '../../content/pages/collection-pages.ts';
import {FACTS_ANCHOR, facetsOf, KEY_FIGURES_ANCHOR} from '../../content/pages/facets.ts';
import {type Figure, outcomeAnchor} from '../../content/pages/figure.ts';
import type {PagesAt} from '../../content/pages/page-id.ts';
import {updatedTermsOf} from '../../content/records/updated-terms.ts';
import type {SourceDocument} from '../../content/source-document.ts';
import {isPage, type KindedDocument, type Toolkit} from '../../content/toolkit.ts';
import {textOf} from '../../language/text.ts';

const LAYOUT_ANCHORS = [
  'main',
  'site-search',
  'sources',
  'send',
  'review',
  'page-updates',
  'feedback-heading',
  'phase',
  'related-case-studies',
  'errata',
  FACTS_ANCHOR,
  KEY_FIGURES_ANCHOR,
  'cite',
  'follow',
  UPKEEP_DIRECTIVE,
];

/** The pages and files of the site as far as the model knows them, without a build. `isDerived` has the others. */
export function sitePlaces(toolkit: Toolkit): SitePlaces {
  const {config, files, updates, editions, documents} = toolkit;
  const authored = documents.filter((entry) => isPage(entry) || entry.kind === 'edition-page');
  const studies = withoutWithdrawn(catalogueOf(toolkit).caseStudies);
  const addresses = [
    '/',
    ...generatedPages(toolkit).map(({address}) => address),
    ...listsOf(config).map(({list}) => list.address),
    ...facetsOf(config, studies).flatMap(({terms}) => terms.map(({address}) => address)),
    ...updatedTermsOf(toolkit).map(({id}) => termUpdates(id)),
    ...updates.map(({data}) => `/updates/${data.slug}/`),
    ...editions.map(({name}) => sinceAddress(name)),
    ...redirectsOf(toolkit).map(({from}) => from),
    ...files.flatMap(({path}) => (path.startsWith('static/') ? path.slice('static'.length) : [])),
    ...authored.map(({document}) => addressOfSource(config, document.path)),
  ];
  // A page that cannot be read may have any anchor. Directives of the toolkit add some, which only the built page shows.
  const isPlain = ({document: {text}, isUnread}: KindedDocument) =>
    !isUnread && (config.directives.length === 0 || !text.includes('::'));
  const {url, baseUrl} = config;
  const {headings} = textOf(config).figures;
  return {
    url,
    baseUrl,
    pages: [
      ...authored.filter(isPlain).map(({document}) => toSitePage(config, document, headings)),
      ...redirectsOf(toolkit).map(({from, to}) => ({
        file: fileOfAddress(from),
        refresh: hrefOf(config, to),
        anchors: new Set<string>(),
      })),
    ],
    files: new Set(addresses.map(fileOfAddress)),
  };
}

/** Anchors are found on first use, because few links name one. */
function toSitePage(config: PagesAt, document: SourceDocument, headings: FigureHeadings): SitePage {
  const anchors = once(
    () =>
      new Set([
        ...anchorsOf(document),
        ...remember('block anchors', [document.text, JSON.stringify(headings)], () => blockAnchors(document, headings)),
        ...LAYOUT_ANCHORS,
      ]),
  );
  return {
    file: fileOfAddress(addressOfSource(config, document.path)),
    source: document.path,
    get anchors() {
      return anchors();
    },
  };
}

function blockAnchors(document: SourceDocument, headings: FigureHeadings): string[] {
  const tree = parseMarkdown(document.text);
  const anchors = evidenceRowsIn(tree, headings).map(({anchor}) => anchor);
  for (const outcome of [document.frontMatter?.outcomes].flat()) {
    if (outcome instanceof Object) anchors.push(outcomeAnchor(outcome as Figure));
  }
  visit(tree, 'leafDirective', ({name, attributes}) => void anchors.push(`${name}-${attributes?.id ?? ''}`));
  return anchors;
}

const DERIVED_RE =
  /^(?:api|assets|figures|pagefind|quotations|search)\/|^editions\/[^/]+\/.|^updates\/(?:[^/]+\/(?:changes|follow|texts)\/|[^/]+\/(?:notes\.txt|record\.json)$|heads\.json$|follow\/(?!index\.html)|reviews\.ics$)|(?:^|\/)(?:page\/\d+|sentences)\/|(?:^|\/)(?:feed\.(?:atom|json)|calendar\.ics|index\.html\.md)$|^[^/]+\.(?:csv|html|m?js|json|txt|webmanifest|xml)$/;

/** Whether the build derives what is at an address from the text of pages, so that only the built site can answer. */
export function isDerived(address: string): boolean {
  return DERIVED_RE.test(fileOfAddress(address));
}
