import Link from '@docusaurus/Link';
import {addressOf} from '../../content/page-id.ts';
import {useCatalogue, useDifferenceDoors} from '../use-site.ts';
import {DifferenceLink} from './DifferenceLink.tsx';
import {PageLinks} from './PageLinks.tsx';

/** The pages that an update changed, each with the way to its difference where there is one. */
export function ChangedPages({slug, ids}: {slug: string; ids: readonly string[]}) {
  const {pages, caseStudies} = useCatalogue();
  const doors = useDifferenceDoors().updates[slug] ?? {};
  if (!ids.some((id) => doors[id])) return <PageLinks ids={ids} />;
  const titles = new Map([...pages, ...caseStudies].map(({id, title}) => [id, title]));
  return (
    <ul className="changed-pages">
      {ids.map((id) => {
        const [title, door] = [titles.get(id), doors[id]];
        return (
          <li key={id}>
            {title === undefined ? id : <Link to={addressOf(id)}>{title}</Link>}{' '}
            {door && <DifferenceLink {...door} of={title ?? id} />}
          </li>
        );
      })}
    </ul>
  );
}
