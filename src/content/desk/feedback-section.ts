import {answeredFeedback} from '../feedback/answered.ts';
import {FEEDBACK_LABEL} from '../feedback/feedback-labels.ts';
import {feedbackSearch, issueUrl} from '../feedback-link.ts';
import {compareText} from '../problem.ts';
import {count} from '../report/sections.ts';
import type {FeedbackRecord} from '../schemas/feedback-schema.ts';
import type {Toolkit} from '../toolkit.ts';
import {commandLine} from './command-line.ts';
import type {DeskRow, DeskSection} from './desk.ts';
import {literal} from './literal.ts';
import {ownerLabel} from './owner-label.ts';
import {ISSUE_FILE, saveIssue} from './save-issue.ts';
import {waits} from './waits.ts';

const NO_PAGE = 'On no page that is known';

const SINCE: Readonly<Record<FeedbackRecord['since']['state'], string>> = {
  same: 'The page says what it said then.',
  changed: 'The page has changed since.',
  waits: 'A change of the page waits to be published.',
  unknown: 'Whether the page has changed since, nobody can tell.',
  gone: 'The page is gone.',
  unread: 'Its file cannot be read: mend it first.',
};

/** Open feedback by page, those with most of it first; what readers wrote is not repeated here. */
export function feedbackSection(
  toolkit: Toolkit,
  today: string,
  records: readonly FeedbackRecord[] | undefined,
  leftOut = 0,
): DeskSection {
  const has = leftOut === 1 ? 'does' : 'do';
  const others = ` ${count(leftOut, 'issue')} of the list ${has} not have the label \`${FEEDBACK_LABEL}\`, and ${leftOut === 1 ? 'is' : 'are'} not included.`;
  const more = leftOut === 0 ? '' : others;
  const words = {
    id: 'feedback',
    title: 'Feedback by page',
    about: `Fix the page, or say in the conversation why it stays. Then close it: no machine does that. All open feedback: \`${feedbackSearch(toolkit.config)}\`.${more}`,
    none: `No feedback is open in what was looked at.${more}`,
  };
  if (!records) {
    const ways = `\`${commandLine('desk', '--feedback', 'issues.json')}\` reads issues that were exported, and \`${commandLine('desk', '--live')}\` asks GitHub.`;
    return {
      ...words,
      rows: undefined,
      unseen: `No feedback was given, so nobody looked. ${ways} All open feedback: \`${feedbackSearch(toolkit.config)}\`.`,
    };
  }
  const updates = toolkit.updates.map(({data}) => data);
  const answered = new Map(answeredFeedback(updates).map(({number, changes}) => [number, changes[0]?.slug]));
  const open = records.filter((record) => record.open).sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
  const byPage = [...Map.groupBy(open, ({page}) => page ?? '')].sort(
    ([a, some], [b, others]) => others.length - some.length || compareText(a, b),
  );
  const rows = byPage.flatMap(([, group]) =>
    group.flatMap((record) => {
      const {number} = record;
      return number === undefined ? [] : [rowOf(record, number, {toolkit, today, slug: answered.get(number)})];
    }),
  );
  return {...words, rows};
}

function tellSince({state, day, waits: isMore}: FeedbackRecord['since']): string {
  const told = state === 'changed' && day !== undefined ? 'The page has changed on that day or since.' : SINCE[state];
  return isMore ? `${told} One more change waits to be published.` : told;
}

interface Beside {
  toolkit: Toolkit;
  today: string;
  /** The newest update that answers it. */
  slug: string | undefined;
}

function rowOf(record: FeedbackRecord, number: number, {toolkit, today, slug}: Beside): DeskRow {
  const {page, title = NO_PAGE, owner, received, personal, since, note} = record;
  const told = [
    ...(personal.length > 0 ? ['It may hold personal data: look at it first.'] : []),
    ...(slug !== undefined ? ['A published change answers it: close what is settled.'] : []),
    ...(note === undefined ? [] : [`${literal(note)} answers it and waits to be published.`]),
    page === undefined ? `Ask the reader for the address. Save it with ${saveIssue(number)} first.` : tellSince(since),
  ];
  return {
    group: title,
    title: `Number ${number}`,
    ...(page !== undefined && {id: page}),
    matter: told.join(' '),
    ...(received !== undefined && waits(received, today)),
    owner: ownerLabel(toolkit.config, owner),
    issue: {number, url: issueUrl(toolkit.config, number)},
    command: commandFor(record, number, slug),
  };
}

/** What an editor types: the note that waits, the update that answers it, the page that is to be mended. */
function commandFor({page, since, note}: FeedbackRecord, number: number, slug: string | undefined): string {
  if (note !== undefined) return commandLine('publish', '--dry-run');
  if (slug !== undefined) return commandLine('feedback', 'answered', slug);
  if (page === undefined) return commandLine('feedback', 'triage', ISSUE_FILE);
  if (since.file !== undefined) return commandLine('check', since.file);
  return commandLine('new', 'note', '--pages', page, '--answers', String(number));
}
