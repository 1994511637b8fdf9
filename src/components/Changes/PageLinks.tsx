import Link from '@docusaurus/Link';
import {Fragment} from 'react';
import {useCatalogue} from '../use-site.ts';

/** Pages by their titles, in one line; a page that is gone is named by its id, without a link. */
export function PageLinks({ids}: {ids: readonly string[]}) {
  const {pages, caseStudies} = useCatalogue();
  const known = new Map([...pages, ...caseStudies].map((page) => [page.id, page]));
  return ids.map((id, index) => {
    const page = known.get(id);
    return (
      <Fragment key={id}>
        {index > 0 && ', '}
        {page ? <Link to={page.address}>{page.title}</Link> : id}
      </Fragment>
    );
  });
}
