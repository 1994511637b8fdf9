import type {FeedbackRecord} from '../schemas/feedback-schema.ts';
import type {Toolkit} from '../toolkit.ts';
import {baselineSection} from './baseline-section.ts';
import type {Desk} from './desk.ts';
import {feedbackSection} from './feedback-section.ts';
import {linkSections} from './link-sections.ts';
import {notesSection, unnotedSection} from './note-sections.ts';
import {outboxSection} from './outbox-section.ts';
import type {OfferedStudy} from './proposals-section.ts';
import {proposalsSection} from './proposals-section.ts';
import {releaseSection} from './release-section.ts';
import {reviewSections} from './review-sections.ts';
import {unreadFiles} from './unread-files.ts';

/** What a desk is made from. */
export interface DeskInput {
  toolkit: Toolkit;
  /** `2026-11-24`. */
  today: string;
  /** All feedback, open and closed; `undefined` where nobody gave it. */
  feedback: readonly FeedbackRecord[] | undefined;
  /** How many issues were given that are no feedback. */
  leftOut?: number | undefined;
  /** All proposals on GitHub, whether or not on record; `undefined` where nobody asked. */
  proposals?: readonly OfferedStudy[] | undefined;
  /** The names of the files in the outbox. */
  outbox?: readonly string[];
}

/** Gathers all that waits for editors, what readers must be told first. */
export function toDesk({toolkit, today, feedback, leftOut, proposals, outbox = []}: DeskInput): Desk {
  return {
    toolkitTitle: toolkit.config.title,
    today,
    sections: [
      unnotedSection(toolkit),
      notesSection(toolkit),
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
