import type {NearDuplicate} from '../../src/content/drafts/near-duplicates.ts';
import {nearDuplicates} from '../../src/content/drafts/near-duplicates.ts';
import {caseStudyProposalForm} from '../../src/content/issue-forms/case-study-proposal-form.ts';
import {allowsException} from '../../src/content/policy.ts';
import {candidateOf, studyOf} from '../../src/content/proposals/study-of.ts';
import {readSubmission} from '../../src/content/proposals/submission.ts';
import type {ToldField} from '../../src/content/proposals/tell-author.ts';
import {isOfRecord, tellAuthor} from '../../src/content/proposals/tell-author.ts';
import type {Toolkit} from '../../src/content/toolkit.ts';
import {readDocument} from '../../src/store/document.ts';
import type {Git} from '../job-git.ts';
import {missingAnswers} from '../missing-answers.ts';
import {readReport} from '../read-report.ts';

interface Given {
  /** Where the other job left `report.json`. */
  folder: string;
  /** The path of the page in the patch; none where the record alone has changed. */
  page: string | undefined;
  git: Git;
  /** The words of the event. */
  event: string;
  toolkit: Toolkit;
  cwd: string;
  today: string;
}

/** What is told of a proposal, from the report of the check and the answers themselves. */
interface ToldFields {
  fields: ToldField[];
  /** Whether the check found no error anywhere. */
  isSound: boolean;
  /** Pages that may say the same already. */
  duplicates: NearDuplicate[];
  /** Words that stand under no label of the form. */
  unplaced: string;
}

/** Works out what is told of a proposal; without a page in the patch, from what is there. */
export async function toldFields({folder, page, git, event, toolkit, cwd, today}: Given): Promise<ToldFields> {
  const {config} = toolkit;
  const problems = readReport(folder)?.problems ?? [];
  const isSound = !problems.some(({severity}) => severity === 'error');
  const form = caseStudyProposalForm(config);
  const submission = readSubmission(event, form, today);
  if (page === undefined) {
    return {fields: await missingAnswers(toolkit, submission, {cwd, today}), isSound, duplicates: [], unplaced: ''};
  }
  const study = studyOf(submission, config, today);
  const {document} = readDocument(page, await git('show', `:${page}`));
  const own = problems
    .filter(({path, rule}) => path === page && !isOfRecord(rule))
    .map(({rule, ...problem}) => ({...problem, ruleId: rule, isStyle: allowsException(rule)}));
  return {
    fields: tellAuthor(form, document, own, study.faults),
    isSound,
    duplicates: nearDuplicates(toolkit, candidateOf(study)),
    unplaced: study.unplaced,
  };
}
