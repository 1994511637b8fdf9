import {findPublishableCommit} from '../src/app/jobs/deploy/publishable-commit.ts';
import {openPublishRequest, publishMode} from '../src/app/jobs/publish-request.ts';
import {commentOnPullRequest} from '../src/app/jobs/pull-request/comment.ts';
import {previewChangedPages} from '../src/app/jobs/pull-request/preview-changed-pages.ts';
import {FEATURES} from '../src/features/features.ts';
import {listWords} from '../src/format/nearest.ts';
import {ExitError} from '../src/io/cli/exit-error.ts';
import {type Job, requireFile} from '../src/site/feature-hooks.ts';
import type {CoreJob, Run} from './commands.ts';

const CORE: Readonly<Record<CoreJob, Job>> = {
  'publishable-commit': (ref = 'HEAD', _, {cwd}) => findPublishableCommit({cwd, ref}),
  'open-publish-request': (questions, env, io) => openPublishRequest(env, io, questions),
  'publish-mode': (_, env, io) => publishMode(env, io),
  'preview-changed-pages': (ref = 'origin/main', _, io) => previewChangedPages(ref, io),
  'comment-on-pull-request': (folder, env, io) =>
    commentOnPullRequest(requireFile(folder, 'the folder with the report'), env, io),
};

const JOBS: Readonly<Record<string, Job>> = Object.assign({}, CORE, ...FEATURES.map(({jobs}) => jobs));

/** `toolkit job <name>`: one step of a workflow, which reads the event and the token from the environment. */
export const run: Run<'job'> = async (_, io, [name = '', word]) => {
  const job = JOBS[name];
  if (!job) throw new ExitError(`no job is named, expected ${listWords(Object.keys(JOBS))}`, 'Name one of these.');
  const printed = await job(word, io.env ?? process.env, io);
  for (const line of [printed].flat()) io.stdout.write(`${line}\n`);
  return 0;
};
