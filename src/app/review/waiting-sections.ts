import type {PhrasingContent} from 'mdast';
import {dueText} from '../../changes/reviews/review-labels.ts';
import {dueStandings} from '../../changes/reviews/review-standings.ts';
import {explainUnread, unreadFiles} from '../../content/files/unread-files.ts';
import {storedLedger} from '../../content/link-ledger/link-ledger.ts';
import {renderPlace} from '../../content/problem.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {issueUrl} from '../../features/feedback/feedback-link.ts';
import {FEEDBACK_LABEL, PROPOSAL_LABEL} from '../../features/feedback/labels.ts';
import {externalLinks} from '../../features/outside-links/external-links.ts';
import {linkProblems} from '../../features/outside-links/link-problems.ts';
import {code, link, strong, text, toPhrasing} from '../../format/markdown-nodes.ts';
import {count} from '../../format/text.ts';
import type {Io} from '../../io/cli/io.ts';
import {connectToRepository, listOpenIssues} from '../../io/github/feedback-repository.ts';
import {messageOf} from '../../io/github/issue-schema.ts';
import {ENGLISH} from '../../language/text.ts';
import {storedBaseline} from '../../rules/baseline.ts';

/** What of one kind waits for editors. */
export interface Section {
  title: string;
  /** What to do with the items; commands are in backticks. */
  about: string;
  items: PhrasingContent[][];
}

/** Everything in the files of a toolkit that waits for editors on a day, besides changes and their notes. */
export function waitingSections(toolkit: Toolkit, today: string): Section[] {
  const unread = unreadFiles(toolkit);
  const roles = new Map(toolkit.config.owners.map(({id, label}) => [id, label]));
  const ledger = storedLedger(toolkit.files).entries;
  return [
    {
      title: 'Files that cannot be read',
      about: explainUnread(unread.length),
      items: unread.map((path) => [code(path)]),
    },
    {
      title: 'Reviews overdue or due within a month',
      about: 'Read each page against its sources, then record it with `npm run review -- --done <page>`.',
      items: dueStandings(toolkit, today).map((standing) => [
        strong(toPhrasing(standing.page.title)),
        text(' '),
        code(standing.page.id),
        text(`: ${dueText(standing)}, ${roles.get(standing.page.owner) ?? standing.page.owner}`),
      ]),
    },
    {
      title: 'Links that no longer open, or have moved',
      about: 'Change the link, then write a note.',
      items: linkProblems(externalLinks(toolkit), ledger).map(({path, place, problem, fix}) => [
        code(renderPlace(path, place)),
        text(': '),
        ...toPhrasing(`${problem}. ${fix}`),
      ]),
    },
    {
      title: 'Known problems',
      about: 'Their number may only fall. Fix some, then run `npm run check -- --fix`.',
      items: Object.entries(storedBaseline(toolkit.files).baseline).map(([path, rules]) => [
        code(path),
        ...Object.entries(rules).flatMap(([rule, many], index) => [
          text(`${index === 0 ? ': ' : ', '}${count(many, 'problem')} of `),
          code(rule),
        ]),
      ]),
    },
  ];
}

/** Open feedback and proposals, the oldest first. What readers wrote is only on GitHub. */
export async function issueSections({config}: Toolkit, io: Io): Promise<Section[]> {
  const repository = connectToRepository(io, config.repository);
  const labels = {Feedback: FEEDBACK_LABEL, Proposals: PROPOSAL_LABEL};
  return Promise.all(
    Object.entries(labels).map(async ([title, label]) => ({
      title,
      about: 'Read and answer each on GitHub.',
      items: (await listOpenIssues(repository, label)).map((issue) => {
        const {received} = messageOf(issue);
        const since = received === undefined ? [] : [text(`, since ${ENGLISH.format.day(received)}`)];
        return [link(issueUrl(config, issue.number), [text(`Number ${issue.number}`)]), ...since];
      }),
    })),
  );
}
