import type {PhrasingContent} from 'mdast';
import {link, paragraph, stringify, strong, text, toPhrasing} from '../../format/markdown-nodes.ts';
import {absoluteUrl} from '../../model/routes/addresses.ts';
import type {ToolkitConfig} from '../../model/schemas/toolkit-schema.ts';
import type {FeedbackRecord} from './triage.ts';

/** The first line of our one reply to feedback; readers do not see it. */
export const FEEDBACK_MARKER = '<!-- good-practice-toolkit: feedback -->';

/** The reply to the reader: which page the feedback is about, what has changed since, and what happens next. */
export function renderReply(record: FeedbackRecord, config: ToolkitConfig): string {
  const {page, isEmpty, hasChanged, personal} = record;
  const history = page && link(`${absoluteUrl(config, page.address)}#page-updates`, [text('what changed')]);
  const paragraphs: PhrasingContent[][] = [
    thanks(record, config),
    isEmpty
      ? [
          text(
            'Your text did not reach us. What were you looking for, or what is wrong or missing? Edit your text above.',
          ),
        ]
      : [],
    hasChanged && history ? [text('The page is no longer as you read it. See '), history, text('.')] : [],
    personal.length > 0
      ? [
          strong([text('Your text may contain personal data, and everyone can read it:')]),
          text(` ${personal.join(', ')}. Edit your text or its title above, and remove it. `),
          text('GitHub keeps earlier versions of an edited text. An editor can delete them for you: ask here.'),
        ]
      : [],
    [
      text('An editor reads your feedback, and may ask you a question. '),
      text('If a page changes because of it, the public note gives its number, and we say so here. '),
      link(absoluteUrl(config, '/feedback/'), [text('What happens with feedback')]),
      text('.'),
    ],
  ];
  const blocks = paragraphs.filter(({length}) => length > 0).map((content) => paragraph(content));
  return `${FEEDBACK_MARKER}\n\n${stringify(blocks)}\n`;
}

function thanks({page, owner: {label, team}}: FeedbackRecord, config: ToolkitConfig): PhrasingContent[] {
  // GitHub notifies a team or an account that a comment names.
  const role = [...toPhrasing(label), text(` (${team})`)];
  if (!page) {
    return [
      text(
        'Thank you for writing. We do not know which page this is about. If it is about one page, edit your text and ',
      ),
      text('add the address of the page: this reply then changes. Until then, the role '),
      ...role,
      text(' deals with it.'),
    ];
  }
  const edition = page.edition === undefined || page.edition === 'live' ? '' : ` in edition ${page.edition}`;
  return [
    text('Thank you for writing about '),
    link(absoluteUrl(config, page.address), toPhrasing(page.title)),
    text(`${edition}. The role `),
    ...role,
    text(' looks after it.'),
  ];
}
