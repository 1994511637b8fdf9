import type {BlockContent, Paragraph, PhrasingContent} from 'mdast';
import {link, paragraph, stringify, text, toPhrasing} from '../../format/markdown-nodes.ts';
import {absoluteUrl} from '../../model/routes/addresses.ts';
import type {FeedbackRecord} from '../../model/schemas/feedback-schema.ts';
import type {ToolkitConfig} from '../../model/schemas/toolkit-schema.ts';

/** Stands at the head of our one comment on feedback, and is not seen. */
export const FEEDBACK_MARKER = '<!-- good-practice-toolkit: feedback -->';

/** The most characters of the reader's own words that are proposed in a comment; it may have 65,536 in all. */
const MOST_PROPOSED = 4000;

/** What is said to whoever wrote: which page it is about, what became of that since, and what happens next. */
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

function thanks(
  {title = '', address, named, edition, owner, since}: FeedbackRecord,
  config: ToolkitConfig,
): Paragraph[] {
  const {label, team} = config.owners.find(({id}) => id === owner) ?? {label: owner, team: ''};
  // GitHub notifies a team that a comment names.
  const role: PhrasingContent[] = [...toPhrasing(label), ...(team ? [text(` (${team})`)] : [])];
  if (named) {
    const how =
      'Which of them is it about? Edit your text and leave only the address of that page: this answer then changes. If it is about all of them, say so here.';
    const links = named.flatMap((page, index): PhrasingContent[] => [
      ...(index === 0 ? [] : [text(index === named.length - 1 ? ' and ' : ', ')]),
      link(absoluteUrl(config, page.address), toPhrasing(page.title)),
    ]);
    return [
      paragraph([
        text('Thank you for writing. You name more than one page: '),
        ...links,
        text(`. ${how} Until then, the role `),
        ...role,
        text(' deals with it.'),
      ]),
    ];
  }
  if (address === undefined) {
    const how = 'If it is about one page, edit your text and add the address of the page: this answer then changes.';
    return [
      paragraph([
        text(`Thank you for writing. We could not tell which page this is about. ${how} Until then, the role `),
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

function whatChanged({since, edition, words, answered}: FeedbackRecord, config: ToolkitConfig): Paragraph[] {
  const {state, day, waits, differences} = since;
  const mended = answered.length > 0 ? [whatMended(answered, config)] : [];
  if (state === 'gone') return [...mended, paragraph([text('That page is no longer part of the live text.')])];
  if (state === 'waits') {
    const told = 'A change of that page is made already, and will be published with a public note.';
    return [...mended, paragraph([text(told)])];
  }
  if (state !== 'changed') return mended;
  const told =
    day === undefined
      ? `${edition === 'live' ? 'The page does' : 'The live page does'} not say today what you read.`
      : 'The page has changed since you wrote, or on that day.';
  const tell = words.trim() === '' || answered.length > 0 ? '' : ' If that fixes what you wrote about, tell us.';
  const more = waits ? ' One more change of that page is made, and will be published with a public note.' : '';
  const changes = [text(`${told} See what changed: `), ...linksTo(differences, config), text(`.${tell}${more}`)];
  return [...mended, paragraph(changes)];
}

/** What is said where it is written down. */
function whatMended(answered: FeedbackRecord['answered'], config: ToolkitConfig): Paragraph {
  return paragraph([
    text('What you wrote has led to a change, which is published: '),
    ...linksTo(answered, config),
    text('. If it is still wrong, say so here.'),
  ]);
}

function linksTo(changes: FeedbackRecord['answered'], config: ToolkitConfig): PhrasingContent[] {
  return changes.flatMap(({told, address}, index): PhrasingContent[] => [
    ...(index === 0 ? [] : [text(', ')]),
    link(absoluteUrl(config, address), [text(told)]),
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
      {type: 'strong', children: [text('Your words may hold personal data, and everybody can read them:')]},
      text(` ${counted.join(', ')}. Edit your words above, or their title, and take it out.`),
      ...(proposed === '' ? [] : [text(' We propose:')]),
    ]),
    ...(proposed === '' ? [] : [{type: 'code' as const, lang: 'text', value: cut(proposed)}]),
    paragraph([text('GitHub keeps earlier words of an edited text. An editor can delete those for you: ask here.')]),
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
