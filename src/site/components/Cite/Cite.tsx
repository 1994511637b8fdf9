import Link from '@docusaurus/Link';
import useBaseUrl from '@docusaurus/useBaseUrl';
import type {FrozenPage} from '../../../model/pages/frozen-page.ts';
import type {Update} from '../../../model/schemas/update-schema.ts';
import {PublishedDate} from '../Changes/PageLinks.tsx';
import {useIsRestated, useSiteFields} from '../use-site.ts';

interface Props {
  title: string;
  /** The absolute address of the page. */
  address: string;
  fingerprint: string;
  /** The name of the edition; none for the live text. */
  edition?: string | undefined;
  lastUpdated?: Update['published'] | undefined;
  /** The same page in the newest edition that has it; none for a page of an edition. */
  frozen?: FrozenPage | undefined;
}

/** How to cite this page, so that another reader can find the very words. */
export function Cite({title, address, fingerprint, edition, lastUpdated, frozen}: Props) {
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
      {frozen && <Frozen {...frozen} />}
      <p>
        The fingerprint changes when a word of the page does: with it a reader can tell whether the words are still
        those you cited.
      </p>
    </details>
  );
}

/** Where the page stands in words that never change, and whether they are the same. */
function Frozen({edition, address, isSame}: FrozenPage) {
  const full = useBaseUrl(address, {absolute: true});
  return (
    <p>
      The words above may change. Those in <Link to="/editions/">edition {edition}</Link> never do:{' '}
      {isSame ? 'today they are the same.' : 'they are older, and differ from these.'} To cite them, give this address:{' '}
      <a href={full}>{full}</a>
    </p>
  );
}
