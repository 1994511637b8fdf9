import {commandLine} from '../../src/content/desk/command-line.ts';
import {
  renderFeedbackComment,
  renderFeedbackReply,
  TELL_US,
} from '../../src/content/feedback/render-feedback-comment.ts';
import {formatDay} from '../../src/content/format-date.ts';
import type {FeedbackRecord} from '../../src/content/schemas/feedback-schema.ts';
import type {ToolkitConfig} from '../../src/content/schemas/toolkit-schema.ts';

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
  const {by, number, received, title, page, named, edition, owner, since, similar, personal, labels, assignees, words} =
    record;
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
    ...(similar.length > 0 ? [`May say the same: ${similar.join(', ')}`] : []),
    ...(personal.length > 0 ? [`May hold personal data: ${personal.join(', ')}`] : []),
    ...(by === 'issue' ? [`Labels: ${labels.join(', ')}`] : []),
  ];
  const said = by === 'issue' ? 'The comment:' : 'An answer to send by e-mail:';
  const head = `Feedback${number === undefined ? ' by e-mail' : ` ${number}`} on ${about}`;
  return [
    [head, ...facts].join('\n'),
    `What they wrote:\n\n${quote(words)}`,
    ...(canAnswer(record) ? [`${said}\n\n${answerTo(record, config).trimEnd()}`] : []),
    ...(isForEditor(record) ? [CHOICE] : []),
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

/** What an editor does before all else. */
function personalFirst({by, personal}: FeedbackRecord): string {
  if (personal.length === 0) return '';
  return by === 'issue'
    ? 'see to the personal data first: ask whoever wrote to take it out, or edit their words and delete the earlier ones. Then '
    : 'keep the personal data out of all that you pass on, and delete the e-mail once it is settled. Then ';
}

/** What an editor does with it. */
function whatNext({by, number, page, named, since, words, answered, note: waiting}: FeedbackRecord): string {
  if (since.state === 'unread') {
    return `mend \`${since.file}\`, for which \`${commandLine('check', since.file ?? '')}\` says what is wrong with it. Then run this command again: an answer made now could say what is not so.`;
  }
  const answer = by === 'e-mail' ? 'send the answer above by e-mail' : 'say in the conversation what came of it';
  if (waiting !== undefined) {
    return `\`${waiting}\` answers it and waits: see with \`${commandLine('publish', '--dry-run')}\` what readers will be told, and publish it. Whoever wrote hears of the update in the conversation.`;
  }
  if (answered.length > 0) return 'a published change answers it: close it once it is settled.';
  if (words.trim() === '') {
    const ask = by === 'e-mail' ? 'send the answer above by e-mail: it asks' : 'wait for an answer: the comment asks';
    return `${ask} what was meant. Until you know, there is nothing to mend.`;
  }
  if (named) {
    const ask = by === 'e-mail' ? 'send the answer above by e-mail: it asks' : 'wait for an answer: the comment asks';
    return `${ask} which page is meant. If the words tell you, mend that page.`;
  }
  if (page === undefined || since.state === 'gone') return `${answer}.`;
  const answers = number === undefined ? [] : ['--answers', String(number)];
  const note = `write its note: \`${commandLine('new', 'note', '--pages', page, ...answers)}\``;
  const then =
    by === 'e-mail'
      ? 'An e-mail has no number to name in the note. Once the update is on the site, run this command again: the answer then leads to what changed, and has a sentence to choose that says that it is mended. Send that to the reader by e-mail.'
      : 'Whoever wrote hears of the update there.';
  if (since.state === 'waits' || since.waits) {
    return `see with \`${commandLine('review')}\` whether the change that waits mends it, and publish it. ${then}`;
  }
  const look = since.state === 'changed' ? 'look whether a change named above mends it. If not, ' : '';
  return `${look}mend the page and ${note}. ${then} Where the page stays as it is, ${by === 'e-mail' ? 'answer by e-mail' : 'say so in the conversation'}, and say why.`;
}

/** Whether the editor alone can tell that a change mends it: an e-mail has no number that a note could name. */
function isForEditor({by, since, words}: FeedbackRecord): boolean {
  return by === 'e-mail' && since.state === 'changed' && words.trim() !== '';
}

/** What the editor may say instead. */
const CHOICE = `Your choice, and not part of the answer: if a change named in it mends what they wrote about, put this in the place of “${TELL_US}”:

What you wrote about is mended: thank you for telling us. If it is still wrong, tell us again.`;

/** Whether an answer can be made: of a page that cannot be read nobody knows what became of it. */
export function canAnswer({since}: FeedbackRecord): boolean {
  return since.state !== 'unread';
}

function answerTo(record: FeedbackRecord, config: ToolkitConfig): string {
  if (!canAnswer(record)) return '';
  return record.by === 'issue' ? renderFeedbackComment(record, config) : renderFeedbackReply(record, config);
}
