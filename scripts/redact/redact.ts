import {isTooShort} from '../../src/content/redact/judge-request.ts';
import {matcherOf} from '../../src/content/redact/words-matcher.ts';
import {commit} from '../../src/store/transaction/commit.ts';
import type {Io, Run} from '../io.ts';
import {ExitError, terminalOf} from '../io.ts';
import {asRefusal} from '../refusal.ts';
import {requireAgreement} from '../require-agreement.ts';
import {readTree} from '../whole-tree.ts';
import {planRedaction} from './plan-redaction.ts';
import {renderReport} from './render-report.ts';

const REPLACEMENT = '[removed]';

/** `toolkit redact`: takes words or a page out of everything that git tracks, and tells readers that something was taken out. */
export const run: Run = async (options, io, given) => {
  if (given.length > 1) {
    const problem = `${given.length} words given, expected all words in one pair of quotes`;
    throw new ExitError(problem, 'Write `npm run redact -- "all the words" --why "..."`.');
  }
  const {page, why, with: replacement = REPLACEMENT} = options as Partial<Record<string, string>>;
  const [words] = given;
  const hide = words === undefined ? (text: string) => text : hiderOf(words, replacement);
  try {
    await redact({words, page, why, replacement}, io, hide, options['dry-run'] === true);
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
  if (isDry || terminal) io.stdout.write(hide(renderReport(tree, planned, false)));
  if (isDry) return;
  if (terminal) await requireAgreement(terminal, 'Take this out?');
  await commit(io.cwd, planned.transaction);
  io.stdout.write(hide(renderReport(tree, planned, true)));
}

/** Makes what is printed safe to keep: names of files and messages may hold the words. */
function hiderOf(words: string, replacement: string): (text: string) => string {
  // Shorter ones are refused, and stand in our own words too.
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
  const refused = asRefusal(error);
  return refused ? new ExitError(hide(refused.message), hide(refused.fix), refused.code) : error;
}
