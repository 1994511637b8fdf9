import type {FeedbackRecord} from '../schemas/feedback-schema.ts';
import type {Fingerprint, Toolkit} from '../toolkit.ts';
import {allPages} from '../toolkit.ts';
import {answeredFeedback} from './answered.ts';
import {changedSince} from './changed-since.ts';
import {labelsOf} from './feedback-labels.ts';
import {locatePage, locatePages} from './locate-page.ts';
import {nameUpdate} from './name-update.ts';
import {ownerOf} from './owner-of.ts';
import {parseFeedback} from './parse-feedback.ts';
import {findPersonalData, redactPersonalData} from './personal-data.ts';
import {similarFeedback} from './similar-feedback.ts';

/** Feedback as it came. */
export interface Message {
  by: FeedbackRecord['by'];
  /** The title of the issue, or the subject of the e-mail. */
  title: string;
  body: string;
  number?: number | undefined;
  open: boolean;
  /** The day it came, `2026-11-24`. */
  received?: string | undefined;
}

/** Sorts feedback: what it is about, who deals with it, and what its owner should know. */
export function triage(toolkit: Toolkit, message: Message, fingerprintOf: Fingerprint): FeedbackRecord {
  const {by, number, open, received} = message;
  const {words, read, who, fingerprint, ...told} = parseFeedback(toolkit.config, message.title, message.body);
  const pages = locatePages(toolkit, told);
  const page = pages.length === 1 ? pages[0] : undefined;
  const personal = findPersonalData(words, toolkit.config);
  // The title that a link fills in is the page's.
  const ownTitle = message.title.replace(page?.title ?? '', '');
  const live = page && allPages(toolkit).find(({id}) => id === page.id);
  const sorted = {
    page: page?.id,
    title: page?.title,
    address: page?.address,
    edition: page?.edition,
    ...(pages.length > 1 && {named: pages.map(({id, title, address}) => ({page: id, title, address}))}),
    owner: ownerOf(toolkit, page).id,
    priorities: live?.data.priorities ?? [],
    personal: [...findPersonalData(ownTitle, toolkit.config), ...personal].map(({kind}) => kind),
    since: page
      ? changedSince(toolkit, page, {fingerprint, received}, fingerprintOf)
      : {state: 'unknown' as const, differences: []},
    ...whatCame(toolkit, number),
    similar: [],
  };
  return withLabels({
    schema: 1,
    by,
    number,
    open,
    received,
    read,
    fingerprint,
    who,
    words: redactPersonalData(words, personal),
    assignees: ownerOf(toolkit, page).assignees ?? [],
    ...sorted,
  });
}

/** What names the feedback by its number, published or still to be. */
function whatCame(toolkit: Toolkit, number: number | undefined): Pick<FeedbackRecord, 'answered' | 'note'> {
  const updates = toolkit.updates.map(({data}) => data);
  const changes = answeredFeedback(updates).find((entry) => entry.number === number)?.changes ?? [];
  const slugs = new Set(changes.map(({slug}) => slug));
  const note = toolkit.notes.find(({data}) => number !== undefined && data.answers?.includes(number));
  return {
    answered: [...slugs].map((slug) => ({told: nameUpdate(toolkit, slug), address: `/updates/${slug}/`})),
    ...(note && {note: note.document.path}),
  };
}

/** The same record, with the numbers of other feedback that may say the same. */
export function withSimilar(toolkit: Toolkit, record: FeedbackRecord, others: readonly Message[]): FeedbackRecord {
  if (record.page === undefined) return record;
  const outlines = others.map(({number, title, body}) => {
    const {words, ...told} = parseFeedback(toolkit.config, title, body);
    return {number, page: locatePage(toolkit, told)?.id, words};
  });
  return withLabels({...record, similar: similarFeedback(record, outlines)});
}

function withLabels(record: Omit<FeedbackRecord, 'labels'>): FeedbackRecord {
  return {...record, labels: labelsOf(record)};
}
