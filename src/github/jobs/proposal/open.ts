import path from 'node:path';
import {ExitError} from '../../../fs/exit-error.ts';
import type {Git} from '../../../fs/git/merge-base.ts';
import type {Io} from '../../../fs/io.ts';
import {loadConfig} from '../../../fs/load-toolkit.ts';
import {readDocument} from '../../../fs/yaml/document.ts';
import {absoluteUrl} from '../../../model/routes/addresses.ts';
import {connectToGitHub, type GitHub} from '../../github-client.ts';
import {jobGit, pushIndex, requireBase} from '../../job-git.ts';
import {findOpenPullRequest, openPullRequest} from '../../open-pull-request.ts';
import {type PatchedFile, readPatch} from '../../read-patch.ts';
import {upsertComment, WORKFLOW_AUTHOR} from '../../upsert-comment.ts';
import {type ProposalResult, readResult} from './proposal-result.ts';
import {branchOf, readEvent} from './read-event.ts';
import {PROPOSAL_MARKER, renderComment, renderProposalBody} from './render-comments.ts';

const MAIN = 'main';

/**
 * Opens or updates the pull request of a proposal, and comments on the proposal. Another job made the page; this one
 * may write to GitHub, so it only runs the code of the main branch and treats the page and the result as data.
 *
 * @param folder contains `proposal.patch` and `proposal.json`
 * @returns a sentence for the log
 * @throws {ExitError} with code 1 where the patch or the result is refused.
 */
export async function openProposal(
  folder: string,
  env: NodeJS.ProcessEnv,
  {cwd, pace}: Pick<Io, 'cwd' | 'pace'>,
): Promise<string> {
  const {issue_number: number, ...repository} = readEvent(env.GITHUB_EVENT_PATH);
  const github = connectToGitHub(env, pace);
  const git = jobGit(cwd, env);
  const result = readResult(folder, number);
  await requireBase(git, env.BASE);
  await readPatch(git, path.join(folder, 'proposal.patch'), {
    rejectedFiles: rejectedProposalFiles,
    expected: 'only what a proposal becomes',
  });
  await requireOwnPage(git, result);
  const branch = branchOf(number);
  const title = `Proposal ${number}: a new case study`;
  const pushed = await pushBranch(git, branch, title);
  const config = loadConfig(cwd);
  const contributeUrl = absoluteUrl(config, config.contribute.to);
  const body = renderProposalBody({
    ...result,
    isSound: env.SOUND === 'true',
    isEdited: pushed === 'left to the editor who changed it',
    runUrl: `${env.GITHUB_SERVER_URL}/${repository.owner}/${repository.repo}/actions/runs/${env.GITHUB_RUN_ID}`,
    contributeUrl,
  });
  const pull = await upsertPullRequest(github, {...repository, title, head: branch, base: MAIN, body});
  const comment = renderComment({fields: result.fields, pull, contributeUrl, usualReply: config.usual_reply});
  const place = {...repository, issue_number: number};
  const done = await upsertComment(github, place, PROPOSAL_MARKER, () => comment);
  return `The branch \`${branch}\` was ${pushed}, with pull request ${pull.number}: ${pull.url}. The comment was ${done}.`;
}

/** The files of a proposal. */
const ALLOWED: readonly RegExp[] = [/^docs\/case-studies\/[a-z0-9-]+\.md$/, /^blog\/_pending\/[a-z0-9-]+\.md$/];

/** The files of a patch that do not belong to a proposal, which is one new page and one new note. */
export function rejectedProposalFiles(files: readonly PatchedFile[]): PatchedFile[] {
  const seen = new Set<RegExp>();
  return files.filter(({path: file, status, mode}) => {
    const allowed = ALLOWED.find((pattern) => pattern.test(file));
    if (!allowed || status !== 'A' || mode !== '100644' || seen.has(allowed)) return true;
    seen.add(allowed);
    return false;
  });
}

/** The page must be the one that the result is about, and name no other proposal as the source of its consent. */
async function requireOwnPage(git: Git, {page, issue}: ProposalResult): Promise<void> {
  const text = await git('show', `:${page}`).catch(() => undefined);
  const consent = text === undefined ? undefined : readDocument(page, text).document.frontMatter?.consent;
  const proposal = (consent as {proposal?: unknown} | undefined)?.proposal;
  if (text !== undefined && (consent === undefined || proposal === issue)) return;
  throw new ExitError(
    'the patch does not contain the page of this proposal',
    'Check the run that made the patch, and start it again.',
    {code: 1},
  );
}

/**
 * Commits git's index and pushes it as the branch of a proposal. A branch that an editor has changed stays as it is.
 */
async function pushBranch(
  git: Git,
  branch: string,
  message: string,
): Promise<'created' | 'replaced' | 'left as it was' | 'left to the editor who changed it'> {
  const ref = `refs/heads/${branch}`;
  const [there = ''] = (await git('ls-remote', 'origin', ref)).split(/\s/);
  if (there !== '') {
    await git('fetch', '--quiet', '--depth', '1', 'origin', there);
    if ((await git('log', '-1', '--format=%an', there)).trim() !== WORKFLOW_AUTHOR)
      return 'left to the editor who changed it';
    if ((await git('write-tree')) === (await git('rev-parse', `${there}^{tree}`))) return 'left as it was';
  }
  const fix =
    'Check whether the branch has changed meanwhile, or a rule keeps workflows from creating branches; then start again.';
  await pushIndex(git, branch, message, fix, `--force-with-lease=${ref}:${there}`);
  return there === '' ? 'created' : 'replaced';
}

/** The one pull request of a proposal; its text changes with the proposal, and not with the run that made it. */
async function upsertPullRequest(github: GitHub, wanted: Parameters<typeof openPullRequest>[1]) {
  const {owner, repo, title, body} = wanted;
  const found = await findOpenPullRequest(github, wanted);
  if (!found) return openPullRequest(github, wanted);
  if (withoutRun(found.body) === withoutRun(body)) return found;
  await github.request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
    owner,
    repo,
    pull_number: found.number,
    title,
    body,
  });
  return found;
}

function withoutRun(body: string): string {
  return body.replace(/\/actions\/runs\/\d+/g, '').trim();
}
