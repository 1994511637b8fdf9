import {listWords} from '../../src/format/nearest.ts';
import {ExitError} from '../../src/fs/exit-error.ts';
import type {Io} from '../../src/fs/io.ts';
import {printPublishableCommit} from '../../src/github/jobs/deploy/publishable-commit.ts';
import {sendUpdatesByEmail} from '../../src/github/jobs/email/send-updates.ts';
import {reportLinks} from '../../src/github/jobs/link-report/report.ts';
import {openProposal} from '../../src/github/jobs/proposal/open.ts';
import {receiveProposal} from '../../src/github/jobs/proposal/receive.ts';
import {openPublishRequest} from '../../src/github/jobs/publish-request/open.ts';
import {printPublishMode} from '../../src/github/jobs/publish-request/publish-mode.ts';
import {commentOnPullRequest} from '../../src/github/jobs/pull-request/comment.ts';
import {previewChangedPages} from '../../src/github/jobs/pull-request/preview-changed-pages.ts';
import type {JobName, Run} from '../commands.ts';

type Job = (word: string | undefined, env: NodeJS.ProcessEnv, io: Io) => Promise<number>;

const JOBS: {readonly [Name in JobName]: Job} = {
  'publishable-commit': printPublishableCommit,
  'report-links': reportLinks,
  'receive-proposal': (_, env, io) => receiveProposal(env, io),
  'open-proposal': openProposal,
  'open-publish-request': openPublishRequest,
  'publish-mode': printPublishMode,
  'send-updates-by-email': sendUpdatesByEmail,
  'preview-changed-pages': previewChangedPages,
  'comment-on-pull-request': commentOnPullRequest,
};

/** `toolkit job <name>`: one step of a workflow, which reads the event and the token from the environment. */
export const run: Run<'job'> = async (_, io, [name, word]) => {
  if (name === undefined || !Object.hasOwn(JOBS, name)) {
    throw new ExitError(`no job is named, expected ${listWords(Object.keys(JOBS))}`, 'Name one of these.');
  }
  return JOBS[name as JobName](word, io.env ?? process.env, io);
};
