import Link from '@docusaurus/Link';
import {Fragment} from 'react';
import {pageNamed} from '../../content/catalogue.ts';
import {useCatalogue} from '../use-site.ts';

/** Pages by their titles, in one line; one that has moved where it is now, one that is gone by its id, without a link. */
export function PageLinks({ids}: {ids: readonly string[]}) {
  const {pages, caseStudies} = useCatalogue();
  return ids.map((id, index) => {
    const page = pageNamed([...pages, ...caseStudies], id);
    return (
      <Fragment key={id}>
        {index > 0 && ', '}
        {page ? <Link to={page.address}>{page.title}</Link> : id}
        {page?.withdrawn && ' (withdrawn)'}
      </Fragment>
    );
  });
}
