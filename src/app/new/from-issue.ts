import type {Toolkit} from '../../content/toolkit.ts';
import {type CheckedProposal, createDraft} from '../../features/proposals/jobs/check-proposal.ts';
import type {Io} from '../../io/cli/io.ts';
import {readIssue} from '../../io/github/read-issue.ts';

/**
 * Creates a case study with its change note from a proposal: the file of a GitHub event, or of an issue as JSON (`-` is
 * standard input). An incomplete proposal becomes a draft too, and the output lists what is missing.
 *
 * @throws {ExitError} if the file contains no proposal, or a page has its title already.
 */
export async function newFromIssue(toolkit: Toolkit, source: string, io: Io): Promise<number> {
  const {number, body} = await readIssue(io, source);
  io.stdout.write(describe(await createDraft(toolkit, {number, body: body ?? ''}, io), number));
  return 0;
}

/** What was written, what is missing, and what comes next. */
function describe({page, fields}: CheckedProposal, number: number): string {
  const isNeeded = fields.some(({needed}) => needed.length > 0);
  const steps = [
    ...(isNeeded
      ? [`Ask for what is needed in a comment on proposal ${number}, and add the answers to the page.`]
      : []),
    `Compare \`${page.path}\` with its sources, and edit it for style.`,
    'Rewrite the note under `changes` for readers: who did what, and what came of it.',
    'Run `npm run check` until it finds no problem.',
  ];
  const parts = [
    [`wrote ${page.path}`],
    ...fields.map(({label, needed, look}) => [
      label,
      ...needed.map((sentence) => `  needed: ${sentence}`),
      ...look.map((sentence) => `  check: ${sentence}`),
    ]),
    ['Next:', ...steps.map((step, index) => `  ${index + 1}. ${step}`)],
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}
