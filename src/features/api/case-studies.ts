import {firstDayOf} from '../../changes/updates/history.ts';
import type {CaseStudy} from '../../content/schemas/case-study-schema.ts';
import {guidanceVocabularies} from '../../content/schemas/vocabulary-schema.ts';
import type {PageEntry} from '../../content/toolkit.ts';
import {textOf} from '../../language/text.ts';
import {addressesOf} from './addresses.ts';
import {type ApiSource, shownHistory, termLinks} from './api-source.ts';

export type CaseStudyRecord = ReturnType<typeof toRecord>;

/** Every case study with its facts, sorted by title. */
export function caseStudyRecords(source: ApiSource): CaseStudyRecord[] {
  const {compare} = textOf(source.toolkit.config).format;
  return source.toolkit.caseStudies.map((entry) => toRecord(entry, source)).sort((a, b) => compare(a.title, b.title));
}

export function caseStudyFacts(study: CaseStudy, source: ApiSource) {
  const {vocabularies} = source.toolkit.config;
  const {service, place, period, evidence, outcomes = [], cost, partners = [], facts, consent} = study;
  return {
    service,
    place,
    ...termLinks(
      study,
      vocabularies.filter(({guidance}) => !guidance),
      source,
    ),
    ...(period && {period}),
    evidence,
    outcomes,
    ...(cost !== undefined && {cost}),
    partners,
    ...(facts && {facts}),
    consent,
  };
}

function toRecord({id, address, data}: PageEntry<CaseStudy>, source: ApiSource) {
  const {config} = source.toolkit;
  const {fingerprint = '', freshness} = source.records.pages[id] ?? {};
  const history = shownHistory(source, id);
  return {
    id,
    title: data.title,
    ...addressesOf(address, source),
    ...(data.withdrawn && {withdrawn: true}),
    description: data.description,
    ...caseStudyFacts(data, source),
    ...termLinks(data, guidanceVocabularies(config), source),
    sources: data.sources,
    first_published_at: firstDayOf(history),
    public_updated_at: history.lastUpdated?.latest ?? null,
    withdrawn_at: data.withdrawn?.on ?? null,
    reviewed_at: freshness?.review?.on ?? null,
    review_lapsed_at: freshness?.lapsedOn ?? null,
    review_due_at: freshness?.due ?? null,
    fingerprint,
  };
}
