import {caseStudyProposalForm} from '../../src/content/issue-forms/case-study-proposal-form.ts';
import {studyOf} from '../../src/content/proposals/study-of.ts';
import {readSubmission} from '../../src/content/proposals/submission.ts';
import type {ToldField} from '../../src/content/proposals/tell-author.ts';
import {tellAuthor} from '../../src/content/proposals/tell-author.ts';
import type {ToolkitConfig} from '../../src/content/schemas/toolkit-schema.ts';
import {readDocument} from '../../src/store/document.ts';
import type {Git} from '../job-git.ts';
import {readReport} from '../read-report.ts';

interface Given {
  /** Where the other job left `report.json`. */
  folder: string;
  /** The path of the page in the patch; none where the record alone has changed. */
  page: string | undefined;
  git: Git;
  /** The words of the event. */
  event: string;
  config: ToolkitConfig;
  today: string;
}

/** What is told to whoever sent a proposal, from the report of the check and the answers themselves. */
export async function toldFields({
  folder,
  page,
  git,
  event,
  config,
  today,
}: Given): Promise<{fields: ToldField[]; isSound: boolean}> {
  const problems = readReport(folder)?.problems ?? [];
  const isSound = !problems.some(({severity}) => severity === 'error');
  if (page === undefined) return {fields: [], isSound};
  const form = caseStudyProposalForm(config);
  const {faults} = studyOf(readSubmission(event, form, today), config, today);
  const {document} = readDocument(page, await git('show', `:${page}`));
  const own = problems.filter(({path}) => path === page).map(({rule, ...problem}) => ({...problem, ruleId: rule}));
  return {fields: tellAuthor(form, document, own, faults), isSound};
}
