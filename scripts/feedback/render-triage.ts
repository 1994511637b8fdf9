import {commandLine} from '../../src/format/command-line.ts';
import {type ChangesSince, type FeedbackRecord, SINCE} from '../../src/intake/feedback/feedback-record.ts';
import {renderFeedbackComment} from '../../src/intake/feedback/render-feedback-comment.ts';
import {ENGLISH} from '../../src/language/text.ts';
import type {ToolkitConfig} from '../../src/model/schemas/toolkit-schema.ts';

/** Control and invisible characters, which could disturb a terminal. */
const HIDDEN_RE = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** What an editor needs to know, and the reply to the reader. */
export function renderTriage(record: FeedbackRecord, config: ToolkitConfig): string {
  const {number, received, title, page, named, edition, owner, since, personal, labels, assignees, words} = record;
  const role = config.owners.find(({id}) => id === owner);
  const several = named?.map((one) => `${one.title} (\`${one.page}\`)`).join(', ');
  const about =
    page === undefined
      ? several === undefined
        ? 'no known page'
        : `one or all of these: ${several}`
      : `${title} (\`${page}\`, ${edition})`;
  const facts = [
    `Received: ${received === undefined ? 'on an unknown day' : ENGLISH.format.day(received)}`,
    `For: ${role?.label} (${role?.team})${assignees.length > 0 ? `, assigned to ${assignees.join(', ')}` : ''}`,
    `Since: ${page === undefined ? 'no page, so nothing to compare' : describeSince(since)}`,
    ...since.differences.map(({label: update, address}) => `  ${update}: ${address}`),
    ...(since.waits ? ['  Another change of it waits to be published.'] : []),
    ...(personal.length > 0 ? [`May contain personal data: ${personal.join(', ')}`] : []),
    `Labels: ${labels.join(', ')}`,
  ];
  return [
    [`Feedback${number === undefined ? '' : ` ${number}`} on ${about}`, ...facts].join('\n'),
    `What the reader wrote:\n\n${quote(words)}`,
    ...(canAnswer(record) ? [`The comment:\n\n${renderFeedbackComment(record, config).trimEnd()}`] : []),
    `Next: ${personalFirst(record)}${whatNext(record)}\n`,
  ].join('\n\n');
}

function describeSince({state, day}: ChangesSince): string {
  if (day === undefined || state === 'waits') return SINCE[state];
  const on = ENGLISH.format.day(day);
  return state === 'changed'
    ? `the page has changed on ${on}, the day of the feedback, or later`
    : `no update has changed the page since ${on}, the day of the feedback`;
}

/** What the reader wrote, as a quotation without characters that disturb a terminal. */
function quote(words: string): string {
  if (words.trim() === '') return '> (nothing)';
  return words
    .replace(HIDDEN_RE, '')
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

/** The step that comes before all others. */
function personalFirst({personal}: FeedbackRecord): string {
  if (personal.length === 0) return '';
  return 'deal with the personal data first: ask the reader to remove it, or edit their text and delete the earlier versions. Then ';
}

/** The next step for an editor. */
function whatNext({number, page, named, since, words, answered, note: waiting}: FeedbackRecord): string {
  if (since.state === 'unread') {
    return `fix \`${since.file}\`: \`${commandLine('check', since.file ?? '')}\` says what is wrong with it. Then run this command again.`;
  }
  if (waiting !== undefined) {
    return `\`${waiting}\` answers it and waits: run \`${commandLine('publish', '--dry-run')}\` to see what readers will read, and publish it. A comment then names the update.`;
  }
  if (answered.length > 0) return 'a published change answers it: close the issue once it is settled.';
  if (words.trim() === '') return 'wait for an answer: the comment asks what was meant.';
  if (named) return 'wait for an answer: the comment asks which page is meant. If the text shows it, fix that page.';
  if (page === undefined || since.state === 'gone') return 'reply in the issue.';
  if (since.state === 'waits' || since.waits) {
    return `run \`${commandLine('review')}\` to see whether the waiting change fixes it, and publish it. A comment then names the update.`;
  }
  const look = since.state === 'changed' ? 'check whether a change listed above fixes it. If not, ' : '';
  const answers = number === undefined ? [] : ['--answers', String(number)];
  const note = commandLine('new', 'note', '--pages', page, ...answers);
  return `${look}fix the page and write its note: \`${note}\`. A comment then names the update. If the page stays as it is, say why in the issue.`;
}

/** Whether there can be a reply: a page that cannot be read cannot be compared. */
export function canAnswer({since}: FeedbackRecord): boolean {
  return since.state !== 'unread';
}
