import type {Run} from '../../../io/cli/command-types.ts';
import {ExitError} from '../../../io/cli/exit-error.ts';
import {loadToolkit} from '../../../io/load-toolkit.ts';
import type {PROPOSAL} from '../feature.ts';
import {readIssue} from '../issues.ts';
import {type CheckedProposal, createDraft} from './check-proposal.ts';
import {isMissing} from './render-comments.ts';

/**
 * `toolkit proposal`: creates a case study with its change note from a proposal. An incomplete proposal becomes a draft
 * too, and the output lists what is missing.
 *
 * @throws {ExitError} if the file contains no proposal, or a page has its title already.
 */
export const run: Run<typeof PROPOSAL> = async (_, io, files) => {
  const [file] = files;
  if (file === undefined || files.length > 1) {
    throw new ExitError(
      `${files.length} files were named, expected 1, the event of an issue or the issue as JSON`,
      'Name it, or write `-` for standard input.',
    );
  }
  const issue = await readIssue(io, file);
  io.stdout.write(describe(await createDraft(await loadToolkit(io.cwd), issue, io), issue.number));
  return 0;
};

/** What was written, what is missing, and what comes next. */
function describe({page, fields}: CheckedProposal, number: number): string {
  const steps = [
    ...(isMissing(fields)
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
