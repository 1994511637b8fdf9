import {DomUtils, parseDocument} from 'htmlparser2';
import {versionsOf} from '../../changes/updates/frozen-page.ts';
import {firstDayOf, versionOf} from '../../changes/updates/history.ts';
import {absoluteUrl} from '../../content/addresses/addresses.ts';
import {addressesOf} from '../../content/addresses/api-addresses.ts';
import {withoutWithdrawn} from '../../content/pages/catalogue.ts';
import {collectionOf, idsOf} from '../../content/pages/page-id.ts';
import {relatedStudies} from '../../content/pages/related.ts';
import {guidanceVocabularies} from '../../content/schemas/vocabulary-schema.ts';
import {allPages, type PageEntry} from '../../content/toolkit.ts';
import {type ApiSource, documentTypeOf, shownHistory, termLinks} from './api-source.ts';
import {caseStudyFacts} from './case-studies.ts';
import {historyItems} from './changes.ts';

/** The text of each page as HTML, by page id. */
export type Bodies = ReadonlyMap<string, string>;

/** A page in the shape of GOV.UK's content items; days are RFC 3339 `full-date`. */
export type ContentItem = ReturnType<typeof toItem>;

/** Every live page as a content item, by its address. */
export function contentItems(source: ApiSource, bodies: Bodies): Map<string, ContentItem> {
  const offered = withoutWithdrawn(source.caseStudies);
  return new Map(allPages(source.toolkit).map((page) => [page.address, toItem(page, source, bodies, offered)]));
}

function toItem(page: PageEntry, source: ApiSource, bodies: Bodies, offered: ApiSource['caseStudies']) {
  const {id, address, data} = page;
  const {config} = source.toolkit;
  const listed = source.catalogue.get(id);
  const history = shownHistory(source, id);
  const successor = data.withdrawn?.replaced_by;
  const related = listed ? relatedStudies(listed, offered, config) : [];
  return {
    id,
    base_path: addressesOf(address, source).base_path,
    title: data.title,
    description: data.description,
    document_type: documentTypeOf(id, config),
    locale: config.language,
    phase: config.phase?.name,
    first_published_at: firstDayOf(history),
    public_updated_at: history.lastUpdated?.latest ?? null,
    ...(data.withdrawn && {withdrawn_notice: {explanation: data.withdrawn.why, withdrawn_at: data.withdrawn.on}}),
    details: toDetails(page, source, bodies.get(id) ?? ''),
    links: {
      ...termLinks(data, guidanceVocabularies(config), source),
      case_studies: (listed?.leadsTo ?? []).map(source.linkTo),
      related_case_studies: related.map((study) => source.linkTo(study.id)),
      replaced_by: successor === undefined ? [] : [source.linkTo(successor)],
    },
  };
}

function toDetails({id, data, document}: PageEntry, source: ApiSource, body: string) {
  const collection = collectionOf(id, source.toolkit.config.collections);
  const {fingerprint = '', freshness} = source.records.pages[id] ?? {};
  const history = shownHistory(source, id);
  const {review} = freshness ?? {};
  return {
    body,
    change_history: historyItems(history.major, source.changes),
    minor_changes: historyItems(history.minor, source.changes),
    earlier_changes: historyItems(history.older, source.changes),
    published: {first: history.firstPublished ?? null, last: history.lastUpdated ?? null},
    fingerprint,
    version: versionOf(history, source.records.updates) ?? null,
    versions: versionsOf(idsOf(id, data.redirect_from), source.records).map((version) => ({
      edition: version.edition?.name ?? null,
      web_url: absoluteUrl(source, version.address),
      fingerprint: version.fingerprint,
    })),
    owner: toRole(data.owner, source),
    review: {
      reviewed_at: review?.on ?? null,
      ...(review && {reviewed_by: toRole(review.by, source), scope: review.scope}),
      nothing_changed: freshness?.nothingChanged ?? false,
      changed_since: freshness?.changedSince !== undefined,
      lapsed_at: freshness?.lapsedOn ?? null,
      lapsed_because: freshness?.lapses.map(({kind}) => kind) ?? [],
      due_at: freshness?.due ?? null,
      changed_sources: freshness?.changedSources ?? [],
    },
    sources: data.sources ?? [],
    ...('ratings' in data && {ratings: data.ratings}),
    ...(collection && {
      facts: Object.fromEntries(collection.fields.map(({id: key}) => [key, document.frontMatter?.[key]])),
    }),
    ...('service' in data && {case_study: caseStudyFacts(data, source)}),
  };
}

function toRole(id: string, {toolkit}: ApiSource): {id: string; title: string} {
  return {id, title: toolkit.config.owners.find((owner) => owner.id === id)?.label ?? id};
}

/** The class of the element with the author's text on a built page. */
const TEXT_CLASS = 'prose';

/**
 * The author's text of a built page as HTML, with full addresses for links and pictures.
 *
 * @throws {Error} where the page has no such element.
 */
export function cutBody(html: string, pageUrl: string): string {
  const {children} = parseDocument(html.slice(Math.max(0, html.indexOf('<article'))));
  const text = DomUtils.findOne(({attribs}) => attribs.class?.split(' ').includes(TEXT_CLASS) ?? false, children);
  if (!text) throw new Error(`page at ${pageUrl} has no element \`.${TEXT_CLASS}\`, expected the author's text`);
  for (const {name, attribs} of DomUtils.findAll(({name}) => name === 'a' || name === 'img', text.children)) {
    const key = name === 'a' ? 'href' : 'src';
    const target = attribs[key] ?? '';
    // An address that no browser could follow stays unchanged: the link check reports it.
    const isRelative = key in attribs && !URL.canParse(target) && URL.canParse(target, pageUrl);
    if (isRelative) attribs[key] = new URL(target, pageUrl).href;
  }
  return DomUtils.getInnerHTML(text, {encodeEntities: 'utf8'}).trim();
}
