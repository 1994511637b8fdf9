import {answersOf} from '../../changes/updates/announce.ts';
import {pagesInShort} from '../../changes/updates/change-labels.ts';
import {correctionsTo} from '../../changes/updates/corrections.ts';
import type {HistoryEntry} from '../../changes/updates/history.ts';
import {readOnAddress, UPDATES} from '../../content/addresses/feed-addresses.ts';
import {addressOf} from '../../content/pages/page-id.ts';
import type {Update} from '../../content/schemas/update-schema.ts';
import {type Html, html} from '../../format/html.ts';
import {fill} from '../../language/fill.ts';
import type {FeedEntry, FeedSource} from './feed.ts';

export interface NamedEntry {
  id: string;
  title: string;
  pageId?: string | undefined;
}

interface Scope {
  /** The ids that the feed is about, including former ones; all pages if left out. */
  about?: ReadonlySet<string>;
  nameEntry(update: Update, changes: readonly HistoryEntry[]): NamedEntry;
}

/** One entry for each update in a history, with its changes that are listed there; newest first. */
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
      notes: changes.map(({pages, note}) => `${pages.slice(0, MAX_NAMED).map(source.titleOf).join(', ')}: ${note}`),
      content:
        html`${describeCorrections(source, slug)}${describeInShort(changes, source, scope.about)}${changes.flatMap((change) => describeChange(change, source))}${describeHead(slug, source)}`
          .html,
    };
  });
}

/** The head of the chain of updates, so that readers of a feed can tell later whether anything before it was changed. */
function describeHead(slug: string, {headOf, text}: FeedSource): Html {
  const head = headOf(slug);
  return head === undefined ? html`` : html`<p>${text.changes.head} ${head}</p>`;
}

/** The pages of all changes at the top of an entry, because feed readers show its first words. */
function describeInShort(changes: readonly HistoryEntry[], source: FeedSource, about?: ReadonlySet<string>): Html {
  const {first, others} = pagesInShort(changes, about);
  return changes.length > 1 && first.length > 1 ? describePages(first, others, source) : html``;
}

/** How many pages of a change are named: its update lists them all. */
const MAX_NAMED = 10;

function describeChange({update: slug, nth, kind, note, pages, others}: HistoryEntry, source: FeedSource): Html[] {
  const {text} = source;
  const change = source.updateOf(slug)?.changes[nth - 1];
  const named = pages.slice(0, MAX_NAMED);
  return [
    html`<p><strong>${text.changes.kinds[kind]}.</strong> ${note}</p>`,
    ...(kind === 'page-withdrawn' ? pages.map((id) => describeWithdrawal(id, source)) : []),
    ...(change?.corrects === undefined ? [] : [describeTarget(change.corrects, source)]),
    ...(change?.editions ?? []).map((edition) => describeErratum(edition, source)),
    describePages(named, others + pages.length - named.length, source),
    ...(change ? answersOf(change, text) : []).map(
      ({question, answer}) => html`<p><strong>${question}:</strong> ${answer}</p>`,
    ),
    ...describeCorrections(source, slug, nth),
  ];
}

function describeCorrections(source: FeedSource, slug: string, nth?: number): Html[] {
  const {changes, format} = source.text;
  return correctionsTo(source.corrections, slug, nth).map(({update, published, note}) => {
    const corrected = fill(changes.corrected, {date: () => html`${format.range(published)}`});
    return html`<p><strong>${corrected}</strong> ${note} ${updateLink(update, source)}</p>`;
  });
}

/** Pages in one line, with the number of further ones. */
function describePages(ids: readonly string[], others: number, source: FeedSource): Html {
  const {changes, counts} = source.text;
  const label = ids.length + others > 1 ? changes.pages : changes.page;
  const links = joined(ids.map((id) => pageLink(id, source)));
  return html`<p><strong>${label}:</strong> ${links}${others > 0 && ` ${counts.morePages({count: others})}`}</p>`;
}

/** Since when, why, and what to read instead. */
function describeWithdrawal(id: string, source: FeedSource): Html {
  const {on, why, replaced_by: successor} = source.pageOf(id)?.data.withdrawn ?? {};
  if (on === undefined) return html``;
  const {updates, page, format} = source.text;
  const instead = successor !== undefined && [' ', ...fill(page.readInstead, {a: () => pageLink(successor, source)})];
  return html`<p>${updates.wasWithdrawn({title: source.titleOf(id), day: format.day(on)})} ${why}${instead}</p>`;
}

/** What a correction corrects: an update, or one of its changes, quoted. */
function describeTarget(corrects: string, source: FeedSource): Html {
  const [slug = '', nth] = corrects.split('#');
  const wrong = nth !== undefined && source.updateOf(slug)?.changes[Number(nth) - 1]?.note;
  return html`<p><strong>${source.text.changes.corrects}:</strong> ${updateLink(slug, source)}</p>${wrong && html`<blockquote><p>${wrong}</p></blockquote>`}`;
}

function describeErratum(name: string, {urlOf, text, config}: FeedSource): Html {
  return html`<p><strong>${text.changes.erratum}:</strong> <a href="${urlOf(addressOf(config, 'index', name))}">${text.format.edition({name, label: config.edition_labels[name]})}</a></p>`;
}

function updateLink(slug: string, {updateOf, urlOf}: FeedSource): Html {
  return html`<a href="${urlOf(`${UPDATES}${slug}/`)}">${updateOf(slug)?.title ?? slug}</a>`;
}

function pageLink(id: string, {pageOf, titleOf, urlOf}: FeedSource): Html {
  const page = pageOf(id);
  return page ? html`<a href="${urlOf(page.address)}">${page.data.title}</a>` : html`${titleOf(id)}`;
}

function joined(links: readonly Html[]): Html[] {
  return links.map((link, index) => html`${index > 0 && ', '}${link}`);
}
