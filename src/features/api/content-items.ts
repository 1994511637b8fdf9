import {versionsOf} from '../../changes/editions/frozen-page.ts';
import {firstDayOf, versionOf} from '../../changes/updates/history.ts';
import {absoluteUrl} from '../../content/addresses/addresses.ts';
import {withoutWithdrawn} from '../../content/pages/catalogue.ts';
import {collectionOf} from '../../content/pages/page-id.ts';
import {relatedStudies} from '../../content/pages/related.ts';
import {guidanceVocabularies} from '../../content/schemas/vocabulary-schema.ts';
import {allPages, type PageEntry} from '../../content/toolkit.ts';
import {addressesOf} from './addresses.ts';
import {type ApiSource, documentTypeOf, shownHistory, termLinks} from './api-source.ts';
import {caseStudyFacts} from './case-studies.ts';
import {historyItems} from './changes.ts';

/** The text of each page as HTML, by its address. */
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
    details: toDetails(page, source, bodies.get(address) ?? ''),
    links: {
      ...termLinks(data, guidanceVocabularies(config), source),
      case_studies: (listed?.leadsTo ?? []).map(source.linkTo),
      related_case_studies: related.map((study) => source.linkTo(study.id)),
      replaced_by: successor === undefined ? [] : [source.linkTo(successor)],
    },
  };
}

function toDetails({id, ids, data, document}: PageEntry, source: ApiSource, body: string) {
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
    versions: versionsOf(source.toolkit.config, ids, source.records).map((version) => ({
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
