import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {buffer} from 'node:stream/consumers';
import type {NearDuplicate} from '../../src/content/drafts/near-duplicates.ts';
import {nearDuplicates} from '../../src/content/drafts/near-duplicates.ts';
import {readMail} from '../../src/content/feedback/mail-text.ts';
import {caseStudyProposalForm} from '../../src/content/issue-forms/case-study-proposal-form.ts';
import type {ProposalPaths} from '../../src/content/proposals/proposal-files.ts';
import {proposalPaths, recordOf, renderAddedNote, renderStudy} from '../../src/content/proposals/proposal-files.ts';
import {STAGES, stageOf} from '../../src/content/proposals/proposal-stages.ts';
import type {ProposedStudy} from '../../src/content/proposals/study-of.ts';
import {candidateOf, studyOf} from '../../src/content/proposals/study-of.ts';
import type {Submission} from '../../src/content/proposals/submission.ts';
import {nameOf, readSubmission} from '../../src/content/proposals/submission.ts';
import {tellAuthor} from '../../src/content/proposals/tell-author.ts';
import type {Proposal} from '../../src/content/schemas/proposal-schema.ts';
import type {Toolkit} from '../../src/content/toolkit.ts';
import {commit} from '../../src/store/transaction/commit.ts';
import type {FileChange} from '../../src/store/transaction/file-change.ts';
import type {Io, Run} from '../io.ts';
import {ExitError} from '../io.ts';
import {judgeStudy} from '../judge-study.ts';
import {renderTold} from './render-told.ts';

/**
 * Makes a case study, a change note and a record of a proposal that came in: from the file of a GitHub event, an issue or
 * answers as JSON, or an e-mail as it was sent or its text alone (`-` reads it from the input). One that lacks something
 * becomes a file too, and what it lacks is told. Where its page is there already, the record alone is brought up to date.
 *
 * @throws {ExitError} where the file cannot be read, or holds nothing of a proposal.
 */
export async function newFromIssue(toolkit: Toolkit, options: Parameters<Run>[0], io: Io): Promise<number> {
  const form = caseStudyProposalForm(toolkit.config);
  const {text, day} = await readGiven(String(options['from-issue']), io);
  const submission = readSubmission(text, form, day);
  if (submission.answers.size === 0) throw nothingFound(form.body.length);
  const {earlier, paths} = findPlace(submission, toolkit, io.cwd);
  const found = toolkit.files.find((file) => file.path === paths.page);
  const study = studyOf(submission, toolkit.config, io.today);
  const isMade = found === undefined && options['record-only'] !== true && !submission.isStageOnly;
  const made = {page: renderStudy(study, toolkit.config), note: renderAddedNote(paths.id, study.data)};
  const faults = found ? [] : study.faults;
  const {document, problems, criteria} = await judgeStudy(toolkit, io, {
    paths,
    ...(found ? {} : made),
    checked: earlier?.stages?.find(({stage}) => stage === 'checked')?.on,
    consent: study.consent,
    submission,
  });
  const record = recordOf({
    earlier,
    case_study: paths.id,
    received: earlier?.received ?? submission.received,
    ...(submission.issue !== undefined && {issue: submission.issue}),
    ...withConsent(study, earlier),
    isComplete: ![
      ...problems.map(({severity}) => severity === 'error'),
      ...faults.map(({isNeeded}) => isNeeded),
    ].includes(true),
    labels: submission.labels,
    today: io.today,
    criteria,
  });
  const changes = changesOf(paths, isMade ? made : undefined, record, toolkit);
  if (changes.length === 0) {
    io.stdout.write(`nothing to write: ${paths.record} says the same already\n`);
    return 0;
  }
  await commit(io.cwd, {command: 'new', changes});
  io.stdout.write(changes.map((change) => `wrote ${change.path}\n`).join(''));
  tellDuplicates(nearDuplicates(withoutOwn(toolkit, paths), candidateOf(study)), io);
  const {stage} = stageOf(record);
  io.stdout.write(`Stage: ${STAGES.find(({id}) => id === stage)?.label}.\n`);
  io.stdout.write(renderTold(tellAuthor(form, document, problems, faults), paths));
  return 0;
}

/** The consent that was given now, else the one on record. */
function withConsent({consent}: ProposedStudy, earlier: Proposal | undefined): Pick<Proposal, 'consent'> {
  const known = consent ?? earlier?.consent;
  return known ? {consent: known} : {};
}

/** The words of what came in, and the day it came in where they do not say. */
async function readGiven(file: string, io: Io): Promise<{text: string; day: string}> {
  const bytes = await readBytes(file, io);
  const words = new TextDecoder().decode(bytes);
  if (/^\s*\{/.test(words)) return {text: words, day: io.today};
  const {subject, text, sent} = await readMail(bytes).catch(() => {
    throw new ExitError(
      'the e-mail cannot be read, expected one as it was sent',
      'Save its text alone, with each answer under the label of its field.',
    );
  });
  const isPast = sent !== undefined && sent <= io.today;
  return {text: subject === '' ? text : `Subject: ${subject}\n\n${text}`, day: isPast ? sent : io.today};
}

async function readBytes(file: string, {cwd, stdin = process.stdin}: Io): Promise<Uint8Array> {
  if (file === '-') return buffer(stdin);
  try {
    return readFileSync(path.resolve(cwd, file));
  } catch {
    throw new ExitError(
      `\`${file}\` cannot be read, expected the file of an issue, of an event or of an e-mail`,
      'Name a file that is there, or `-` and give its words on the input.',
    );
  }
}

/** The record that stands for the same issue, and where the files go; a taken name gets the number of the issue. */
function findPlace(
  submission: Submission,
  {proposals}: Toolkit,
  cwd: string,
): {earlier?: Proposal; paths: ProposalPaths} {
  const isTaken = (file: string) => existsSync(path.join(cwd, file));
  const known = submission.issue && proposals.find(({data}) => data.issue === submission.issue);
  if (known) {
    const name = known.data.case_study.replace(/^case-studies\//, '');
    return {earlier: known.data, paths: {...proposalPaths(name, isTaken), record: known.document.path}};
  }
  const name = nameOf(submission);
  const paths = proposalPaths(name, isTaken);
  if (!isTaken(paths.page) && !isTaken(paths.record)) return {paths};
  const other = proposalPaths(`${name}-${submission.issue ?? submission.received}`, isTaken);
  if (!isTaken(other.page) && !isTaken(other.record)) return {paths: other};
  throw new ExitError(
    `\`${paths.page}\` exists, expected a proposal whose page does not`,
    'Change that page, or give the proposal another title.',
  );
}

function changesOf(
  paths: ProposalPaths,
  made: {page: string; note: string} | undefined,
  record: Proposal,
  {files}: Toolkit,
): FileChange[] {
  const before = files.find((file) => file.path === paths.record)?.bytes;
  const content = `${JSON.stringify(record, undefined, 2)}\n`;
  const isSame = before !== undefined && new TextDecoder().decode(before) === content;
  return [
    ...(made
      ? ([
          {kind: 'write', path: paths.page, content: made.page, found: undefined},
          {kind: 'write', path: paths.note, content: made.note, found: undefined},
        ] as const)
      : []),
    ...(isSame ? [] : [{kind: 'write', path: paths.record, content, found: before} as const]),
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

function nothingFound(fields: number): ExitError {
  return new ExitError(
    `no answer to the form for proposals was found, expected some of its ${fields} fields`,
    'Put each answer under the label of its field, with a colon after it: `Title: Anytown evening help`.',
    1,
  );
}
