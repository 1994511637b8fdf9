import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {LINK_FILE, type LinkLedger, readLedger} from '../../../content/link-ledger/link-ledger.ts';
import {ExitError} from '../../../io/cli/exit-error.ts';
import type {Io} from '../../../io/cli/io.ts';
import {connectToRepository} from '../../../io/github/github-client.ts';
import {jobGit, pushIndex} from '../../../io/github/job-git.ts';
import {START_CHECKS, upsertPullRequest} from '../../../io/github/open-pull-request.ts';
import {loadToolkit} from '../../../io/load-toolkit.ts';
import {commit} from '../../../io/transaction/commit.ts';
import {ledgerChanges} from '../classify-answer.ts';
import {externalLinks} from '../external-links.ts';

/** The branch with the newest ledger; no person works on it, and the next check of links continues from it. */
const LEDGER_BRANCH = 'links/ledger';
const TITLE = 'Update the results of the link check';

/**
 * Opens one pull request with what the weekly check of links found. Another job connected to the sites; this one has
 * write permission and accepts only a ledger from it.
 *
 * @returns sentences for the log
 * @throws {ExitError} with code 1 where the ledger is refused.
 */
export async function reportLinks(
  folder: string,
  env: NodeJS.ProcessEnv,
  {cwd, pace}: Pick<Io, 'cwd' | 'pace'>,
): Promise<string[]> {
  const {github, place} = connectToRepository({env, pace});
  const git = jobGit(cwd, env);
  const toolkit = await loadToolkit(cwd);
  const known = new Set(externalLinks(toolkit).map(({address}) => address));
  // The main branch may have lost a link since.
  const ledger = new Map([...readLedgerFolder(folder)].filter(([address]) => known.has(address)));
  const changes = ledgerChanges(toolkit.files, ledger);
  if (changes.length === 0) return ['The ledger has not changed.'];
  await commit(cwd, {command: 'link-report', changes});
  await git('add', '--all', '--', LINK_FILE);
  const fix = 'Check whether a rule of the repository keeps workflows from creating branches.';
  await pushIndex(git, LEDGER_BRANCH, TITLE, fix, '--force');
  const body = `Merge this pull request to show readers which sources no longer open. \`npm run review\` then lists them. It changes only \`${LINK_FILE}\`, and the weekly check replaces it until then. ${START_CHECKS}\n`;
  const wanted = {...place, head: LEDGER_BRANCH, base: 'main', title: TITLE, body};
  const {number, url} = await upsertPullRequest(github, wanted);
  return [`Pull request ${number} has the newest ledger: ${url}`];
}

/**
 * Reads the ledger that another job left in a folder. That job connected to any server on the web, so the file must be a
 * valid ledger; messages quote none of the content, because the log of a job understands commands.
 *
 * @throws {ExitError} where the folder contains anything else.
 */
function readLedgerFolder(folder: string): LinkLedger {
  const name = path.basename(LINK_FILE);
  const [entry, ...others] = readdirSync(folder, {withFileTypes: true});
  const isFile = entry?.name === name && entry.isFile() && others.length === 0;
  const ledger = isFile ? readLedger(readFileSync(path.join(folder, name), 'utf8')) : undefined;
  if (ledger) return ledger;
  throw new ExitError(
    `the folder of the ledger is not one with a valid \`${name}\` alone, expected only this file`,
    'Look at the run that made it, and start it again.',
    {code: 1},
  );
}
