import {issueUrl} from '../../content/addresses/editor-links.ts';
import type {ToolkitConfig} from '../../content/schemas/toolkit-schema.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {link, text} from '../../format/markdown-nodes.ts';
import type {Io} from '../../io/cli/io.ts';
import {
  connectToRepository,
  GitHubError,
  listAll,
  NO_RETRIES,
  type Repository,
  retryIdempotent,
} from '../../io/github/github-client.ts';
import {type Issue, labelNames, listOpenIssues, messageOf, setLabels} from '../../io/github/issues.ts';
import {upsertComment} from '../../io/github/upsert-comment.ts';
import {ENGLISH} from '../../language/text.ts';
import type {ReviewSection} from '../../site/feature-hooks.ts';
import {ISSUE_LABELS, isOurs, labelsOf} from './labels.ts';
import {FEEDBACK_MARKER, renderReply} from './render-reply.ts';
import type {FeedbackRecord} from './triage.ts';

/** Gives an issue its one reply and its labels. A second run changes nothing. Returns what was done, in one line. */
export async function replyTo(
  {github, place}: Repository,
  issue: Issue,
  record: FeedbackRecord,
  config: ToolkitConfig,
): Promise<string> {
  const at = {...place, issue_number: issue.number};
  // The reply comes first: it warns a reader who named a person, even if a later request fails.
  const reply = await upsertComment(github, at, FEEDBACK_MARKER, () => renderReply(record, config));
  const has = labelNames(issue);
  const labels = labelsOf(record, config);
  const added = labels.filter((label) => !has.includes(label));
  const removed = has.filter((label) => isOurs(label, config) && !labels.includes(label));
  await setLabels(github, at, {added, removed});
  return `the comment was ${reply}, labels added: ${added.length}, removed: ${removed.length}`;
}

/** Comments on an issue once; `closed` if it is gone or locked. A rate limit has the status 403 too. */
export async function commentOnce({github, place}: Repository, number: number, marker: string, body: string) {
  try {
    return await upsertComment(github, {...place, issue_number: number}, marker, () => body);
  } catch (error) {
    const isClosed = error instanceof GitHubError && [403, 404, 410].includes(error.status) && !error.isRateLimited;
    if (!isClosed) throw error;
    return 'closed';
  }
}

/** Creates the labels that a repository lacks, and returns their names; existing labels stay as they are. */
export async function createLabels({github, place}: Repository): Promise<string[]> {
  const list = async () => {
    const labels = listAll((page) => github.request('GET /repos/{owner}/{repo}/labels', {...place, ...page}));
    // To GitHub `Feedback` and `feedback` are the same.
    return new Set(await Array.fromAsync(labels, ({name}) => name.toLowerCase()));
  };
  const has = await list();
  const missing = ISSUE_LABELS.filter(({name}) => !has.has(name.toLowerCase()));
  for (const label of missing) {
    const post = () => github.request('POST /repos/{owner}/{repo}/labels', {...place, ...label, ...NO_RETRIES});
    const find = async () => (await list()).has(label.name.toLowerCase()) || undefined;
    await retryIdempotent<unknown>(github, post, find);
  }
  return missing.map(({name}) => name);
}

/** The open issues with a label, the oldest first. What readers wrote is only on GitHub. */
export async function openIssues(title: string, label: string, {config}: Toolkit, io: Io): Promise<ReviewSection> {
  const issues = await listOpenIssues(connectToRepository(io, config.repository), label);
  const items = issues.map((issue) => {
    const {received} = messageOf(issue);
    const since = received === undefined ? [] : [text(`, since ${ENGLISH.format.day(received)}`)];
    return [link(issueUrl(config, issue.number) ?? '', [text(`Number ${issue.number}`)]), ...since];
  });
  return {title, about: 'Read and answer each on GitHub.', items};
}
