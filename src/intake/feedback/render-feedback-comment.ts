import type {BlockContent, Paragraph, PhrasingContent} from 'mdast';
import {link, paragraph, stringify, text, toPhrasing} from '../../format/markdown-nodes.ts';
import {absoluteUrl} from '../../model/routes/addresses.ts';
import type {ToolkitConfig} from '../../model/schemas/toolkit-schema.ts';
import type {FeedbackRecord} from './feedback-record.ts';

/** The first line of our one comment on feedback; readers do not see it. */
export const FEEDBACK_MARKER = '<!-- good-practice-toolkit: feedback -->';

/** The longest proposed text in a comment, which may have 65,536 characters in total. */
const MOST_PROPOSED = 4000;

/** The reply to the reader: which page the feedback is about, what has changed since, and what happens next. */
export function renderFeedbackComment(record: FeedbackRecord, config: ToolkitConfig): string {
  const blocks = [
    ...thanks(record, config),
    ...whatMeant(record),
    ...whatChanged(record, config),
    ...personal(record),
    whatNext(config),
  ];
  return `${FEEDBACK_MARKER}\n\n${stringify(blocks)}\n`;
}

function thanks({title = '', address, edition, owner, since}: FeedbackRecord, config: ToolkitConfig): Paragraph[] {
  const {label, team} = config.owners.find(({id}) => id === owner) ?? {label: owner, team: ''};
  // GitHub notifies a team or an account that a comment names.
  const role: PhrasingContent[] = [...toPhrasing(label), ...(team ? [text(` (${team})`)] : [])];
  if (address === undefined) {
    const how = 'If it is about one page, edit your text and add the address of the page: this reply then changes.';
    return [
      paragraph([
        text(`Thank you for writing. We do not know which page this is about. ${how} Until then, the role `),
        ...role,
        text(' deals with it.'),
      ]),
    ];
  }
  const name = toPhrasing(title);
  const isThere = since.state !== 'gone' || edition !== 'live';
  const page = isThere ? [link(absoluteUrl(config, address), name)] : name;
  const state = edition === 'live' ? '' : ` in edition ${edition}`;
  return [
    paragraph([
      text('Thank you for writing about '),
      ...page,
      text(`${state}. The role `),
      ...role,
      text(' looks after it.'),
    ]),
  ];
}

/** Asks a reader who sent only the fields that the link fills in. */
function whatMeant({words}: FeedbackRecord): Paragraph[] {
  if (words.trim() !== '') return [];
  const question = 'What were you looking for, or what is wrong or missing? Edit your text above, or write it here.';
  return [paragraph([text(`Your text did not reach us. ${question}`)])];
}

function whatChanged({since, address, words, answered}: FeedbackRecord, config: ToolkitConfig): Paragraph[] {
  const fixed = answered.length > 0 ? [whatWasFixed(answered, config)] : [];
  if (since.state === 'gone') return [...fixed, paragraph([text('That page is no longer part of the live text.')])];
  if (since.state === 'waits') {
    const waiting = 'That page has already been changed. The change will be published with a public note.';
    return [...fixed, paragraph([text(waiting)])];
  }
  if (since.state !== 'changed' || address === undefined) return fixed;
  const ask = words.trim() === '' || answered.length > 0 ? '' : ' If that fixes what you wrote about, tell us.';
  const history = link(`${absoluteUrl(config, address)}#page-updates`, [text('what changed')]);
  return [...fixed, paragraph([text('The page is no longer as you read it. See '), history, text(`.${ask}`)])];
}

/** The updates that answer this feedback. */
function whatWasFixed(answered: FeedbackRecord['answered'], config: ToolkitConfig): Paragraph {
  return paragraph([
    text('Your feedback has led to a published change: '),
    ...linksTo(answered, config),
    text('. If it is still wrong, say so here.'),
  ]);
}

function linksTo(updates: FeedbackRecord['answered'], config: ToolkitConfig): PhrasingContent[] {
  return updates.flatMap(({title, address}, index): PhrasingContent[] => [
    ...(index === 0 ? [] : [text(', ')]),
    link(absoluteUrl(config, address), [text(title)]),
  ]);
}

function personal({personal: kinds, words}: FeedbackRecord): BlockContent[] {
  if (kinds.length === 0) return [];
  const counted = [...new Set(kinds)].map((kind) => {
    const times = kinds.filter((other) => other === kind).length;
    return times === 1
      ? `1 ${kind}`
      : `${times} ${kind.replace(/^\S+(?= of )|\S+$/, (noun) => `${noun.replace(/s$/, 'se')}s`)}`;
  });
  const proposed = words
    .split('\n')
    .filter((line) => line.includes(' removed]'))
    .join('\n');
  return [
    paragraph([
      {type: 'strong', children: [text('Your text may contain personal data, and everyone can read it:')]},
      text(` ${counted.join(', ')}. Edit your text or its title above, and remove it.`),
      ...(proposed === '' ? [] : [text(' We propose:')]),
    ]),
    ...(proposed === '' ? [] : [{type: 'code' as const, lang: 'text', value: cut(proposed)}]),
    paragraph([text('GitHub keeps earlier versions of an edited text. An editor can delete them for you: ask here.')]),
  ];
}

function cut(words: string): string {
  return words.length <= MOST_PROPOSED ? words : `${words.slice(0, MOST_PROPOSED).toWellFormed()} ...`;
}

function whatNext(config: ToolkitConfig): Paragraph {
  return paragraph([
    text('An editor reads your feedback, and may ask you a question. '),
    text('If a page changes because of it, the public note gives its number, and we say so here. '),
    link(absoluteUrl(config, '/feedback/'), [text('What happens with feedback')]),
    text('.'),
  ]);
}
