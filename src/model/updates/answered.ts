import {link, listItem, paragraph, stringify, text, toPhrasing} from '../../format/markdown-nodes.ts';
import {addressOf} from '../pages/page-id.ts';
import {absoluteUrl} from '../routes/addresses.ts';
import type {Update} from '../schemas/update-schema.ts';
import type {Toolkit} from '../toolkit.ts';
import {allPages} from '../toolkit.ts';
import {newestFirst} from './history.ts';

/** Stands at the head of the comment that closes the loop, and is not seen. */
export const ANSWERED_MARKER = '<!-- good-practice-toolkit: answered -->';

/** Feedback that published changes answer, the changes newest first. */
export interface AnsweredFeedback {
  number: number;
  changes: {slug: string; title: string; note: string; pages: string[]}[];
}

/**
 * The feedback that updates answer, by its number. All updates that answer it are named, also those outside `isTold`,
 * so that the one comment never loses an earlier answer.
 */
export function answeredFeedback(
  updates: readonly Update[],
  isTold: (update: Update) => boolean = () => true,
): AnsweredFeedback[] {
  const byNumber = new Map<number, AnsweredFeedback['changes']>();
  const told = new Set<number>();
  for (const update of newestFirst(updates)) {
    for (const {answers = [], note, pages} of update.changes) {
      for (const number of new Set(answers)) {
        const known = byNumber.get(number) ?? [];
        byNumber.set(number, [...known, {slug: update.slug, title: update.title, note, pages}]);
        if (isTold(update)) told.add(number);
      }
    }
  }
  return [...byNumber]
    .filter(([number]) => told.has(number))
    .sort(([a], [b]) => a - b)
    .map(([number, changes]) => ({number, changes}));
}

/** Says to whoever wrote what was changed because of it, with the way to each page and update. */
export function renderAnswered(toolkit: Toolkit, {changes}: AnsweredFeedback): string {
  const {config} = toolkit;
  const titles = new Map(allPages(toolkit).map(({id, data}) => [id, data.title]));
  const items = changes.map(({slug, title, note, pages}) => {
    const doors = pages.flatMap((id) => {
      const name = titles.get(id);
      return name === undefined
        ? []
        : [text(' '), link(absoluteUrl(config, addressOf(id)), toPhrasing(name)), text('.')];
    });
    const update = link(absoluteUrl(config, `/updates/${slug}/`), toPhrasing(title));
    return listItem([
      paragraph([...toPhrasing(note), ...doors]),
      paragraph([text('Published in '), update, text('.')]),
    ]);
  });
  const blocks = stringify([
    paragraph([text('What you wrote has led to a change. It is on the site, or will be soon.')]),
    {type: 'list', ordered: false, spread: true, children: items},
    paragraph([text('Is it still wrong, or not what you meant? Say so here.')]),
  ]);
  return `${ANSWERED_MARKER}\n\n${blocks}\n`;
}
