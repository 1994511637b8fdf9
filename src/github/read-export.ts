import {z} from 'zod';
import {ExitError} from '../fs/exit-error.ts';
import type {Io} from '../fs/io.ts';
import {nameInput, parseInput, readInput} from '../fs/read-input.ts';
import {FEEDBACK_LABEL} from '../intake/feedback/feedback-labels.ts';
import {PROPOSAL_LABEL} from '../intake/issue-forms/case-study-proposal-form.ts';
import type {Issue} from './issue-schema.ts';
import {issueSchema, labelNames} from './issue-schema.ts';

/** What exports all feedback as a list. */
const EXPORT_COMMAND =
  'gh issue list --label feedback --state all --limit 1000 --json number,title,body,state,createdAt,labels';

/** What a list of issues holds, by their labels. */
export interface Export {
  feedback: Issue[];
  /** How many issues are no feedback, proposals among them. */
  leftOut: number;
  proposals: Issue[];
}

/** Reads issues that were exported as a list; one of which nobody exported the labels is taken for feedback. */
export async function readExport(io: Io, file: string): Promise<Export> {
  const list = parseInput(new TextDecoder().decode(await readInput(io, file)), file);
  const parsed = z.array(issueSchema).safeParse(list);
  if (!parsed.success) {
    throw new ExitError(
      `${nameInput(file)} holds no list of issues, expected one as GitHub exports it`,
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

/** GitHub takes `Feedback` and `feedback` for one name. */
function lowerNames(issue: Issue): string[] {
  return labelNames(issue).map((name) => name.toLowerCase());
}
