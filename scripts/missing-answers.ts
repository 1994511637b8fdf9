import {caseStudyProposalForm} from '../src/content/issue-forms/case-study-proposal-form.ts';
import {differingAnswers} from '../src/content/proposals/differing-answers.ts';
import {proposalPaths, renderAddedNote, renderStudy} from '../src/content/proposals/proposal-files.ts';
import {stillAsked} from '../src/content/proposals/still-asked.ts';
import {studyOf} from '../src/content/proposals/study-of.ts';
import type {Submission} from '../src/content/proposals/submission.ts';
import {nameOf} from '../src/content/proposals/submission.ts';
import type {ToldField} from '../src/content/proposals/tell-author.ts';
import {tellAuthor, withoutAnswered} from '../src/content/proposals/tell-author.ts';
import type {Toolkit} from '../src/content/toolkit.ts';
import type {Io} from './io.ts';
import {judgeStudy} from './judge-study.ts';

/**
 * What is missing of a proposal that is an issue, and nothing is written: of its page, where that is in the toolkit, else
 * of the answers, judged as a file that is never made.
 */
export async function missingAnswers(
  toolkit: Toolkit,
  submission: Submission,
  world: Pick<Io, 'cwd' | 'today'>,
): Promise<ToldField[]> {
  const {config, files, documents} = toolkit;
  const form = caseStudyProposalForm(config);
  const study = studyOf(submission, config, world.today);
  const known = toolkit.proposals.find(({data: {issue}}) => issue !== undefined && issue === submission.issue);
  const name = known?.data.case_study.replace(/^case-studies\//, '') ?? nameOf(submission);
  const isTaken = (file: string) => files.some(({path}) => path === file);
  const paths = {...proposalPaths(name, isTaken), ...(known && {record: known.document.path})};
  const found = known && documents.find(({document}) => document.path === paths.page)?.document;
  const consent = study.consent ?? known?.data.consent;
  const record = {case_study: paths.id, received: submission.received, ...(consent && {consent})};
  if (!found) {
    const written = {page: renderStudy(study, config), note: renderAddedNote(paths.id, study.data)};
    const {document, problems} = await judgeStudy(toolkit, world, {paths, record, ...written});
    return tellAuthor(form, document, problems, study.faults);
  }
  const {document, problems} = await judgeStudy(toolkit, world, {paths, record});
  const hasConsent = found.frontMatter?.consent !== undefined;
  const {faults, answered} = stillAsked(study, hasConsent, differingAnswers(study, found, form));
  return withoutAnswered(tellAuthor(form, document, problems, faults), answered);
}
