import Link from '@docusaurus/Link';
import type {Update} from '../../content/schemas/update-schema.ts';
import {PublishedDate} from '../Changes/PublishedDate.tsx';
import {useIsRestated} from '../edition.ts';
import {useSiteFields} from '../use-site.ts';

interface Props {
  title: string;
  /** The absolute address of the page. */
  address: string;
  fingerprint: string;
  /** The name of the edition; none for the live text. */
  edition?: string | undefined;
  lastUpdated?: Update['published'] | undefined;
}

/** How to cite this page, so that another reader can find the very words. */
export function Cite({title, address, fingerprint, edition, lastUpdated}: Props) {
  const {toolkit} = useSiteFields();
  const isRestated = useIsRestated(edition);
  return (
    <details className="cite">
      <summary>Cite this page</summary>
      <p>
        {title}. <cite>{toolkit.title}</cite>: {toolkit.strapline}.{' '}
        {edition ? (
          `Edition ${edition}${isRestated ? ', a later restatement in new words' : ''}.`
        ) : (
          <>
            Live text
            {lastUpdated && (
              <>
                , last updated <PublishedDate published={lastUpdated} />
              </>
            )}
            .
          </>
        )}{' '}
        {address} (fingerprint <code>{fingerprint}</code>)
      </p>
      <p>
        The fingerprint changes when a word of the page does: with it a reader can tell whether the words are still
        those you cited.{' '}
        {!edition && (
          <>
            For words that never change, cite the page in <Link to="/editions/">an edition</Link>.
          </>
        )}
      </p>
    </details>
  );
}
