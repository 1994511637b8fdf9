import Link from '@docusaurus/Link';
import {Fragment} from 'react';
import {errataOf} from '../../content/corrections.ts';
import {editionAddress, qualifiedId} from '../../content/page-id.ts';
import {PublishedDate} from '../Changes/PublishedDate.tsx';
import {UpdateLink} from '../Changes/UpdateLink.tsx';
import {useCatalogue, useRecords} from '../use-site.ts';
import {EditionPages} from './EditionPages.tsx';

/** Above the words of an edition, which never change: what is wrong in them. */
export function Errata({edition, pageId}: {edition: string; pageId: string}) {
  const errata = errataOf(useRecords().corrections, edition, pageId);
  if (errata.length === 0) return null;
  return (
    <section className="notice" aria-labelledby="errata">
      <h2 id="errata">Errata: put right since this edition</h2>
      <p>The words of an edition stay as they were frozen. Where they differ from what stands here, this is right.</p>
      <ul>
        {errata.map(({update, published, note, pages}) => (
          <li key={update + note}>
            <PublishedDate published={published} />: {note}{' '}
            {pageId === 'index' && <OwnPages edition={edition} ids={pages} />}
            See the update: <UpdateLink target={update} />
          </li>
        ))}
      </ul>
      {pageId === 'index' && <EditionPages />}
    </section>
  );
}

/** The pages of the edition that an erratum is about, beside the one that the reader is on. */
function OwnPages({edition, ids}: {edition: string; ids: readonly string[]}) {
  const {pages} = useRecords();
  const {pages: guidance, caseStudies} = useCatalogue();
  const titles = new Map([...guidance, ...caseStudies].map(({id, title}) => [id, title]));
  const own = ids.filter((id) => id !== 'index' && pages[qualifiedId(id, edition)]);
  return own.map((id) => (
    <Fragment key={id}>
      <Link to={editionAddress(edition, id)}>{titles.get(id) ?? id}</Link>.{' '}
    </Fragment>
  ));
}
