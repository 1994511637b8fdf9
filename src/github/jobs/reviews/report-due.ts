import type {Io} from '../../../fs/io.ts';
import {dueStandings, reviewStandings} from '../../../model/reviews/review-standings.ts';
import type {Toolkit} from '../../../model/toolkit.ts';
import {connectToRepository} from '../../feedback-repository.ts';
import {upsertIssue} from '../../upsert-issue.ts';
import {
  DUE_MARKER,
  DUE_TITLE,
  dueByOwner,
  isDueListedIn,
  renderDue,
  renderDueIssue,
  renderNothingDue,
} from './due-report.ts';

/**
 * Lists the pages that are due for review; with `apply` also in one issue on GitHub, which is closed once no page is
 * due.
 *
 * @returns the exit code 0
 * @throws {GitHubError} if GitHub rejects the issue.
 */
export async function reportDue(toolkit: Toolkit, apply: boolean, io: Io): Promise<number> {
  const {config} = toolkit;
  const groups = dueByOwner(dueStandings(toolkit, io.today), config);
  io.stdout.write(renderDue(groups, reviewStandings(toolkit, io.today)));
  if (!apply) return 0;
  const {github, place} = connectToRepository(io, config.repository);
  const isSettled = groups.length === 0;
  const ids = new Set(groups.map(({id}) => id));
  const done = await upsertIssue(github, place, {
    marker: DUE_MARKER,
    title: DUE_TITLE,
    body: isSettled ? renderNothingDue() : renderDueIssue(groups, config),
    isSettled,
    assignees: config.owners.filter(({id}) => ids.has(id)).flatMap(({assignees = []}) => assignees),
    isListedIn: (earlier) => isDueListedIn(earlier, groups, config),
  });
  io.stdout.write(`The issue ${done}.\n`);
  return 0;
}
