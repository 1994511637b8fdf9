import {capitalise} from '../../format/text.ts';
import {withoutEnding, withoutNumber} from './old-pages.ts';
import type {PlannedPage} from './plan-import.ts';
import type {OldSite} from './read-folder.ts';
import type {MenuItem} from './read-menu.ts';

type Item = string | {type: 'category'; label: string; items: Item[]};

/** The menu of the new pages: that of the old site, then the folders of what it does not name. */
export function newMenu({menu}: OldSite, pages: readonly PlannedPage[]): Item[] {
  const byPath = new Map(
    pages.flatMap(({file, name, id}) => {
      const path = withoutEnding(file);
      const plain = path.split('/').map(withoutNumber);
      return [path, plain.join('/'), [...plain.slice(0, -1), name].join('/')].map((key) => [key, id] as const);
    }),
  );
  const seen = new Set<string>();
  const isNew = (id: string) => !seen.has(id) && seen.add(id);
  const fromItems = (items: readonly MenuItem[]): Item[] =>
    items.flatMap(({label = '', page, folder, items: inner}): Item[] => {
      if (folder !== undefined) {
        const prefix = folder === '.' ? '' : `${folder}/`;
        return byFolder(
          pages.filter(({file, id}) => file.startsWith(prefix) && isNew(id)),
          prefix,
        );
      }
      if (inner === undefined) return [byPath.get(withoutEnding(page ?? '')) ?? []].flat().filter(isNew);
      const listed = fromItems(inner);
      return listed.length > 0 ? [{type: 'category', label, items: listed}] : [];
    });
  const own = fromItems(menu);
  const others = pages.filter(({id}) => isNew(id));
  return [...own, ...byFolder(others, '')];
}

export function idsIn(item: unknown): string[] {
  if (typeof item === 'string') return [item];
  const {items} = (item ?? {}) as {items?: unknown};
  return Array.isArray(items) ? items.flatMap(idsIn) : [];
}

/** A category for each folder of the old site, in the order of the pages in it. */
function byFolder(pages: readonly PlannedPage[], folder: string): Item[] {
  const groups = Map.groupBy(pages, ({file}) => {
    const [first = '', ...rest] = file.slice(folder.length).split('/');
    return rest.length > 0 ? `${folder}${first}/` : file;
  });
  const entries = [...groups].map(([name, inside]) => {
    const [first] = inside;
    if (!name.endsWith('/')) return {order: first?.order ?? 0, label: first?.title ?? '', item: first?.id ?? ''};
    const index = inside.find(({file, id}) => id.endsWith('/index') && !file.slice(name.length).includes('/'));
    const label = index?.title ?? capitalise(withoutNumber(name.split('/').at(-2) ?? '').replaceAll(/[-_]/g, ' '));
    const items = byFolder(inside, name);
    const number = /(\d+)[-_. ][^/]*\/$/.exec(name)?.[1];
    return {
      order: number === undefined ? (index?.order ?? first?.order ?? 0) : Number(number),
      label,
      item: {type: 'category' as const, label, items},
    };
  });
  return entries.sort((a, b) => a.order - b.order || a.label.localeCompare(b.label, 'en')).map(({item}) => item);
}
