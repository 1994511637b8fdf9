import {ExitError} from '../../src/fs/exit-error.ts';
import type {Io} from '../../src/fs/io.ts';
import {commit} from '../../src/fs/transaction/commit.ts';
import {type CheckedProposal, checkProposal, proposalChanges} from '../../src/github/jobs/proposal/check-proposal.ts';
import {readIssue} from '../../src/github/read-issue.ts';
import {renderConsent} from '../../src/intake/proposals/proposal-files.ts';
import type {Toolkit} from '../../src/model/toolkit.ts';

/**
 * Creates a case study and its change note from a proposal: the file of a GitHub event, or of an issue as JSON (`-` is
 * standard input). An incomplete proposal becomes a draft too, and the output lists what is missing.
 *
 * @throws {ExitError} if the file contains no proposal, or a page has its title already.
 */
export async function newFromIssue(toolkit: Toolkit, source: string, io: Io): Promise<number> {
  const {number, body} = await readIssue(io, source);
  const checked = await checkProposal(toolkit, {number, body: body ?? ''}, io);
  requireUsable(checked);
  await commit(io.cwd, {command: 'new', changes: proposalChanges(checked)});
  io.stdout.write(describe(checked, number));
  return 0;
}

function requireUsable({study, existing}: CheckedProposal): void {
  if (!study.isAnswered) {
    throw new ExitError(
      'the issue has no answer to the proposal form, expected the headings of the form with answers below them',
      'Ask the contributor to use the form, or copy the text into its fields.',
      {code: 1},
    );
  }
  if (existing === undefined) return;
  const line = study.consent && `\n\n${renderConsent(study.consent)}\n`;
  throw new ExitError(
    `\`${existing}\` has the same title, expected a proposal without a page`,
    line
      ? `Edit that page. If it is the page of this proposal and lacks its consent, copy these lines into its front matter:${line}`
      : 'Edit that page, or give the proposal another title.',
    {code: 1},
  );
}

/** What was written, what is missing, and what comes next. */
function describe({page, note, fields}: CheckedProposal, number: number): string {
  const isNeeded = fields.some(({needed}) => needed.length > 0);
  const steps = [
    ...(isNeeded
      ? [`Ask for what is needed in a comment on proposal ${number}, and add the answers to the page.`]
      : []),
    `Compare \`${page.path}\` with its sources, and edit it for style.`,
    `Rewrite \`${note.path}\` for readers: who did what, and what came of it.`,
    'Run `npm run check` until it finds no problem.',
  ];
  const parts = [
    [`wrote ${page.path}`, `wrote ${note.path}`],
    ...fields.map(({label, needed, look, style}) => [
      label,
      ...needed.map((sentence) => `  needed: ${sentence}`),
      ...look.map((sentence) => `  check: ${sentence}`),
      ...style.map((sentence) => `  style: ${sentence}`),
    ]),
    ['Next:', ...steps.map((step, index) => `  ${index + 1}. ${step}`)],
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}
