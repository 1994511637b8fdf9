import {fileText} from '../../content/files/file-text.ts';
import {capitalise} from '../../format/text.ts';
import type {PlannedPage} from './plan-import.ts';
import type {OldSite} from './read-site.ts';

type Item = string | {type: 'category'; label: string; items: Item[]};

/** The menu of the new pages: that of the old site, or its folders. */
export function newMenu(site: OldSite, pages: readonly PlannedPage[]): Item[] {
  const byFile = new Map(pages.map((page) => [page.file, page.id]));
  const own = Array.isArray(site.settings.menu) ? fromMenu(site.settings.menu, byFile) : [];
  const listed = new Set(own.flatMap(idsIn));
  return [
    ...own,
    ...byFolder(
      site,
      pages.filter(({id}) => !listed.has(id)),
      '',
    ),
  ];
}

/** The ids that an item lists. */
export function idsIn(item: unknown): string[] {
  if (typeof item === 'string') return [item];
  const {items} = (item ?? {}) as {items?: unknown};
  return Array.isArray(items) ? items.flatMap(idsIn) : [];
}

/** The `nav` of MkDocs: names, files, and lists of both. */
function fromMenu(menu: readonly unknown[], byFile: ReadonlyMap<string, string>): Item[] {
  return menu.flatMap((entry): Item[] => {
    const [[label, value] = ['', entry]] = typeof entry === 'object' && entry ? Object.entries(entry) : [];
    if (!Array.isArray(value)) return [byFile.get(String(value)) ?? []].flat();
    const items = fromMenu(value, byFile);
    return items.length > 0 ? [{type: 'category', label, items}] : [];
  });
}

/** A category for each folder, in the order of the pages in it. */
function byFolder(site: OldSite, pages: readonly PlannedPage[], folder: string): Item[] {
  const below = pages.filter(({id}) => id.startsWith(folder));
  const groups = Map.groupBy(below, ({id}) => {
    const [first = '', ...rest] = id.slice(folder.length).split('/');
    return rest.length > 0 ? `${folder}${first}/` : id;
  });
  const entries = [...groups].map(([name, inside]) => {
    const [first] = inside;
    if (!name.endsWith('/') || !first)
      return {order: isIndex(name) ? -1 : (first?.order ?? 0), label: first?.title ?? '', item: name as Item};
    const index = inside.find(({id}) => id === `${name}index`) ?? pages.find(({id}) => `${id}/` === name);
    const {label, order} = categoryOf(site, first.file, name);
    const shown = label ?? index?.title ?? capitalise((name.split('/').at(-2) ?? '').replaceAll('-', ' '));
    return {
      order: order ?? index?.order ?? first.order,
      label: shown,
      item: {type: 'category', label: shown, items: byFolder(site, inside, name)} as Item,
    };
  });
  return entries.sort((a, b) => a.order - b.order || a.label.localeCompare(b.label, 'en')).map(({item}) => item);
}

const isIndex = (id: string) => /(^|\/)index$/.test(id);

/** What `_category_.json` of Docusaurus says about a folder. */
function categoryOf(site: OldSite, file: string, folder: string): {label?: string; order?: number} {
  const depth = folder.split('/').length - 1;
  const path = [site.settings.pages, ...file.split('/').slice(0, depth), '_category_.json'].join('/');
  const bytes = site.files.get(path)?.bytes;
  try {
    const {label, position} = JSON.parse((bytes && fileText(bytes)) ?? '{}');
    return {...(typeof label === 'string' && {label}), ...(typeof position === 'number' && {order: position})};
  } catch {
    return {};
  }
}
