import {type Text, textOf} from '../../language/text.ts';
import {compareText} from '../problem.ts';
import type {CollectionData, CollectionField} from '../schemas/collection-schema.ts';
import type {Page} from '../schemas/page-schema.ts';
import type {PageEntry, Toolkit} from '../toolkit.ts';
import {collectionOf} from './page-id.ts';

interface ListedCollection extends CollectionData {
  list: NonNullable<CollectionData['list']>;
}

export interface CollectionEntry {
  address: string;
  title: string;
  description: string;
  /** The keys that the list shows, in one line. */
  line: string;
}

type Source = Pick<Toolkit, 'pages' | 'config'>;

/** The pages of a collection, without withdrawn ones, in the order of its list. */
export function collectionPages({pages, config}: Source, {folder, list}: CollectionData): PageEntry<Page>[] {
  const {compare} = textOf(config).format;
  const {sort = 'title', descending = false} = list ?? {};
  const keyOf = ({document}: PageEntry) => document.frontMatter?.[sort];
  const byTitle = (a: PageEntry, b: PageEntry) => compare(a.data.title, b.data.title);
  const byKey = (a: PageEntry, b: PageEntry) => {
    const [first, second] = [keyOf(a), keyOf(b)];
    // Pages without the key come last, in either order.
    if (first === undefined || second === undefined) return Number(first === undefined) - Number(second === undefined);
    const order = typeof first === 'number' ? first - Number(second) : compareText(String(first), String(second));
    return descending ? -order : order;
  };
  return pages
    .filter(({id, data}) => collectionOf(id, config.collections)?.folder === folder && !data.withdrawn)
    .sort((a, b) => (sort === 'title' ? (descending ? byTitle(b, a) : byTitle(a, b)) : byKey(a, b) || byTitle(a, b)));
}

export function listsOf({collections}: Pick<Toolkit['config'], 'collections'>): ListedCollection[] {
  return collections.filter((collection): collection is ListedCollection => collection.list !== undefined);
}

/** The collections whose list has pages: nothing links to an empty one. */
export function filledLists(toolkit: Source): ListedCollection[] {
  return listsOf(toolkit.config).filter((collection) => collectionPages(toolkit, collection).length > 0);
}

export function collectionListPage({list, label}: ListedCollection, title: string, {finder}: Text) {
  return {address: list.address, title: label, about: finder.about({found: label, title})};
}

export function collectionEntries(toolkit: Source, collection: ListedCollection): CollectionEntry[] {
  const {format} = textOf(toolkit.config);
  const shown = collection.list.shows.flatMap((key) => collection.fields.find(({id}) => id === key) ?? []);
  return collectionPages(toolkit, collection).map(({address, data: {title, description}, document}) => {
    const line = shown.flatMap((field) => fieldTexts(field, document.frontMatter?.[field.id], format)).join(' · ');
    return {address, title, description, line};
  });
}

/** The values of a key as readers see them; none where it is left out. */
export function fieldTexts(
  {type}: {type?: CollectionField['type'] | undefined},
  value: unknown,
  format: Text['format'],
): string[] {
  if (value === undefined) return [];
  return [value].flat().map((item) => {
    if (typeof item === 'number') return format.number(item);
    if (type === 'date') return format.day(String(item));
    return type === 'link' ? String(item).replace(/^https?:\/\/|\/$/g, '') : String(item);
  });
}
