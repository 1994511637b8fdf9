import {commandLine} from '../../src/format/command-line.ts';
import {formatDay} from '../../src/format/format-date.ts';
import {renderFeedbackComment} from '../../src/intake/feedback/render-feedback-comment.ts';
import type {FeedbackRecord} from '../../src/model/schemas/feedback-schema.ts';
import type {ToolkitConfig} from '../../src/model/schemas/toolkit-schema.ts';

type Render = (record: FeedbackRecord, config: ToolkitConfig) => string;

const SINCE = {
  same: 'the page says what it said',
  changed: 'the page has changed since',
  waits: 'a change of the page waits to be published',
  unknown: 'whether the page has changed since, nobody can tell',
  gone: 'the page is gone',
  unread: 'the file of the page cannot be read, so nobody can tell',
} as const satisfies Record<FeedbackRecord['since']['state'], string>;

/** What breaks a line of a terminal or is not seen in it. */
const HIDDEN_RE = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Every format of triage, by its name on the command line. */
export const TRIAGE_FORMATS = {
  text: renderText,
  json: (record) => `${JSON.stringify(record, undefined, 2)}\n`,
  markdown: answerTo,
} as const satisfies Record<string, Render>;

/** What an editor wants to know, and what will be said. */
function renderText(record: FeedbackRecord, config: ToolkitConfig): string {
  const {number, received, title, page, named, edition, owner, since, personal, labels, assignees, words} = record;
  const role = config.owners.find(({id}) => id === owner);
  const several = named?.map((one) => `${one.title} (\`${one.page}\`)`).join(', ');
  const about =
    page === undefined
      ? several === undefined
        ? 'no page that is known'
        : `one of these, or all: ${several}`
      : `${title} (\`${page}\`, ${edition})`;
  const facts = [
    `Received: ${received === undefined ? 'it does not say on which day' : formatDay(received)}`,
    `For: ${role?.label} (${role?.team})${assignees.length > 0 ? `, given to ${assignees.join(', ')}` : ''}`,
    `Since: ${page === undefined ? 'no page, so nothing to compare' : tellSince(since)}`,
    ...since.differences.map(({told, address}) => `  ${told}: ${address}`),
    ...(since.waits ? ['  One more change of it waits to be published.'] : []),
    ...(personal.length > 0 ? [`May hold personal data: ${personal.join(', ')}`] : []),
    `Labels: ${labels.join(', ')}`,
  ];
  return [
    [`Feedback${number === undefined ? '' : ` ${number}`} on ${about}`, ...facts].join('\n'),
    `What they wrote:\n\n${quote(words)}`,
    ...(canAnswer(record) ? [`The comment:\n\n${answerTo(record, config).trimEnd()}`] : []),
    `Next: ${personalFirst(record)}${whatNext(record)}\n`,
  ].join('\n\n');
}

function tellSince({state, day}: FeedbackRecord['since']): string {
  if (day === undefined || state === 'waits') return SINCE[state];
  const told = formatDay(day);
  return state === 'changed'
    ? `the page has changed on ${told}, the day it came, or later`
    : `no update has changed the page since ${told}, the day it came`;
}

/** The reader's words, each line marked as theirs; none of their characters moves the cursor or hides another. */
function quote(words: string): string {
  if (words.trim() === '') return '> (nothing)';
  return words
    .replace(HIDDEN_RE, '')
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

/** What an editor does before everything else. */
function personalFirst({personal}: FeedbackRecord): string {
  if (personal.length === 0) return '';
  return 'deal with the personal data first: ask the reader to remove it, or edit their text and delete the earlier versions. Then ';
}

/** What an editor does with it. */
function whatNext({number, page, named, since, words, answered, note: waiting}: FeedbackRecord): string {
  if (since.state === 'unread') {
    return `fix \`${since.file}\`: \`${commandLine('check', since.file ?? '')}\` says what is wrong with it. Then run this command again.`;
  }
  if (waiting !== undefined) {
    return `\`${waiting}\` answers it and waits: see with \`${commandLine('publish', '--dry-run')}\` what readers will read, and publish it. A comment then names the update.`;
  }
  if (answered.length > 0) return 'a published change answers it: close it once it is settled.';
  if (words.trim() === '') return 'wait for an answer: the comment asks what was meant.';
  if (named) return 'wait for an answer: the comment asks which page is meant. If the text shows it, fix that page.';
  if (page === undefined || since.state === 'gone') return 'say in the conversation what came of it.';
  if (since.state === 'waits' || since.waits) {
    return `see with \`${commandLine('review')}\` whether the change that waits fixes it, and publish it. A comment then names the update.`;
  }
  const look = since.state === 'changed' ? 'look whether a change named above fixes it. If not, ' : '';
  const answers = number === undefined ? [] : ['--answers', String(number)];
  const note = commandLine('new', 'note', '--pages', page, ...answers);
  return `${look}fix the page and write its note: \`${note}\`. A comment then names the update. If the page stays as it is, say why in the conversation.`;
}

/** Whether an answer can be made: of a page that cannot be read nobody knows what became of it. */
export function canAnswer({since}: FeedbackRecord): boolean {
  return since.state !== 'unread';
}

function answerTo(record: FeedbackRecord, config: ToolkitConfig): string {
  return canAnswer(record) ? renderFeedbackComment(record, config) : '';
}
