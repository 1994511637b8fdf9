import {renderFeedbackComment, renderFeedbackReply} from '../../src/content/feedback/render-feedback-comment.ts';
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
} as const satisfies Record<FeedbackRecord['since']['state'], string>;

/** Every format of triage, by its name on the command line. */
export const TRIAGE_FORMATS = {
  text: renderText,
  json: (record) => `${JSON.stringify(record, undefined, 2)}\n`,
  markdown: answerTo,
} as const satisfies Record<string, Render>;

/** What an editor wants to know, and what will be said. */
function renderText(record: FeedbackRecord, config: ToolkitConfig): string {
  const {by, number, received, title, page, edition, owner, since, similar, personal, labels, assignees} = record;
  const role = config.owners.find(({id}) => id === owner);
  const about = page === undefined ? 'no page that is known' : `${title} (\`${page}\`, ${edition})`;
  const facts = [
    `Received: ${received === undefined ? 'it does not say on which day' : formatDay(received)}`,
    `For: ${role?.label} (${role?.team})${assignees.length > 0 ? `, given to ${assignees.join(', ')}` : ''}`,
    `Since: ${page === undefined ? 'no page, so nothing to compare' : SINCE[since.state]}`,
    ...since.differences.map(({told, address}) => `  ${told}: ${address}`),
    ...(similar.length > 0 ? [`May say the same: ${similar.join(', ')}`] : []),
    ...(personal.length > 0 ? [`May hold personal data: ${personal.join(', ')}`] : []),
    ...(by === 'issue' ? [`Labels: ${labels.join(', ')}`] : []),
  ];
  const said = by === 'issue' ? 'The comment:' : 'An answer to send by e-mail:';
  const head = `Feedback${number === undefined ? ' by e-mail' : ` ${number}`} on ${about}`;
  return `${[head, ...facts].join('\n')}\n\n${said}\n\n${answerTo(record, config)}`;
}

function answerTo(record: FeedbackRecord, config: ToolkitConfig): string {
  return record.by === 'issue' ? renderFeedbackComment(record, config) : renderFeedbackReply(record, config);
}
