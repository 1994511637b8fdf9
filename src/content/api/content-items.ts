import {withoutWithdrawn} from '../catalogue.ts';
import {firstDayOf} from '../history.ts';
import {relatedStudies, subjectOf} from '../related.ts';
import type {Review} from '../schemas/review-schema.ts';
import type {PageEntry} from '../toolkit.ts';
import {allPages} from '../toolkit.ts';
import {addressesOf} from './api-addresses.ts';
import type {ApiSource} from './api-source.ts';
import {documentTypeOf, shownHistory, termLinks} from './api-source.ts';
import {caseStudyFacts} from './case-studies.ts';
import {historyItems} from './changes.ts';

/** The words of each page as HTML, by page id. */
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
  const related = listed ? relatedStudies(listed, offered, subjectOf(id, config)?.id) : [];
  return {
    id,
    base_path: addressesOf(address, source).base_path,
    title: data.title,
    description: data.description,
    document_type: documentTypeOf(id),
    locale: config.language,
    phase: config.phase.name,
    first_published_at: firstDayOf(history),
    public_updated_at: history.lastUpdated?.latest ?? null,
    ...(data.withdrawn && {withdrawn_notice: {explanation: data.withdrawn.why, withdrawn_at: data.withdrawn.on}}),
    details: toDetails(page, source, bodies.get(id) ?? ''),
    links: {
      priorities: termLinks(data.priorities ?? [], config.priorities, source),
      approaches: termLinks(data.approaches ?? [], config.approaches, source),
      case_studies: (listed?.leadsTo ?? []).map(source.linkTo),
      related_case_studies: related.map((study) => source.linkTo(study.id)),
      replaced_by: successor === undefined ? [] : [source.linkTo(successor)],
    },
  };
}

function toDetails({id, data}: PageEntry, source: ApiSource, body: string) {
  const {fingerprint = '', freshness} = source.records.pages[id] ?? {};
  const history = shownHistory(source, id);
  return {
    body,
    change_history: historyItems(history.major, source.changes),
    minor_changes: historyItems(history.minor, source.changes),
    earlier_changes: historyItems(history.older, source.changes),
    published: {first: history.firstPublished ?? null, last: history.lastUpdated ?? null},
    fingerprint,
    owner: toRole(data.owner, source),
    review: {
      ...toReview(freshness?.review, source),
      changed_since: freshness?.changedSince !== undefined,
      lapsed_at: freshness?.lapsedOn ?? null,
      lapsed_because: freshness?.lapses.map(({kind}) => kind) ?? [],
      due_at: freshness?.due ?? null,
    },
    sources: data.sources ?? [],
    ...('service' in data && {case_study: caseStudyFacts(data, source)}),
  };
}

function toReview(review: Review | undefined, source: ApiSource) {
  if (!review) return {reviewed_at: null};
  return {reviewed_at: review.on, reviewed_by: toRole(review.by, source), scope: review.scope};
}

function toRole(id: string, {toolkit}: ApiSource): {id: string; title: string} {
  return {id, title: toolkit.config.owners.find((owner) => owner.id === id)?.label ?? id};
}
