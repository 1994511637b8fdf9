import {listWords} from '../../src/format/nearest.ts';
import {ExitError} from '../../src/fs/exit-error.ts';
import type {Io} from '../../src/fs/io.ts';
import {findPublishableCommit} from '../../src/github/jobs/deploy/publishable-commit.ts';
import {sendUpdatesByEmail} from '../../src/github/jobs/email/send-updates.ts';
import {reportLinks} from '../../src/github/jobs/link-report/report.ts';
import {openProposal} from '../../src/github/jobs/proposal/open.ts';
import {receiveProposal} from '../../src/github/jobs/proposal/receive.ts';
import {openPublishRequest} from '../../src/github/jobs/publish-request/open.ts';
import {publishMode} from '../../src/github/jobs/publish-request/publish-mode.ts';
import {commentOnPullRequest} from '../../src/github/jobs/pull-request/comment.ts';
import {previewChangedPages} from '../../src/github/jobs/pull-request/preview-changed-pages.ts';
import type {JobName, Run} from '../commands.ts';

/** Returns what to print, each on a line. */
type Job = (word: string | undefined, env: NodeJS.ProcessEnv, io: Io) => Promise<string | string[]> | string;

const JOBS: {readonly [Name in JobName]: Job} = {
  'publishable-commit': (ref = 'HEAD', _, {cwd}) => findPublishableCommit({cwd, ref}),
  'report-links': needsFile('the folder with the ledger', reportLinks),
  'receive-proposal': (_, env, io) => receiveProposal(env, io),
  'open-proposal': (_, env, io) => openProposal(env, io),
  'open-publish-request': (_, env, io) => openPublishRequest(env, io),
  'publish-mode': (_, env, io) => publishMode(env, io),
  'send-updates-by-email': (_, env, io) => sendUpdatesByEmail(env, io),
  'preview-changed-pages': (ref = 'origin/main', _, io) => previewChangedPages(ref, io),
  'comment-on-pull-request': needsFile('the folder with the report', commentOnPullRequest),
};

function needsFile(what: string, job: (file: string, env: NodeJS.ProcessEnv, io: Io) => ReturnType<Job>): Job {
  return (file, env, io) => {
    if (!file) throw new ExitError(`no file or folder is named, expected ${what}`, 'Name it.');
    return job(file, env, io);
  };
}

/** `toolkit job <name>`: one step of a workflow, which reads the event and the token from the environment. */
export const run: Run<'job'> = async (_, io, [name, word]) => {
  if (name === undefined || !Object.hasOwn(JOBS, name)) {
    throw new ExitError(`no job is named, expected ${listWords(Object.keys(JOBS))}`, 'Name one of these.');
  }
  const printed = await JOBS[name as JobName](word, io.env ?? process.env, io);
  for (const line of [printed].flat()) io.stdout.write(`${line}\n`);
  return 0;
};
