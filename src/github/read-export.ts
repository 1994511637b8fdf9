import {z} from 'zod';
import {ExitError} from '../fs/exit-error.ts';
import type {Io} from '../fs/io.ts';
import {nameInput, readInput} from '../fs/read-input.ts';
import {FEEDBACK_LABEL} from '../intake/feedback/feedback-labels.ts';
import {PROPOSAL_LABEL} from '../intake/issue-forms/case-study-proposal-form.ts';
import {type Issue, issueSchema, labelNames} from './issue-schema.ts';

/** The command that exports all feedback as a list. */
const EXPORT_COMMAND =
  'gh issue list --label feedback --state all --limit 1000 --json number,title,body,state,createdAt,labels';

/** A list of issues by their labels. */
export interface Export {
  feedback: Issue[];
  /** How many issues are not feedback; proposals count too. */
  leftOut: number;
  proposals: Issue[];
}

/** Reads an exported list of issues; an issue that was exported without labels counts as feedback. */
export async function readExport(io: Io, file: string): Promise<Export> {
  const list = await readInput(io, file);
  const parsed = z.array(issueSchema).safeParse(list);
  if (!parsed.success) {
    throw new ExitError(
      `${nameInput(file)} does not contain a list of issues, expected one as GitHub exports it`,
      `Make it with \`${EXPORT_COMMAND}\`.`,
    );
  }
  const raw = list as readonly object[];
  const labelled = parsed.data
    .map((issue, at) => ({issue, names: 'labels' in (raw[at] ?? {}) ? lowerNames(issue) : [FEEDBACK_LABEL]}))
    .filter(({issue}) => !issue.pull_request);
  const [feedback, others] = [
    labelled.filter(({names}) => names.includes(FEEDBACK_LABEL)),
    labelled.filter(({names}) => !names.includes(FEEDBACK_LABEL)),
  ];
  const proposals = others.filter(({names}) => names.includes(PROPOSAL_LABEL));
  return {
    feedback: feedback.map(({issue}) => issue),
    leftOut: others.length,
    proposals: proposals.map(({issue}) => issue),
  };
}

/** In lower case: to GitHub `Feedback` and `feedback` are the same. */
function lowerNames(issue: Issue): string[] {
  return labelNames(issue).map((name) => name.toLowerCase());
}
