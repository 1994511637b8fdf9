import {pageNamed} from '../../content/catalogue.ts';
import {pagesInShort} from '../../content/pages-in-short.ts';
import {useCatalogue} from '../use-site.ts';

/** The titles of the pages of a change, the first few of many: headings that all say `Changed` lead nobody. */
export function PageNames({ids}: {ids: readonly string[]}) {
  const {pages, caseStudies} = useCatalogue();
  const {first, others} = pagesInShort([{pages: ids}]);
  const titles = first.map((id) => pageNamed([...pages, ...caseStudies], id)?.title ?? id);
  return [...titles, ...(others ? [others] : [])].join(', ');
}
