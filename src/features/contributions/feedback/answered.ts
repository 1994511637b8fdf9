import {newestFirst} from '../../../changes/updates/history.ts';
import {absoluteUrl} from '../../../content/addresses/addresses.ts';
import type {Update} from '../../../content/schemas/update-schema.ts';
import {allPages, type Toolkit} from '../../../content/toolkit.ts';
import {link, listItem, paragraph, stringify, text, toPhrasing} from '../../../format/markdown-nodes.ts';

/** A hidden marker at the start of the comment that answers feedback. */
export const ANSWERED_MARKER = '<!-- good-practice-toolkit: answered -->';

type Change = Update['changes'][number] & {update: Update};

/** The changes that answer each feedback, by its number, newest first. */
export function changesByFeedback(updates: readonly Update[]): Map<number, Change[]> {
  const answers = new Map<number, Change[]>();
  for (const update of newestFirst(updates)) {
    for (const change of update.changes) {
      for (const number of new Set(change.answers)) {
        answers.set(number, [...(answers.get(number) ?? []), {...change, update}]);
      }
    }
  }
  return answers;
}

/** Renders the comment for the author of feedback about what changed, with links to each page and update. */
export function renderAnswered(toolkit: Toolkit, changes: readonly Change[]): string {
  const pages = new Map(allPages(toolkit).map((page) => [page.id, page]));
  const items = changes.map(({note, update, pages: ids}) => {
    const links = ids.flatMap((id) => {
      const page = pages.get(id);
      return page
        ? [text(' '), link(absoluteUrl(toolkit.config, page.address), toPhrasing(page.data.title)), text('.')]
        : [];
    });
    const published = link(absoluteUrl(toolkit.config, `/updates/${update.slug}/`), toPhrasing(update.title));
    return listItem([
      paragraph([...toPhrasing(note), ...links]),
      paragraph([text('Published in '), published, text('.')]),
    ]);
  });
  const blocks = stringify([
    paragraph([text('We have made a change because of your feedback. It is on the site, or will be soon.')]),
    {type: 'list', ordered: false, spread: true, children: items},
    paragraph([text('If it is still wrong, or not what you meant, please reply here.')]),
  ]);
  return `${ANSWERED_MARKER}\n\n${blocks}\n`;
}
