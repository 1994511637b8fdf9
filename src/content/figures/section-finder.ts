import {FACTS_ANCHOR} from '../facts-anchor.ts';
import {headingsOf} from '../headings.ts';
import type {ProseUnit} from './prose-unit.ts';

/** Tells the anchor under which a text of a page stands; none before its first heading. `text` is the whole file. */
export function sectionFinder(text: string): (unit: ProseUnit) => string | undefined {
  const headings = headingsOf(text);
  return ({place, node}) => {
    if (place === 'outcome' || place === 'cost') return FACTS_ANCHOR;
    const line = node?.position?.start.line ?? 0;
    return headings.findLast((heading) => (heading.place?.line ?? 0) < line)?.anchor || undefined;
  };
}
