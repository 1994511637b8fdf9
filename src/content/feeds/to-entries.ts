import type {HistoryEntry} from '../history.ts';
import type {Html} from '../html.ts';
import {html} from '../html.ts';
import {pagesInShort} from '../pages-in-short.ts';
import type {Update} from '../schemas/update-schema.ts';
import {describeChange, describeCorrections, describePages} from './describe-change.ts';
import type {FeedEntry} from './feed.ts';
import {readOnAddress} from './feed-addresses.ts';
import type {FeedSource} from './feed-source.ts';

interface Scope {
  /** The ids that the feed is about, former ones among them; every page where they are left out. */
  about?: ReadonlySet<string>;
  /** The id of the entry of an update, and what readers see above it. */
  nameEntry(update: Update, changes: readonly HistoryEntry[]): {id: string; title: string; pageId?: string | undefined};
}

/** One entry for each update of a history, with those of its changes that stand there; newest first. */
export function toEntries(history: readonly HistoryEntry[], source: FeedSource, scope: Scope): FeedEntry[] {
  return [...Map.groupBy(history, ({update}) => update)].flatMap(([slug, changes]) => {
    const update = source.updateOf(slug);
    if (!update) return [];
    const {id, title, pageId} = scope.nameEntry(update, changes);
    const {earliest, latest} = update.published;
    return {
      id,
      title,
      url: source.urlOf(readOnAddress({slug, pageId}, source.differences)),
      published: earliest === latest ? latest : undefined,
      updated: latest,
      content:
        html`${describeCorrections(source, slug)}${describeInShort(changes, source, scope.about)}${changes.flatMap((change) => describeChange(change, source, scope.about))}`
          .html,
    };
  });
}

/** The pages of several changes at the head of an entry, where lists show its first words; each change names its own. */
function describeInShort(changes: readonly HistoryEntry[], source: FeedSource, about?: ReadonlySet<string>): Html {
  const {first, others} = pagesInShort(changes, about);
  return changes.length > 1 && first.length > 1 ? describePages(first, others, source) : html``;
}
