import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {recordOf} from '../../src/content/proposals/proposal-files.ts';
import type {ReachedStage} from '../../src/content/proposals/stages-in-order.ts';
import type {Proposal} from '../../src/content/schemas/proposal-schema.ts';
import {proposalSchema} from '../../src/content/schemas/proposal-schema.ts';
import {ExitError} from '../io.ts';
import type {Git} from '../job-git.ts';

/** What happened to the branch of a proposal, and whether nobody else has written to it. */
export interface Pushed {
  done: 'made' | 'renewed' | 'record renewed' | 'left as it was';
  isOurs: boolean;
}

const BOT = 'github-actions[bot]';

interface Wanted {
  branch: string;
  message: string;
  /** The path of the record, and what it says now. */
  record: {path: string; proposal: Proposal};
  /** Whether the index holds the page too; without it, what the branch holds stays. */
  hasPage: boolean;
}

/**
 * Commits git's index and pushes it as the branch of a proposal; no folder is touched and no hook runs. Where the branch
 * is there and somebody else has written to it, nothing of theirs is touched: the record alone is brought up to date.
 */
export async function pushBranch(git: Git, {branch, message, record, hasPage}: Wanted): Promise<Pushed> {
  const ref = `refs/heads/${branch}`;
  const [there = ''] = (await git('ls-remote', 'origin', ref)).split(/\s/);
  let parent = 'HEAD';
  let done: Pushed['done'] = 'made';
  let isOurs = true;
  let before: Proposal | undefined;
  if (there !== '') {
    await git('fetch', '--quiet', '--depth', '1', 'origin', there);
    isOurs = (await git('log', '-1', '--format=%an', there)).trim() === BOT;
    const isKept = !isOurs || !hasPage;
    done = isKept ? 'record renewed' : 'renewed';
    if (isKept) parent = there;
    before = await git('show', `${there}:${record.path}`).then(parseRecord, () => undefined);
    if (isKept) await git('read-tree', there);
  }
  await putRecord(git, record.path, keepDays(record.proposal, before, parent === there));
  const tree = (await git('write-tree')).trim();
  if (there !== '' && tree === (await git('rev-parse', `${there}^{tree}`)).trim())
    return {done: 'left as it was', isOurs};
  const commit = (await git('commit-tree', tree, '-p', parent, '-m', message)).trim();
  const lease = `--force-with-lease=${ref}:${there}`;
  await git('push', '--quiet', '--no-verify', lease, 'origin', `${commit}:${ref}`).catch(() => {
    throw new ExitError(
      `the repository refused the branch \`${branch}\`, expected it to take one`,
      'Look whether somebody wrote to it meanwhile, or a rule keeps workflows from making branches; then start again.',
    );
  });
  return {done, isOurs};
}

function parseRecord(text: string): Proposal | undefined {
  try {
    return proposalSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/**
 * A stage that the branch has on record keeps the day it has there. Where the page there is another than the one that
 * was judged, completeness stays too.
 */
function keepDays(proposal: Proposal, before: Proposal | undefined, isKept: boolean): Proposal {
  const {stages = [], ...rest} = proposal;
  const all = isKept ? [...stages, ...(before?.stages ?? [])] : stages;
  const complete = all.find(({stage}) => stage === 'complete');
  const isNew = ({stage}: ReachedStage) => !before?.stages?.some((known) => known.stage === stage);
  return recordOf({
    ...rest,
    earlier: before,
    isComplete: complete !== undefined,
    reached: stages.filter(isNew),
    today: complete?.on ?? '',
  });
}

async function putRecord(git: Git, file: string, proposal: Proposal): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'proposal-'));
  try {
    const target = path.join(folder, 'record.json');
    writeFileSync(target, `${JSON.stringify(proposal, undefined, 2)}\n`);
    const blob = (await git('hash-object', '-w', '--no-filters', target)).trim();
    await git('update-index', '--add', '--cacheinfo', `100644,${blob},${file}`);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
