import {errataOf} from '../../content/corrections.ts';
import {PageLinks} from '../Changes/PageLinks.tsx';
import {PublishedDate} from '../Changes/PublishedDate.tsx';
import {UpdateLink} from '../Changes/UpdateLink.tsx';
import {useRecords} from '../use-site.ts';

/** Above the words of an edition, which never change: what is wrong in them. */
export function Errata({edition, pageId}: {edition: string; pageId: string}) {
  const errata = errataOf(useRecords().corrections, edition, pageId);
  if (errata.length === 0) return null;
  return (
    <section className="notice" aria-labelledby="errata">
      <h2 id="errata">Errata: put right since this edition</h2>
      <ul>
        {errata.map(({update, published, note, pages}) => (
          <li key={update + note}>
            <PublishedDate published={published} />: {note}{' '}
            {pageId === 'index' && (
              <>
                On: <PageLinks ids={pages} />.{' '}
              </>
            )}
            <UpdateLink target={update} />
          </li>
        ))}
      </ul>
    </section>
  );
}
