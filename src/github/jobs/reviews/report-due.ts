import type {Io} from '../../../fs/io.ts';
import {dueStandings, reviewStandings} from '../../../model/reviews/review-standings.ts';
import type {Toolkit} from '../../../model/toolkit.ts';
import {connectToGitHub} from '../../github-client.ts';
import {putIssue} from '../../upsert-issue.ts';
import {
  DUE_MARKER,
  DUE_TITLE,
  dueByOwner,
  isDueToldIn,
  renderDue,
  renderDueIssue,
  renderNothingDue,
} from './due-report.ts';

/**
 * Tells which pages are to be checked: here, or with `apply` to the roles that look after them, in one issue that is
 * replaced where it stands and closed once no page is left.
 *
 * @returns the exit code: 0 told; 2 GitHub could not be told
 */
export async function tellDue(toolkit: Toolkit, apply: boolean, io: Io): Promise<number> {
  const {config} = toolkit;
  const groups = dueByOwner(dueStandings(toolkit, io.today), config);
  io.stdout.write(renderDue(groups, reviewStandings(toolkit, io.today)));
  if (!apply) return 0;
  const env = io.env ?? process.env;
  const [owner = '', repo = ''] = (env.GITHUB_REPOSITORY ?? config.repository).split('/');
  const isSettled = groups.length === 0;
  const ids = new Set(groups.map(({id}) => id));
  const done = await putIssue(
    connectToGitHub(env, io.pace),
    {owner, repo},
    {
      marker: DUE_MARKER,
      title: DUE_TITLE,
      body: isSettled ? renderNothingDue() : renderDueIssue(groups, config),
      isSettled,
      assignees: config.owners.filter(({id}) => ids.has(id)).flatMap(({assignees = []}) => assignees),
      isToldIn: (earlier) => isDueToldIn(earlier, groups, config),
    },
  );
  io.stdout.write(`The issue ${done}.\n`);
  return 0;
}
