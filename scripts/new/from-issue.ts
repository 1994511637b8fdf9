import {existsSync} from 'node:fs';
import path from 'node:path';
import {commandLine} from '../../src/content/desk/command-line.ts';
import type {NearDuplicate} from '../../src/content/drafts/near-duplicates.ts';
import {nearDuplicates, plain} from '../../src/content/drafts/near-duplicates.ts';
import {FEEDBACK_LABEL} from '../../src/content/feedback/feedback-labels.ts';
import {readMail} from '../../src/content/feedback/mail-text.ts';
import {caseStudyProposalForm, PROPOSAL_LABEL} from '../../src/content/issue-forms/case-study-proposal-form.ts';
import type {IssueForm} from '../../src/content/issue-forms/issue-form.ts';
import {labelsOfFields} from '../../src/content/issue-forms/parse-issue-body.ts';
import {differingAnswers} from '../../src/content/proposals/differing-answers.ts';
import type {ProposalPaths} from '../../src/content/proposals/proposal-files.ts';
import {
  proposalPaths,
  renderAddedNote,
  renderStudy,
  stagesOfLabels,
  waitingNote,
} from '../../src/content/proposals/proposal-files.ts';
import {publishedOn} from '../../src/content/proposals/published-on.ts';
import {stillAsked} from '../../src/content/proposals/still-asked.ts';
import type {ProposedStudy} from '../../src/content/proposals/study-of.ts';
import {candidateOf, studyOf} from '../../src/content/proposals/study-of.ts';
import type {Submission} from '../../src/content/proposals/submission.ts';
import {nameOf, readSubmission} from '../../src/content/proposals/submission.ts';
import {takeAnswers} from '../../src/content/proposals/take-answers.ts';
import type {ToldField} from '../../src/content/proposals/tell-author.ts';
import type {Proposal} from '../../src/content/schemas/proposal-schema.ts';
import type {SourceDocument} from '../../src/content/source-document.ts';
import type {Toolkit} from '../../src/content/toolkit.ts';
import {readDocument} from '../../src/store/document.ts';
import {commit} from '../../src/store/transaction/commit.ts';
import type {FileChange} from '../../src/store/transaction/file-change.ts';
import type {Io, Run} from '../io.ts';
import {ExitError} from '../io.ts';
import {readInput} from '../read-input.ts';
import {changeOfRecord, renewRecord} from '../renew-record.ts';
import {tellProposal} from '../tell-proposal.ts';
import {fieldsToTake} from './fields-to-take.ts';

/**
 * Makes a case study, a change note and a record of a proposal that came in: from the file of a GitHub event, an issue or
 * answers as JSON, or an e-mail as it was sent or its text alone (`-` reads it from the input). One that lacks something
 * becomes a file too, and what it lacks is told. Where its page is there already, the answers that differ from it are
 * told, and those that `--take` names are written into it.
 *
 * @throws {ExitError} where the file cannot be read, or holds nothing of a proposal.
 */
export async function newFromIssue(toolkit: Toolkit, options: Parameters<Run>[0], io: Io): Promise<number> {
  const form = caseStudyProposalForm(toolkit.config);
  const source = String(options['from-issue']);
  const {text, day} = await readGiven(source, form, io);
  const submission = readSubmission(text, form, day);
  refuseFeedback(submission, source);
  if (submission.answers.size === 0) throw nothingFound(form.body.length);
  const study = studyOf(submission, toolkit.config, io.today);
  const {earlier, paths} = findPlace(submission, study, toolkit, io.cwd);
  const found = pageAt(paths.page, toolkit);
  const differing = found ? differingAnswers(study, found, form) : [];
  const taken = fieldsToTake(
    options.take,
    found && differing,
    form.body.flatMap((element) => ('id' in element ? element.id : [])),
  );
  const left = differing.filter(({field}) => !taken.includes(field));
  const isMade = found === undefined && options['record-only'] !== true && !submission.isStageOnly;
  const page = found ? takeAnswers(found, study, taken) : renderStudy(study, toolkit.config);
  const hasConsent = readDocument(paths.page, page).document.frontMatter?.consent !== undefined;
  const renewal = {
    paths,
    base: baseOf(submission, study, earlier, paths),
    earlier,
    page,
    ...(found ? {} : {note: renderAddedNote(paths.id, study.data)}),
    reached: stagesOfLabels(submission.labels, earlier, io.today),
    isLicensed: study.isLicensed,
    ...(found ? stillAsked(study, hasConsent, left) : {faults: study.faults, answered: []}),
  };
  const {record, told, heldBack, changedSince} = await renewRecord(toolkit, io, renewal);
  refuseBroken(taken, told);
  const changes = [
    ...changesOfPage(paths, found, page, toolkit),
    ...(isMade ? madeFiles(paths, page, renderAddedNote(paths.id, study.data)) : []),
    ...changeOfRecord(toolkit, paths.record, record),
  ];
  if (changes.length > 0) await commit(io.cwd, {command: 'new', changes});
  else io.stdout.write(`nothing to write: ${paths.record} says the same already\n`);
  io.stdout.write(changes.map((change) => `wrote ${change.path}\n`).join(''));
  tellDuplicates(nearDuplicates(withoutOwn(toolkit, paths), candidateOf(study)), io);
  const published = publishedOn(toolkit, paths.id);
  const hasPage = found !== undefined || isMade;
  const named = source === '-' ? undefined : source;
  const proposal = {
    record,
    published,
    page: paths.page,
    hasPage,
    isTakenBack: found?.frontMatter?.withdrawn !== undefined,
    note: waitingNote(toolkit, paths),
    hasConsent,
    told,
    heldBack,
    changedSince,
    differing: left,
    hasTaken: taken.length > 0,
    unplaced: study.unplaced,
    source: named,
  };
  io.stdout.write(tellProposal(proposal));
  return 0;
}

/** What an author has still to mend is no answer yet, whatever the page says in its place. */
function refuseBroken(taken: readonly string[], told: readonly ToldField[]): void {
  for (const {field, needed} of told) {
    const [first] = needed;
    if (first === undefined || !taken.includes(field)) continue;
    throw new ExitError(
      `option \`--take\` holds \`${field}\`, and its answer cannot stand: ${first}`,
      'Leave it out of `--take` and mend the page yourself, or ask whoever sent it. Nothing was written.',
      1,
    );
  }
}

function pageAt(file: string, {documents}: Toolkit): SourceDocument | undefined {
  return documents.find(({document}) => document.path === file)?.document;
}

/** What is on record of a proposal whatever its page says; the consent is the one given now, else the one known. */
function baseOf(
  submission: Submission,
  study: ProposedStudy,
  earlier: Proposal | undefined,
  {id}: ProposalPaths,
): Pick<Proposal, 'case_study' | 'received' | 'issue' | 'consent'> {
  const consent = study.consent ?? earlier?.consent;
  return {
    case_study: id,
    received: earlier?.received ?? submission.received,
    ...(submission.issue !== undefined && {issue: submission.issue}),
    ...(consent && {consent}),
  };
}

/** The words of what came in, and the day it came in where they do not say. */
async function readGiven(file: string, form: IssueForm, io: Io): Promise<{text: string; day: string}> {
  const bytes = await readInput(io, file);
  const words = new TextDecoder().decode(bytes);
  if (/^\s*\{/.test(words)) return {text: words, day: io.today};
  const {subject, text, sent} = await readMail(bytes, labelsOfFields(form)).catch(() => {
    throw new ExitError(
      'the e-mail cannot be read, expected one as it was sent',
      'Save its text alone, with each answer under the label of its field.',
    );
  });
  const isPast = sent !== undefined && sent <= io.today;
  return {text: subject === '' ? text : `Subject: ${subject}\n\n${text}`, day: isPast ? sent : io.today};
}

/** The record that stands for the same proposal, and where the files go; a taken name gets the number of the issue. */
function findPlace(
  submission: Submission,
  study: ProposedStudy,
  toolkit: Toolkit,
  cwd: string,
): {earlier?: Proposal; paths: ProposalPaths} {
  const isTaken = (file: string) => existsSync(path.join(cwd, file));
  const name = nameOf(submission);
  const paths = proposalPaths(name, isTaken);
  const known = toolkit.proposals.find(({data, document}) =>
    submission.issue === undefined
      ? data.issue === undefined && document.path === paths.record && isSameService(toolkit, data, study)
      : data.issue === submission.issue,
  );
  if (known) {
    const own = known.data.case_study.replace(/^case-studies\//, '');
    return {earlier: known.data, paths: {...proposalPaths(own, isTaken), record: known.document.path}};
  }
  if (!isTaken(paths.page) && !isTaken(paths.record)) return {paths};
  const other = proposalPaths(`${name}-${submission.issue ?? submission.received}`, isTaken);
  if (!isTaken(other.page) && !isTaken(other.record)) return {paths: other};
  throw new ExitError(
    `\`${paths.page}\` exists, expected a proposal whose page does not`,
    'Change that page, or give the proposal another title.',
  );
}

/** E-mails bear no number: those of one service with one title are of one proposal. */
function isSameService({documents}: Toolkit, {case_study: id}: Proposal, {data}: ProposedStudy): boolean {
  const page = documents.find(({document}) => document.path === `docs/${id}.md`)?.document.frontMatter;
  return page === undefined || plain(String(page.service)) === plain(String(data.service));
}

function changesOfPage(
  {page: path}: ProposalPaths,
  found: SourceDocument | undefined,
  page: string,
  {files}: Toolkit,
): FileChange[] {
  if (found === undefined || found.text === page) return [];
  return [{kind: 'write', path, content: page, found: files.find((file) => file.path === path)?.bytes}];
}

function madeFiles({page, note}: ProposalPaths, text: string, told: string): FileChange[] {
  return [
    {kind: 'write', path: page, content: text, found: undefined},
    {kind: 'write', path: note, content: told, found: undefined},
  ];
}

function withoutOwn(toolkit: Toolkit, {page}: ProposalPaths): Toolkit {
  return {...toolkit, caseStudies: toolkit.caseStudies.filter(({document}) => document.path !== page)};
}

function tellDuplicates(found: readonly NearDuplicate[], {stdout}: Io): void {
  for (const {path: file, title, because} of found) {
    stdout.write(`near duplicate: ${file}: "${title}" ${because.join(' and ')}\n`);
  }
}

/** What a reader says of a page is no case study. */
function refuseFeedback({labels}: Submission, source: string): void {
  if (!labels.includes(FEEDBACK_LABEL) || labels.includes(PROPOSAL_LABEL)) return;
  throw new ExitError(
    `the issue has the label \`${FEEDBACK_LABEL}\`, expected a proposal, which has the label \`${PROPOSAL_LABEL}\``,
    `Sort it with \`${commandLine('feedback', 'triage', source)}\`. If it offers a case study, put the label \`${PROPOSAL_LABEL}\` on it first.`,
    1,
  );
}

function nothingFound(fields: number): ExitError {
  return new ExitError(
    `no answer to the form for proposals was found, expected some of its ${fields} fields`,
    'Put each answer under the label of its field, with a colon after it: `Title: Anytown evening help`. Feedback on a page is sorted with `npm run feedback -- triage FILE`.',
    1,
  );
}
