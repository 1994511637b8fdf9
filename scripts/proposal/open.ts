import {statSync} from 'node:fs';
import path from 'node:path';
import {caseStudyProposalForm} from '../../src/content/issue-forms/case-study-proposal-form.ts';
import {absoluteUrl} from '../../src/content/links/addresses.ts';
import {PROPOSALS_ADDRESS} from '../../src/content/proposals/proposal-rows.ts';
import {stageOf} from '../../src/content/proposals/proposal-stages.ts';
import {readSubmission} from '../../src/content/proposals/submission.ts';
import type {ToldField} from '../../src/content/proposals/tell-author.ts';
import {waitsFor} from '../../src/content/proposals/tell-author.ts';
import type {Proposal} from '../../src/content/schemas/proposal-schema.ts';
import {proposalSchema} from '../../src/content/schemas/proposal-schema.ts';
import type {Toolkit} from '../../src/content/toolkit.ts';
import {loadToolkit} from '../../src/store/load-toolkit.ts';
import type {GitHub} from '../github-client.ts';
import {connectToGitHub, tellFailure} from '../github-client.ts';
import type {Io} from '../io.ts';
import {ExitError} from '../io.ts';
import type {Git} from '../job-git.ts';
import {gitIn} from '../job-git.ts';
import {missingAnswers} from '../missing-answers.ts';
import {findOpenPullRequest, openPullRequest} from '../open-pull-request.ts';
import {putComment} from '../put-comment.ts';
import {takePatch} from '../take-patch.ts';
import {branchOf, heldBackOf} from './held-back.ts';
import {judgePatch} from './judge-patch.ts';
import {pushBranch} from './push-branch.ts';
import type {LabelledEvent} from './read-event.ts';
import {readEvent} from './read-event.ts';
import type {Told} from './render-proposal.ts';
import {PROPOSAL_MARKER, renderBody, renderComment} from './render-proposal.ts';
import {setLabels} from './set-labels.ts';
import {toldFields} from './told-fields.ts';

const MAIN = 'main';

/**
 * Opens the pull request of a proposal, or brings it up to date, and tells whoever sent it what is missing. Another job
 * made the file and ran it; this one may write, so it runs the files of the main branch alone and takes the patch as data.
 *
 * @param folder holds `proposal.patch` and `report.json`
 * @returns the exit code: 0 done; 1 the patch or the report is refused; 2 could not run
 */
export async function openProposal(
  folder: string | undefined,
  env: NodeJS.ProcessEnv,
  {stdout, stderr, ...world}: Pick<Io, 'cwd' | 'today' | 'stdout' | 'stderr' | 'pace'>,
): Promise<number> {
  try {
    if (!folder) throw new ExitError('no folder is named, expected the one with the patch', 'Name it.');
    stdout.write(`${await open(folder, env, world)}\n`);
    return 0;
  } catch (error) {
    return tellFailure(error, {stderr});
  }
}

async function open(
  folder: string,
  env: NodeJS.ProcessEnv,
  {cwd, today, pace}: Pick<Io, 'cwd' | 'today' | 'pace'>,
): Promise<string> {
  const {event, text} = readEvent(env.GITHUB_EVENT_PATH);
  const {number} = event.issue;
  const {name: repo, owner} = event.repository;
  const place = {owner: owner.login, repo, issue_number: number};
  const github = connectToGitHub(env, pace);
  const git = gitIn(cwd, env);
  const patch = path.join(folder, 'proposal.patch');
  if (statSync(patch, {throwIfNoEntry: false})?.size === 0) {
    const held = await commentOnHeldBack(await loadToolkit(cwd), event, text, {cwd, today});
    if (held === undefined) return 'Nothing has changed, and nothing is said.';
    return `Nothing has changed. The comment was ${await putComment(github, place, PROPOSAL_MARKER, () => held)}.`;
  }
  await requireBase(git, env.BASE);
  const files = await takePatch(git, patch, {judgePatch, expected: 'only what a proposal becomes'});
  const found = await readRecord(git, files.find(({path: file}) => file.startsWith('ledgers/'))?.path, number);
  const page = files.find(({path: file}) => file.startsWith('docs/'))?.path;
  const toolkit = await loadToolkit(cwd);
  const {fields, isSound, duplicates, unplaced} = await toldFields({
    folder,
    page,
    git,
    event: text,
    toolkit,
    cwd,
    today,
  });
  // Of a record alone the job that made it is the judge: what is asked of its author here says no more than that.
  const record = {...found, proposal: asReported(found.proposal, page ? fields : [], isSound)};
  const branch = branchOf(number);
  const title = page ? `Proposal ${number}: a new case study` : `Proposal ${number}: where it stands`;
  const {done: pushed, isOurs} = await pushBranch(git, {branch, message: title, record, hasPage: page !== undefined});
  const told: Omit<Told, 'pull'> = {
    issue: number,
    page,
    stage: stageOf(record.proposal).stage,
    waitsFor: record.proposal.waits_for,
    heldBack: heldBackOf(record.proposal, namesOf(event), today),
    fields,
    isSound,
    duplicates,
    unplaced,
    runUrl: `${env.GITHUB_SERVER_URL}/${owner.login}/${repo}/actions/runs/${env.GITHUB_RUN_ID}`,
    proposalsUrl: absoluteUrl(toolkit.config, PROPOSALS_ADDRESS),
  };
  const body = renderBody({...told, pull: undefined});
  const wanted = {owner: owner.login, repo, title, head: branch, base: MAIN, body};
  const pull = await putPullRequest(github, wanted, isOurs && pushed !== 'record renewed');
  const comment = renderComment({...told, pull: page ? pull : undefined});
  const done = await putComment(github, place, PROPOSAL_MARKER, () => comment);
  await setLabels(github, place, told.stage);
  return `The branch \`${branch}\` was ${pushed}, with pull request ${pull.number}: ${pull.url}. The comment was ${done}.`;
}

/** What was checked, built and tested must be what is proposed. */
async function requireBase(git: Git, base: string | undefined): Promise<void> {
  if ((await git('rev-parse', 'HEAD')).trim() === base) return;
  throw new ExitError(
    'the main branch has changed since the checks, expected the commit that was checked',
    'Start the workflow again.',
  );
}

/** The record as the patch leaves it: it must stand for the issue that was labelled. */
async function readRecord(
  git: Git,
  file: string | undefined,
  issue: number,
): Promise<{path: string; proposal: Proposal}> {
  const text = file === undefined ? '{}' : await git('show', `:${file}`);
  const proposal = proposalSchema.safeParse(parse(text)).data;
  if (file !== undefined && proposal?.issue === issue) return {path: file, proposal};
  throw new ExitError(
    'the patch holds no record of this proposal, expected one',
    'Look at the run that made the patch, and start it again.',
    1,
  );
}

/** What is said of a label that tells a stage too early, where nothing else has changed. */
async function commentOnHeldBack(
  toolkit: Toolkit,
  event: LabelledEvent,
  text: string,
  world: Pick<Io, 'cwd' | 'today'>,
): Promise<string | undefined> {
  const proposal = toolkit.proposals.find(({data}) => data.issue === event.issue.number)?.data;
  const heldBack = proposal ? heldBackOf(proposal, namesOf(event), world.today) : [];
  if (!proposal || heldBack.length === 0) return undefined;
  const submission = readSubmission(text, caseStudyProposalForm(toolkit.config), world.today);
  return renderComment({
    stage: stageOf(proposal).stage,
    waitsFor: proposal.waits_for,
    heldBack,
    fields: await missingAnswers(toolkit, submission, world),
    pull: undefined,
    proposalsUrl: absoluteUrl(toolkit.config, PROPOSALS_ADDRESS),
  });
}

function namesOf({issue}: LabelledEvent): string[] {
  return issue.labels.map(({name}) => name);
}

/** The check of the whole toolkit is the judge: what it finds missing is not complete, and no later stage stands. */
function asReported(proposal: Proposal, fields: readonly ToldField[], isSound: boolean): Proposal {
  const isMissing = !isSound || fields.some(({needed}) => needed.length > 0);
  if (!isMissing) return proposal;
  const {stages = [], criteria, waits_for: known, ...rest} = proposal;
  const left = stages.filter(({stage}) => stage === 'withdrawn');
  const waits = fields.length > 0 ? waitsFor(fields) : (known ?? 'editor');
  return {...rest, ...(left.length > 0 && {stages: left}), waits_for: waits, ...(criteria && {criteria})};
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The one pull request of a proposal; its words are renewed with its file, or later, where that had failed. */
async function putPullRequest(github: GitHub, wanted: Parameters<typeof openPullRequest>[1], isRenewed: boolean) {
  const {owner, repo, title, body} = wanted;
  const found = await findOpenPullRequest(github, wanted);
  if (!found) return openPullRequest(github, wanted);
  if (!isRenewed || withoutRun(found.body) === withoutRun(body)) return found;
  await github.request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
    owner,
    repo,
    pull_number: found.number,
    title,
    body,
  });
  return found;
}

/** What is said of a proposal, whichever run says it. */
function withoutRun(body: string): string {
  return body.replace(/\/actions\/runs\/\d+/g, '').trim();
}

if (import.meta.main) {
  const today = process.env.TOOLKIT_TODAY ?? new Date().toISOString().slice(0, 10);
  const io = {cwd: process.cwd(), today, stdout: process.stdout, stderr: process.stderr};
  process.exitCode = await openProposal(process.argv[2], process.env, io);
}
