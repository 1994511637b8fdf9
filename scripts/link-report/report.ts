import {byOwner} from '../../src/content/link-ledger/by-owner.ts';
import {linkProblems} from '../../src/content/link-ledger/link-problems.ts';
import {outsideLinks} from '../../src/content/link-ledger/outside-links.ts';
import {
  ISSUE_MARKER,
  ISSUE_TITLE,
  isToldIn,
  renderIssue,
  renderSettled,
} from '../../src/content/link-ledger/render-issue.ts';
import {storedLedger} from '../../src/content/link-ledger/stored-ledger.ts';
import {summariseLedger} from '../../src/content/link-ledger/summary.ts';
import {loadToolkit} from '../../src/store/load-toolkit.ts';
import {connectToGitHub, tellFailure} from '../github-client.ts';
import type {Io} from '../io.ts';
import {ExitError} from '../io.ts';
import {gitIn} from '../job-git.ts';
import {putIssue} from '../put-issue.ts';
import {putLedger} from './put-ledger.ts';
import {readLedgerFolder} from './read-ledger-folder.ts';
import {renderRequest} from './render-request.ts';

/**
 * Tells what the weekly check of links found: one issue, and one pull request with the ledger. Another job talked to the
 * sites; this one may write, and takes nothing from it but a ledger. What has to be said follows from that and from the
 * pages of the main branch.
 *
 * @returns the exit code: 0 told; 1 the ledger is refused; 2 could not run
 */
export async function reportLinks(
  folder: string | undefined,
  env: NodeJS.ProcessEnv,
  {stdout, stderr, ...world}: Pick<Io, 'cwd' | 'stdout' | 'stderr' | 'pace'>,
): Promise<number> {
  try {
    if (!folder) throw new ExitError('no folder is named, expected the one with the ledger', 'Name it.');
    for (const sentence of await report(folder, env, world)) stdout.write(`${sentence}\n`);
    return 0;
  } catch (error) {
    return tellFailure(error, {stderr});
  }
}

async function report(
  folder: string,
  env: NodeJS.ProcessEnv,
  {cwd, pace}: Pick<Io, 'cwd' | 'pace'>,
): Promise<string[]> {
  const github = connectToGitHub(env, pace);
  const [owner = '', repo = ''] = (env.GITHUB_REPOSITORY ?? '').split('/');
  const git = gitIn(cwd, env);
  const toolkit = await loadToolkit(cwd);
  const links = outsideLinks(toolkit);
  const known = new Set(links.map(({address}) => address));
  // The main branch may have lost a link since.
  const ledger = new Map([...readLedgerFolder(folder)].filter(([address]) => known.has(address)));

  const headUrl = `${env.GITHUB_SERVER_URL ?? 'https://github.com'}/${owner}/${repo}`;
  const runUrl = `${headUrl}/actions/runs/${env.GITHUB_RUN_ID}`;
  const headSha = (await git('rev-parse', 'HEAD')).trim();
  const summary = summariseLedger(ledger);
  const problems = linkProblems(links, ledger);
  const context = {headUrl, headSha, runUrl, summary};
  const isSettled = problems.length === 0;
  const body = isSettled ? renderSettled(context) : renderIssue(byOwner(problems, toolkit.config), context);
  const done = await putIssue(
    github,
    {owner, repo},
    {
      marker: ISSUE_MARKER,
      title: ISSUE_TITLE,
      body,
      isSettled,
      isToldIn: (earlier) => isToldIn(earlier, problems),
    },
  );
  const place = {cwd, owner, repo, body: renderRequest({runUrl, summary})};
  const sentence = await putLedger(github, git, place, {stored: storedLedger(toolkit.files), ledger});
  return [`The issue ${done}.`, sentence];
}

if (import.meta.main) {
  const io = {cwd: process.cwd(), stdout: process.stdout, stderr: process.stderr};
  process.exitCode = await reportLinks(process.argv[2], process.env, io);
}
