import {pageNamed} from '../../content/catalogue.ts';
import {useCatalogue, useDifferenceDoors} from '../use-site.ts';
import {DifferenceLink} from './DifferenceLink.tsx';
import {PageLinks} from './PageLinks.tsx';

/** The pages that an update changed, each with the way to its difference where there is one. */
export function ChangedPages({slug, ids}: {slug: string; ids: readonly string[]}) {
  const {pages, caseStudies} = useCatalogue();
  const doors = useDifferenceDoors().updates[slug] ?? {};
  if (!ids.some((id) => doors[id])) return <PageLinks ids={ids} />;
  return (
    <ul className="changed-pages">
      {ids.map((id) => {
        const door = doors[id];
        return (
          <li key={id}>
            <PageLinks ids={[id]} />{' '}
            {door && <DifferenceLink {...door} of={pageNamed([...pages, ...caseStudies], id)?.title ?? id} />}
          </li>
        );
      })}
    </ul>
  );
}
