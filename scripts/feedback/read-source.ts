import {commandLine} from '../../src/content/desk/command-line.ts';
import {isProposal} from '../../src/content/feedback/is-proposal.ts';
import {readMail} from '../../src/content/feedback/mail-text.ts';
import {mailLabels} from '../../src/content/feedback/parse-feedback.ts';
import type {Message} from '../../src/content/feedback/triage.ts';
import {caseStudyProposalForm} from '../../src/content/issue-forms/case-study-proposal-form.ts';
import {labelsOfFields} from '../../src/content/issue-forms/parse-issue-body.ts';
import type {ToolkitConfig} from '../../src/content/schemas/toolkit-schema.ts';
import type {Io} from '../io.ts';
import {ExitError} from '../io.ts';
import type {Issue} from '../issue-schema.ts';
import {issueEventSchema, issueSchema} from '../issue-schema.ts';
import {nameInput, parseInput, readInput} from '../read-input.ts';

/** What a file holds: one issue, or an e-mail. */
export type Source = {kind: 'issue'; issue: Issue} | {kind: 'e-mail'; message: Message};

/**
 * Reads the event of an issue, an issue, or an e-mail; `-` is the standard input.
 *
 * @throws {ExitError} for anything else, and for a proposal by e-mail: an issue has labels that tell what it is.
 */
export async function readSource(config: ToolkitConfig, io: Io, file: string): Promise<Source> {
  const bytes = await readInput(io, file);
  const text = new TextDecoder().decode(bytes);
  if (!/^\s*\{/.test(text)) return {kind: 'e-mail', message: await readMessage(bytes, file, config, io)};
  const value = parseInput(text, file);
  const event = issueEventSchema.safeParse(value);
  const issue = event.success ? event : issueSchema.safeParse(value);
  if (!issue.success) {
    throw new ExitError(
      `${nameInput(file)} holds no issue, expected an event of an issue, an issue, or an e-mail`,
      'Save the event that GitHub sent, or the e-mail as it was sent.',
    );
  }
  return {kind: 'issue', issue: 'issue' in issue.data ? issue.data.issue : issue.data};
}

/** The day it came is the one that it was sent; a day that is still to come is a wrong clock's, and tells nothing. */
async function readMessage(bytes: Uint8Array, file: string, config: ToolkitConfig, {today}: Io): Promise<Message> {
  const readAs = (labels: readonly string[]) =>
    readMail(bytes, labels).catch(() => {
      throw new ExitError(
        `${nameInput(file)} cannot be read as an e-mail, expected one as it was sent`,
        'Save its text alone.',
      );
    });
  // Where its signature begins depends on what it is.
  const offered = await readAs(labelsOfFields(caseStudyProposalForm(config)));
  if (isProposal(config, offered.subject, offered.text)) throw noFeedback(file);
  const {subject, text, sent} = await readAs(mailLabels(config));
  const received = sent !== undefined && sent <= today ? sent : undefined;
  return {by: 'e-mail', title: subject, body: text, open: true, received};
}

/** What is said of a proposal. */
export function noFeedback(file: string): ExitError {
  return new ExitError(
    `${nameInput(file)} offers a case study, expected feedback on a page`,
    `Run \`${commandLine('new', 'case-study', '--from-issue', file)}\`, which makes a page of it.`,
  );
}
