import {ISSUE_LABELS} from '../../src/content/issue-labels.ts';
import {doOnce, NO_RETRIES} from '../do-once.ts';
import type {Repository} from '../feedback-repository.ts';

const PER_PAGE = 100;

/**
 * Makes the labels that a repository lacks; one that is there stays as people have it. Done twice, it changes nothing.
 *
 * @returns the names of those that were made
 */
export async function makeLabels(repository: Repository): Promise<string[]> {
  const {github, place} = repository;
  const has = await namesIn(repository);
  const missing = ISSUE_LABELS.filter(({name}) => !has.has(name.toLowerCase()));
  for (const label of missing) {
    const post = () => github.request('POST /repos/{owner}/{repo}/labels', {...place, ...label, ...NO_RETRIES});
    const find = async () => (await namesIn(repository)).has(label.name.toLowerCase()) || undefined;
    await doOnce<unknown>(github, post, find);
  }
  return missing.map(({name}) => name);
}

/** GitHub takes `Feedback` and `feedback` for one name. */
async function namesIn({github, place}: Repository): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  for (let page = 1; ; page++) {
    const {data} = await github.request('GET /repos/{owner}/{repo}/labels', {...place, per_page: PER_PAGE, page});
    for (const {name} of data) names.add(name.toLowerCase());
    if (data.length < PER_PAGE) return names;
  }
}
