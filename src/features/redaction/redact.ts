import {rm} from 'node:fs/promises';
import path from 'node:path';
import type {Run} from '../../io/cli/command-types.ts';
import {ExitError} from '../../io/cli/exit-error.ts';
import {terminalOf} from '../../io/cli/io.ts';
import {requireAgreement} from '../../io/cli/require-agreement.ts';
import {InvalidConfigurationError} from '../../io/load-toolkit.ts';
import {putMailAside} from '../../io/put-mail-aside.ts';
import {readTree} from '../../io/read-tree.ts';
import {commit} from '../../io/transaction/commit.ts';
import {configurationProblems} from '../../rules/front-matter/explain-issues.ts';
import {isTooShort} from './check-request.ts';
import type {REDACT} from './feature.ts';
import {type PlannedRedaction, planRedaction} from './plan-redaction.ts';
import {matcherOf} from './text-matcher.ts';

/** Generated folders and caches that may contain the text and are not in git. */
const GENERATED = ['build', '.docusaurus', '.tmp', 'report', 'node_modules/.cache'];

const NEXT_STEPS = `
Next: read the changes (where markup divided the text, its whole paragraph is gone), run \`npm run generate\` and \`npm run check -- --fix\`, commit, and merge. Readers see the old site until it is deployed.

What this command cannot reach, and what to do:

1. This computer: delete older emails in \`outbox\`. Your shell history and the logs in \`~/.npm/_logs\` have your command.
2. Git history: see which commits have the text with \`git log --all --oneline -i -G "<text>"\` and \`git log --all --oneline -i --grep "<text>"\`. In a fresh clone run \`git filter-repo --replace-text <list> --replace-message <list>\`, or \`--invert-paths --path <file>\` for a whole file. Force-push all branches and tags, and have everyone clone again: https://github.com/newren/git-filter-repo
3. GitHub: ask https://support.github.com to remove old commits of pull requests and cached views. Check issues, comments, releases, artefacts and forks.
4. Copies elsewhere: ask search engines (https://search.google.com/search-console/remove-outdated-content, https://www.bing.com/webmasters/tools/contentremoval) and archives (info@archive.org, the UK Web Archive, the National Archives) to remove them. Emails and downloads cannot be recalled: write to their readers if the law asks for it.
`;

/** `toolkit redact`: removes a text or a page from every text file, with a public note that something was removed. */
export const run: Run<typeof REDACT> = async (options, io, given) => {
  const [words] = given;
  const {page, why, 'dry-run': isDry = false} = options;
  const hide = (text: string) => hideWords(text, words ?? '');
  try {
    if (given.length > 1) throw new ExitError(`${given.length} texts given, expected one`, 'Put all of it in quotes.');
    const planned = await planRedaction(await readTree(io.cwd), {words, page, why}, io.today);
    const terminal = terminalOf(io);
    if (isDry || terminal) io.stdout.write(hide(renderReport(planned, 'would be removed')));
    if (isDry) return 0;
    if (terminal) await requireAgreement(terminal, 'Remove this?');
    await commit(io.cwd, await putMailAside(io.cwd, planned.transaction));
    for (const place of GENERATED) await rm(path.join(io.cwd, place), {recursive: true, force: true, maxRetries: 3});
    io.stdout.write(hide(renderReport(planned, 'removed')) + NEXT_STEPS);
    return 0;
  } catch (error) {
    if (!(error instanceof ExitError)) throw error;
    const {message, fix, code} =
      error instanceof InvalidConfigurationError ? new InvalidConfigurationError(configurationProblems(error)) : error;
    throw new ExitError(hide(message), hide(fix), {code});
  }
};

/** Makes output safe to keep: names of files and messages may have the text. */
function hideWords(text: string, words: string): string {
  const places = isTooShort(words) ? [] : matcherOf(words).find(text);
  return places.reduceRight((shown, {start, end}) => `${shown.slice(0, start)}…${shown.slice(end)}`, text);
}

/** What a redaction does, and what an editor must look at. */
function renderReport({removed, editions, update}: PlannedRedaction, done: string): string {
  const [change] = update?.changes ?? [];
  const manual = Object.entries(removed.manual).filter(([, places]) => places.length > 0);
  const lines = [
    ...removed.files.map((file) => `${done}: ${file.path}`),
    ...[...removed.redacted.keys()].map((file) => `${done}: text in ${file}`),
    ...editions.map((name) => `edition ${name} says so on its pages`),
    update
      ? `public note, blog/${update.slug}.md: ${change?.note} Why: ${change?.why}`
      : 'no public note: no reader saw it',
    ...manual.flatMap(([title, places]) => ['', `${title}:`, ...places.map((place) => `  ${place}`)]),
  ];
  return `${lines.join('\n')}\n`;
}
