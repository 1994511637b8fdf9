import type {FeedbackRecord} from '../../src/intake/feedback/feedback-record.ts';
import {unreadFiles} from '../../src/model/files/unread-files.ts';
import type {Toolkit} from '../../src/model/toolkit.ts';
import {feedbackSection} from './sections/feedback-section.ts';
import {linkSections} from './sections/link-sections.ts';
import {notesSection, scheduledSection, unnotedSection} from './sections/note-sections.ts';
import {outboxSection} from './sections/outbox-section.ts';
import {baselineSection, releaseSection} from './sections/problem-sections.ts';
import {type OpenProposal, proposalsSection} from './sections/proposals-section.ts';
import {reviewSections} from './sections/review-sections.ts';
import type {DashboardSection} from './sections/row-parts.ts';

/** Everything that waits for editors on a day. */
export interface Dashboard {
  toolkitTitle: string;
  /** `2026-11-24`. */
  today: string;
  sections: DashboardSection[];
  /** Files that cannot be read: the rows leave out what they say. */
  unread: string[];
}

/** What a dashboard is made from. */
export interface DashboardInput {
  toolkit: Toolkit;
  today: string;
  /** All feedback, open and closed; `undefined` where none was given. */
  feedback: readonly FeedbackRecord[] | undefined;
  /** How many issues were given that are not feedback. */
  leftOut?: number | undefined;
  /** All proposals on GitHub; `undefined` where none were given. */
  proposals?: readonly OpenProposal[] | undefined;
  /** The names of the files in the outbox. */
  outbox?: readonly string[];
}

/** Gathers everything that waits for editors, most urgent first. */
export function toDashboard({toolkit, today, feedback, leftOut, proposals, outbox = []}: DashboardInput): Dashboard {
  return {
    toolkitTitle: toolkit.config.title,
    today,
    sections: [
      unnotedSection(toolkit),
      notesSection(toolkit),
      scheduledSection(toolkit, today),
      outboxSection(toolkit, today, outbox),
      feedbackSection(toolkit, today, feedback, leftOut),
      proposalsSection(toolkit, today, proposals),
      ...reviewSections(toolkit, today),
      ...linkSections(toolkit, today),
      baselineSection(toolkit),
      releaseSection(toolkit),
    ],
    unread: unreadFiles(toolkit),
  };
}
