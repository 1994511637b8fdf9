import {LIVE} from '../../../content/addresses/difference-addresses.ts';
import {publishedFingerprint, textsOf} from '../../../content/records/published.ts';
import type {ToolkitConfig} from '../../../content/schemas/toolkit-schema.ts';
import {guidanceVocabularies, termsIn, type WithVocabularies} from '../../../content/schemas/vocabulary-schema.ts';
import {allPages, type Toolkit} from '../../../content/toolkit.ts';
import {findPersonalData, type PersonalData} from '../personal-data.ts';
import {type LocatedPage, locatePage} from './locate-page.ts';
import {parseFeedback} from './parse-feedback.ts';

/** Feedback, sorted: what it is about, who deals with it, and what is known. It repeats nothing that the reader wrote. */
export interface FeedbackRecord {
  page: LocatedPage | undefined;
  owner: ToolkitConfig['owners'][number];
  /** The terms of the page in the first vocabulary, which says which subject it is about. */
  subjects: readonly string[];
  /** Whether the reader wrote nothing into the field for it. */
  isEmpty: boolean;
  personal: PersonalData['kind'][];
  /** Whether the published page differs from the one that the reader read. */
  hasChanged: boolean;
}

/** Sorts feedback: what it is about, who deals with it, and what its owner should know. */
export function triage(toolkit: Toolkit, {title, body}: {title: string; body: string}): FeedbackRecord {
  const {config} = toolkit;
  const {words, fingerprint, address} = parseFeedback(config, body);
  const page = address === undefined ? undefined : locatePage(toolkit, address);
  const live = allPages(toolkit).find(({id}) => id === page?.id);
  const {owners} = config;
  const owner =
    owners.find(({id}) => id === live?.data.owner) ?? owners.find(({owns}) => owns.includes('*')) ?? owners[0];
  if (!owner) throw new Error('the configuration has no role, and its schema demands one');
  const [vocabulary] = guidanceVocabularies(config);
  // The title that a link fills in is the page's.
  const text = `${title.replace(page?.title ?? '', '')}\n\n${words}`;
  return {
    page,
    owner,
    subjects: live && vocabulary ? (termsIn(live.data, [vocabulary])[vocabulary.key] ?? []) : [],
    isEmpty: words === '',
    personal: [...new Set(findPersonalData(text, config).map(({kind}) => kind))],
    hasChanged: hasChanged(toolkit, page, fingerprint),
  };
}

/** Whether the reader read an earlier published text. Pages of editions say themselves what has changed since. */
function hasChanged(toolkit: Toolkit, page: LocatedPage | undefined, fingerprint: string | undefined): boolean {
  const live = allPages(toolkit).find(({id}) => id === page?.id);
  if (!live || page?.edition !== LIVE || fingerprint === live.fingerprint()) return false;
  const texts = textsOf(toolkit.published, live.id);
  const at = texts.findLastIndex((text) => publishedFingerprint(toolkit, text) === fingerprint);
  return at !== -1 && at < texts.length - 1;
}

/** "name is too long (maximum is 50 characters)", says the API. */
const MAX_LABEL = 50;

const LABELS = {unknown: 'page not found', changed: 'page has changed since', personal: 'personal data'} as const;

/** The labels that feedback should have, in addition to those that people add. */
export function labelsOf(record: FeedbackRecord, config: WithVocabularies): string[] {
  const {page, owner, subjects, hasChanged, personal} = record;
  const [vocabulary] = guidanceVocabularies(config);
  const labels = [
    `owner: ${owner.id}`,
    ...(page?.edition === undefined ? [] : [`edition: ${page.edition}`]),
    ...subjects.map((id) => `${vocabulary?.address}: ${id}`),
    ...(page ? [] : [LABELS.unknown]),
    ...(hasChanged ? [LABELS.changed] : []),
    ...(personal.length > 0 ? [LABELS.personal] : []),
  ];
  return labels.map((label) => label.slice(0, MAX_LABEL));
}

/** Whether we may remove a label; all others belong to people. */
export function isOurs(label: string, config: WithVocabularies): boolean {
  const [vocabulary] = guidanceVocabularies(config);
  const prefixes = ['owner', 'edition', ...(vocabulary ? [vocabulary.address] : [])];
  return Object.values<string>(LABELS).includes(label) || prefixes.some((prefix) => label.startsWith(`${prefix}: `));
}
