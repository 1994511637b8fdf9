import {digestOf} from '../feedback/digest.ts';
import {tellLeftOut} from '../feedback/tell-left-out.ts';
import {issueUrl} from '../proposals/proposal-stages.ts';
import type {FeedbackRecord} from '../schemas/feedback-schema.ts';
import type {Toolkit} from '../toolkit.ts';
import {commandLine} from './command-line.ts';
import type {DeskRow, DeskSection} from './desk.ts';
import {ownerLabel} from './owner-label.ts';
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
  const others = tellLeftOut(leftOut);
  const more = others === undefined ? '' : ` ${others}`;
  const words = {
    id: 'feedback',
    title: 'Feedback by page',
    about: `Mend the page, or say in the conversation why it stays. Then close it: no machine does that.${more}`,
    none: `No feedback is open in what was looked at.${more}`,
  };
  if (!records) {
    const ways = `\`${commandLine('desk', '--feedback', 'issues.json')}\` reads issues that were exported, and \`${commandLine('desk', '--live')}\` asks GitHub.`;
    return {...words, rows: undefined, unseen: `No feedback was given, so nobody looked. ${ways}`};
  }
  const updates = toolkit.updates.map(({data}) => data);
  const {pages, answered} = digestOf(records, updates, today);
  const byNumber = new Map(records.map((record) => [record.number, record]));
  const rows = pages.flatMap(({numbers}) =>
    numbers.flatMap((number) => {
      const record = byNumber.get(number);
      return record ? [rowOf(record, number, {toolkit, today, isAnswered: answered.includes(number)})] : [];
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
  isAnswered: boolean;
}

function rowOf(record: FeedbackRecord, number: number, {toolkit, today, isAnswered}: Beside): DeskRow {
  const {page, title = NO_PAGE, owner, received, personal, since} = record;
  const told = [
    ...(personal.length > 0 ? ['It may hold personal data: look at it first.'] : []),
    ...(isAnswered ? ['A published change answers it: close what is settled.'] : []),
    page === undefined ? 'Ask the reader for the address.' : tellSince(since),
  ];
  return {
    group: title,
    title: `Number ${number}`,
    ...(page !== undefined && {id: page}),
    matter: told.join(' '),
    ...(received !== undefined && waits(received, today)),
    owner: ownerLabel(toolkit.config, owner),
    issue: {number, url: issueUrl(toolkit.config, number)},
    command: isAnswered
      ? commandLine('feedback', 'answered')
      : since.file !== undefined
        ? commandLine('check', since.file)
        : page === undefined
          ? commandLine('feedback', 'triage', 'event.json')
          : commandLine('new', 'note', '--pages', page, '--answers', String(number)),
  };
}
