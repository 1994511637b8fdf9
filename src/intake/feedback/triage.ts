import type {ToolkitConfig} from '../../model/schemas/toolkit-schema.ts';
import {guidanceVocabularies, termsIn} from '../../model/schemas/vocabulary-schema.ts';
import {allPages, type Toolkit} from '../../model/toolkit.ts';
import {answeredFeedback} from '../../model/updates/answered.ts';
import {findPersonalData, redactPersonalData} from '../../privacy/personal-data.ts';
import {changesSinceRead} from './changed-since.ts';
import {labelsOf} from './feedback-labels.ts';
import type {FeedbackRecord} from './feedback-record.ts';
import {type LocatedPage, locateGeneratedPage, locatePage} from './locate-page.ts';
import {parseFeedback} from './parse-feedback.ts';

/** Feedback as it was sent. */
export interface Message {
  title: string;
  body: string;
  number?: number | undefined;
  /** The day when it was sent, `2026-11-24`. */
  received?: string | undefined;
}

/** Sorts feedback: what it is about, who deals with it, and what its owner should know. */
export function triage(toolkit: Toolkit, message: Message): FeedbackRecord {
  const {number} = message;
  const {words, fingerprint, address} = parseFeedback(toolkit.config, message.body);
  const page = locatePage(toolkit, address);
  const generated = page ? undefined : locateGeneratedPage(toolkit, address);
  const personal = findPersonalData(words, toolkit.config);
  // The title that a link fills in is the page's.
  const ownTitle = message.title.replace((page ?? generated)?.title ?? '', '');
  const owner = ownerOf(toolkit, page);
  const live = page && allPages(toolkit).find(({id}) => id === page.id);
  const record = {
    words: redactPersonalData(words, personal),
    page: page?.id,
    title: (page ?? generated)?.title,
    address: (page ?? generated)?.address,
    edition: page?.edition,
    owner: owner.id,
    assignees: owner.assignees ?? [],
    terms: live ? termsIn(live.data, guidanceVocabularies(toolkit.config)) : {},
    personal: [...findPersonalData(ownTitle, toolkit.config), ...personal].map(({kind}) => kind),
    since: page ? changesSinceRead(toolkit, page, fingerprint) : {state: 'unknown' as const},
    answered: answersTo(toolkit, number),
  };
  return {...record, labels: labelsOf(record, toolkit.config)};
}

/** The updates that answer the feedback. */
function answersTo(toolkit: Toolkit, number: number | undefined): FeedbackRecord['answered'] {
  const updates = toolkit.updates.map(({data}) => data);
  const changes = answeredFeedback(updates).find((entry) => entry.number === number)?.changes ?? [];
  const titles = new Map(changes.map(({slug, title}) => [slug, title]));
  return [...titles].map(([slug, title]) => ({title, address: `/updates/${slug}/`}));
}

/** The role that deals with feedback: the owner of the page, or else of everything without an owner. */
function ownerOf(toolkit: Toolkit, page: LocatedPage | undefined): ToolkitConfig['owners'][number] {
  const {owners} = toolkit.config;
  const named = page && allPages(toolkit).find(({id}) => id === page.id)?.data.owner;
  const found = owners.find(({id}) => id === named) ?? owners.find(({owns}) => owns.includes('*')) ?? owners.at(0);
  if (!found) throw new Error('the configuration has no role, and its schema demands one');
  return found;
}
