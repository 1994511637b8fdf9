/** The sidebars of an edition without a page; categories that hold nothing else go with it. */
export function pruneSidebars(sidebars: unknown, id: string): unknown {
  if (Array.isArray(sidebars))
    return sidebars
      .filter((item) => !isPage(item, id))
      .map((item) => pruneSidebars(item, id))
      .filter((item) => !isEmpty(item));
  if (typeof sidebars !== 'object' || sidebars === null) return sidebars;
  const item = sidebars as Readonly<Record<string, unknown>>;
  const kept = Object.entries(item).filter(([key, value]) => !(key === 'link' && isPage(value, id)));
  return Object.fromEntries(kept.map(([key, value]) => [key, pruneSidebars(value, id)]));
}

/** A page stands as its id, or as an item that names it: https://docusaurus.io/docs/sidebar/items */
function isPage(item: unknown, id: string): boolean {
  if (item === id) return true;
  const {type, id: named} = (item ?? {}) as {type?: unknown; id?: unknown};
  return (type === 'doc' || type === 'ref') && named === id;
}

function isEmpty(item: unknown): boolean {
  const {type, items, link} = (item ?? {}) as {type?: unknown; items?: unknown; link?: unknown};
  return type === 'category' && Array.isArray(items) && items.length === 0 && link === undefined;
}
