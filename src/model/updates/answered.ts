import {link, listItem, paragraph, stringify, text, toPhrasing} from '../../format/markdown-nodes.ts';
import {addressOf} from '../pages/page-id.ts';
import {absoluteUrl} from '../routes/addresses.ts';
import type {Update} from '../schemas/update-schema.ts';
import {allPages, type Toolkit} from '../toolkit.ts';
import {newestFirst} from './history.ts';

/** A hidden marker at the start of the comment that answers feedback. */
export const ANSWERED_MARKER = '<!-- good-practice-toolkit: answered -->';

/** Feedback that published changes answer, the changes newest first. */
export interface AnsweredFeedback {
  number: number;
  changes: {slug: string; title: string; note: string; pages: string[]}[];
}

/**
 * The feedback that updates answer, by its number. All answering updates are included, also those outside `isNew`, so
 * that the single comment keeps earlier answers.
 */
export function answeredFeedback(
  updates: readonly Update[],
  isNew: (update: Update) => boolean = () => true,
): AnsweredFeedback[] {
  const byNumber = new Map<number, AnsweredFeedback['changes']>();
  const newlyAnswered = new Set<number>();
  for (const update of newestFirst(updates)) {
    for (const {answers = [], note, pages} of update.changes) {
      for (const number of new Set(answers)) {
        const known = byNumber.get(number) ?? [];
        byNumber.set(number, [...known, {slug: update.slug, title: update.title, note, pages}]);
        if (isNew(update)) newlyAnswered.add(number);
      }
    }
  }
  return [...byNumber]
    .filter(([number]) => newlyAnswered.has(number))
    .sort(([a], [b]) => a - b)
    .map(([number, changes]) => ({number, changes}));
}

/** Renders the comment for the author of feedback about what changed, with links to each page and update. */
export function renderAnswered(toolkit: Toolkit, {changes}: AnsweredFeedback): string {
  const {config} = toolkit;
  const titles = new Map(allPages(toolkit).map(({id, data}) => [id, data.title]));
  const items = changes.map(({slug, title, note, pages}) => {
    const links = pages.flatMap((id) => {
      const name = titles.get(id);
      return name === undefined
        ? []
        : [text(' '), link(absoluteUrl(config, addressOf(id)), toPhrasing(name)), text('.')];
    });
    const update = link(absoluteUrl(config, `/updates/${slug}/`), toPhrasing(title));
    return listItem([
      paragraph([...toPhrasing(note), ...links]),
      paragraph([text('Published in '), update, text('.')]),
    ]);
  });
  const blocks = stringify([
    paragraph([text('We have made a change because of your feedback. It is on the site, or will be soon.')]),
    {type: 'list', ordered: false, spread: true, children: items},
    paragraph([text('If it is still wrong, or not what you meant, please reply here.')]),
  ]);
  return `${ANSWERED_MARKER}\n\n${blocks}\n`;
}
