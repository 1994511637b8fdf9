import {commandLine} from '../../../src/format/command-line.ts';
import {capitalise, count} from '../../../src/format/text.ts';
import {FEEDBACK_LABEL} from '../../../src/intake/feedback/feedback-labels.ts';
import {type FeedbackRecord, SINCE} from '../../../src/intake/feedback/feedback-record.ts';
import {feedbackSearch, issueUrl} from '../../../src/intake/feedback-link.ts';
import {compareText} from '../../../src/model/problem.ts';
import type {Toolkit} from '../../../src/model/toolkit.ts';
import {answeredFeedback} from '../../../src/model/updates/answered.ts';
import {
  type DashboardRow,
  type DashboardSection,
  ISSUE_FILE,
  literal,
  ownerLabel,
  saveIssue,
  waits,
} from './row-parts.ts';

/** Open feedback by page, those with most of it first; what readers wrote is not repeated here. */
export function feedbackSection(
  toolkit: Toolkit,
  today: string,
  records: readonly FeedbackRecord[] | undefined,
  leftOut = 0,
): DashboardSection {
  const [verb, are] = leftOut === 1 ? ['does', 'is'] : ['do', 'are'];
  const others = `${count(leftOut, 'issue')} of the list ${verb} not have the label \`${FEEDBACK_LABEL}\`, and ${are} not included.`;
  const ways = `\`${commandLine('status', '--feedback', 'issues.json')}\` reads exported issues, and \`${commandLine('status', '--live')}\` asks GitHub.`;
  const unseen = records ? (leftOut > 0 ? others : undefined) : `No feedback was given. ${ways}`;
  return {
    id: 'feedback',
    title: 'Feedback by page',
    about: 'Fix the page, or reply with the reason why it stays. Then close the issue: nothing closes it for you.',
    search: feedbackSearch(toolkit.config),
    rows: records && rowsOf(records, toolkit, today),
    ...(unseen !== undefined && {unseen}),
  };
}

function rowsOf(records: readonly FeedbackRecord[], toolkit: Toolkit, today: string): DashboardRow[] {
  const updates = toolkit.updates.map(({data}) => data);
  const answered = new Map(answeredFeedback(updates).map(({number, changes}) => [number, changes[0]?.slug]));
  const open = records.filter((record) => record.open).sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
  const byPage = [...Map.groupBy(open, ({page}) => page ?? '')].sort(
    ([a, some], [b, others]) => others.length - some.length || compareText(a, b),
  );
  return byPage.flatMap(([, group]) =>
    group.flatMap((record) => {
      const {number} = record;
      return number === undefined ? [] : [rowOf(record, number, answered.get(number), toolkit, today)];
    }),
  );
}

function rowOf(
  record: FeedbackRecord,
  number: number,
  slug: string | undefined,
  {config}: Toolkit,
  today: string,
): DashboardRow {
  const {page, title = 'Page not known', owner, received, personal, since, note} = record;
  const sentences = [
    personal.length > 0 && 'It may contain personal data: look at it first.',
    slug !== undefined && 'A published change answers it: close it if it is settled.',
    note !== undefined && `${literal(note)} answers it and waits to be published.`,
    page === undefined
      ? `Ask the reader for the address. Save it with ${saveIssue(number)} first.`
      : `${capitalise(SINCE[since.state])}.`,
    since.waits && 'One more change waits to be published.',
  ];
  return {
    group: title,
    title: `Number ${number}`,
    ...(page !== undefined && {id: page}),
    matter: sentences.filter((sentence) => typeof sentence === 'string').join(' '),
    ...(received !== undefined && waits(received, today)),
    owner: ownerLabel(config, owner),
    issue: {number, url: issueUrl(config, number)},
    command: commandFor(record, number, slug),
  };
}

/** The next command: for the note that waits, the update that answers it, or the page to fix. */
function commandFor({page, since, note}: FeedbackRecord, number: number, slug: string | undefined): string {
  if (note !== undefined) return commandLine('publish', '--dry-run');
  if (slug !== undefined) return commandLine('feedback', 'answered', slug);
  if (page === undefined) return commandLine('feedback', 'triage', ISSUE_FILE);
  if (since.file !== undefined) return commandLine('check', since.file);
  return commandLine('new', 'note', '--pages', page, '--answers', String(number));
}
