import {rm} from 'node:fs/promises';
import path from 'node:path';
import {isTooShort} from '../../src/editorial/redaction/check-request.ts';
import {matcherOf} from '../../src/editorial/redaction/text-matcher.ts';
import {ExitError} from '../../src/fs/exit-error.ts';
import {searchHistory} from '../../src/fs/git/search-history.ts';
import {type Io, terminalOf} from '../../src/fs/io.ts';
import {readTree} from '../../src/fs/read-tree.ts';
import {commit} from '../../src/fs/transaction/commit.ts';
import {requireAgreement} from '../cli/require-agreement.ts';
import type {Run} from '../commands.ts';
import {planRedaction} from './plan-redaction.ts';
import {GENERATED, renderReport} from './render-report.ts';

const REPLACEMENT = '[removed]';

/** `toolkit redact`: removes a text or a page from everything that git tracks, with a public note that something was removed. */
export const run: Run<'redact'> = async (options, io, given) => {
  if (given.length > 1) {
    const problem = `${given.length} texts given, expected one text in quotes`;
    throw new ExitError(problem, 'Write `npm run redact -- "all the text" --why "..."`.');
  }
  const {page, why, with: replacement = REPLACEMENT, 'dry-run': isDry = false} = options;
  const [words] = given;
  const hide = words === undefined ? (text: string) => text : hiderOf(words, replacement);
  try {
    await redact({words, page, why, replacement}, io, hide, isDry);
  } catch (error) {
    throw hideIn(error, hide);
  }
  return 0;
};

async function redact(
  request: Parameters<typeof planRedaction>[1],
  io: Io,
  hide: (text: string) => string,
  isDry: boolean,
): Promise<void> {
  const tree = await readTree(io.cwd);
  const planned = await planRedaction(tree, request, io.today);
  const terminal = terminalOf(io);
  if (isDry || terminal) io.stdout.write(hide(renderReport(tree, planned)));
  if (isDry) return;
  if (terminal) await requireAgreement(terminal, 'Remove this?');
  await commit(io.cwd, planned.transaction);
  for (const place of GENERATED) await rm(path.join(io.cwd, place), {recursive: true, force: true, maxRetries: 3});
  const {matcher, removed} = planned;
  const gone = new Set(removed.files.map(({path: file}) => file));
  const history = await searchHistory(io.cwd, (text, file) =>
    matcher ? matcher.isIn(text) || matcher.isIn(file) : gone.has(file),
  );
  io.stdout.write(hide(renderReport(tree, planned, history)));
}

/** Makes output safe to keep: names of files and messages may have the text. */
function hiderOf(words: string, replacement: string): (text: string) => string {
  // Shorter ones are refused, and are in our own messages too.
  if (isTooShort(words)) return (text) => text;
  const matcher = matcherOf(words);
  const cover = matcher.isIn(replacement) ? '…' : replacement;
  return (text) => {
    let shown = text;
    for (const {start, end} of matcher.find(text).reverse()) shown = shown.slice(0, start) + cover + shown.slice(end);
    return shown;
  };
}

function hideIn(error: unknown, hide: (text: string) => string): unknown {
  if (!(error instanceof ExitError)) return error;
  return new ExitError(hide(error.message), hide(error.fix), {code: error.code});
}
