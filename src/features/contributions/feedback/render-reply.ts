import type {PhrasingContent} from 'mdast';
import {absoluteUrl} from '../../../content/addresses/addresses.ts';
import type {ToolkitConfig} from '../../../content/schemas/toolkit-schema.ts';
import {link, paragraph, stringify, text, toPhrasing} from '../../../format/markdown-nodes.ts';
import type {FeedbackRecord} from './triage.ts';

/** The first line of our one reply to feedback; readers do not see it. */
export const FEEDBACK_MARKER = '<!-- good-practice-toolkit: feedback -->';

/** The reply to the reader: which page the feedback is about, what has changed since, and what happens next. */
export function renderReply(record: FeedbackRecord, config: ToolkitConfig): string {
  const {page, isEmpty, hasChanged, personal} = record;
  const parts = [
    FEEDBACK_MARKER,
    thanks(record, config),
    isEmpty &&
      'Your text did not reach us. What were you looking for, or what is wrong or missing? Edit your text above.',
    hasChanged &&
      page &&
      `The page is no longer as you read it. See [what changed](${absoluteUrl(config, page.address)}#page-updates).`,
    personal.length > 0 &&
      `**Your text may contain personal data, and everyone can read it:** ${personal.join(', ')}. Edit your text or its title above, and remove it. GitHub keeps earlier versions of an edited text. An editor can delete them for you: ask here.`,
    `An editor reads your feedback, and may ask you a question. If a page changes because of it, the public note gives its number, and we say so here. [What happens with feedback](${absoluteUrl(config, '/feedback/')}).`,
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function thanks({page, owner: {label, team}}: FeedbackRecord, config: ToolkitConfig): string {
  // GitHub notifies a team or an account that a comment names.
  const role = `${inline(toPhrasing(label))} (${team})`;
  if (!page) {
    return `Thank you for writing. We do not know which page this is about. If it is about one page, edit your text and add the address of the page: this reply then changes. Until then, the role ${role} deals with it.`;
  }
  const title = inline([link(absoluteUrl(config, page.address), toPhrasing(page.title))]);
  const edition =
    page.edition === undefined || page.edition === 'live' ? '' : ` in edition ${inline([text(page.edition)])}`;
  return `Thank you for writing about ${title}${edition}. The role ${role} looks after it.`;
}

const inline = (children: PhrasingContent[]) => stringify([paragraph(children)]);
