import {oncePer} from '../memo.ts';
import {compareText} from '../problem.ts';
import type {ToolkitConfig} from '../schemas/toolkit-schema.ts';
import type {Update} from '../schemas/update-schema.ts';
import type {Published} from './published.ts';

/** The parts of a toolkit that say what readers have seen. */
interface Publications {
  config: Pick<ToolkitConfig, 'launched' | 'predecessor'>;
  updates: readonly {data: Update}[];
  published: Pick<Published, 'versions'>;
}

function isPublishedByPredecessor({published}: Update, {predecessor}: Publications['config']): boolean {
  return predecessor !== undefined && published.latest <= predecessor.until;
}

/** The pages that each of this toolkit's own updates was the first to publish, by its slug. */
const firstPages = ({config, updates, published}: Publications): ReadonlyMap<string, string[]> => {
  const earlier = new Set(
    updates.filter(({data}) => isPublishedByPredecessor(data, config)).map(({data}) => data.slug),
  );
  const first = [...published.versions].flatMap(([id, versions]) => {
    const firstVersion = versions.find(({slug, page}) => page && !earlier.has(slug));
    return firstVersion ? [{id, slug: firstVersion.slug}] : [];
  });
  return new Map([...Map.groupBy(first, ({slug}) => slug)].map(([slug, pages]) => [slug, pages.map(({id}) => id)]));
};

/** Whether this toolkit has published a text. What a predecessor published does not count. */
export const hasPublished = oncePer((toolkit: Publications): boolean => firstPages(toolkit).size > 0);

/** Whether no reader has seen the toolkit yet: no change needs a note, and no address needs a redirect. */
export function isBeforeLaunch(toolkit: Publications): boolean {
  return toolkit.config.launched === undefined && !hasPublished(toolkit);
}

/**
 * Adds to each launch the pages that it covers. Its file names only the front page, but it covers every page whose
 * first text it published.
 */
export function withLaunchedPages<Entry extends {data: Update}>(
  updates: readonly Entry[],
  config: Publications['config'],
  published: Publications['published'],
): Entry[] {
  if (!updates.some(({data}) => data.launch)) return [...updates];
  const pagesOf = firstPages({config, updates, published});
  return updates.map((update) => {
    const {launch, slug, changes} = update.data;
    const [first, ...others] = changes;
    if (!launch || !first) return update;
    const rest = (pagesOf.get(slug) ?? []).filter((id) => !first.pages.includes(id)).sort(compareText);
    const data = {...update.data, changes: [{...first, pages: [...first.pages, ...rest]}, ...others]};
    return {...update, data};
  });
}
