import type {LinkLedger} from '../../src/content/link-ledger/link-ledger.ts';
import {LINK_FOLDER, ledgerFiles} from '../../src/content/link-ledger/link-ledger.ts';
import type {StoredLedger} from '../../src/content/link-ledger/stored-ledger.ts';
import {commit} from '../../src/store/transaction/commit.ts';
import type {FileChange} from '../../src/store/transaction/file-change.ts';
import type {GitHub} from '../github-client.ts';
import {ExitError} from '../io.ts';
import type {Git} from '../job-git.ts';
import {findOpenPullRequest, openPullRequest} from '../open-pull-request.ts';
import {LEDGER_BRANCH} from './ledger-branch.ts';

const MAIN = 'main';
const TITLE = 'Remember what the links to other sites met';

/** Where the ledger goes, and what is said of it. */
interface Place {
  cwd: string;
  owner: string;
  repo: string;
  body: string;
}

/**
 * Puts a ledger onto the branch that is ours, on top of the main branch, and sees to it that one pull request asks for
 * it: the next run replaces what stands there. The files are written anew from what they mean.
 *
 * @returns what was done, in a sentence
 * @throws {ExitError} where the repository takes no branch, or no pull request, from a workflow.
 */
export async function putLedger(
  github: GitHub,
  git: Git,
  {cwd, owner, repo, body}: Place,
  {stored, ledger}: {stored: StoredLedger; ledger: LinkLedger},
): Promise<string> {
  await commit(cwd, {command: 'link-report', changes: changesTo(stored, ledger)});
  await git('add', '--all', '--', LINK_FOLDER);
  const tree = (await git('write-tree')).trim();
  if (tree === (await git('rev-parse', 'HEAD^{tree}')).trim()) return 'The ledger is as it was.';
  const made = (await git('commit-tree', tree, '-p', 'HEAD', '-m', TITLE)).trim();
  await git('push', '--quiet', '--no-verify', '--force', 'origin', `${made}:refs/heads/${LEDGER_BRANCH}`).catch(() => {
    throw new ExitError(
      `the repository refused the branch \`${LEDGER_BRANCH}\`, expected it to take one`,
      'Look whether a rule of the repository keeps workflows from making branches.',
    );
  });
  const wanted = {owner, repo, head: LEDGER_BRANCH};
  const there = await findOpenPullRequest(github, wanted);
  if (there) return `Pull request ${there.number} holds the newest ledger: ${there.url}`;
  const {number, url} = await openPullRequest(github, {...wanted, title: TITLE, base: MAIN, body});
  return `Pull request ${number} was opened: ${url}`;
}

function changesTo(stored: StoredLedger, ledger: LinkLedger): FileChange[] {
  const wanted = ledgerFiles(ledger);
  const gone = [...stored.files].filter(([path]) => !wanted.has(path));
  return [
    ...gone.map(([path, found]): FileChange => ({kind: 'remove', path, found})),
    ...[...wanted].map(
      ([path, content]): FileChange => ({kind: 'write', path, content, found: stored.files.get(path)}),
    ),
  ];
}
