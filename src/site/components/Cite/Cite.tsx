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
  /** The name of the edition; undefined for the live text. */
  edition?: string | undefined;
  lastUpdated?: Update['published'] | undefined;
  /** The same page in the newest edition that has it; undefined on a page of an edition. */
  frozen?: FrozenPage | undefined;
}

/** How to cite this page so that others can find the exact text. */
export function Cite({title, address, fingerprint, edition, lastUpdated, frozen}: Props) {
  const {toolkit} = useSiteFields();
  const isRestated = useIsRestated(edition);
  return (
    <details className="cite">
      <summary>Cite this page</summary>
      <p>
        {title}. <cite>{toolkit.title}</cite>: {toolkit.strapline}.{' '}
        {edition ? (
          `Edition ${edition}${isRestated ? ', a later restatement in new wording' : ''}.`
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
        The fingerprint changes whenever the text changes, so readers can check whether the page is still as you cited
        it.
      </p>
    </details>
  );
}

/** The page in an edition, whose text never changes, and whether it is the same. */
function Frozen({edition, address, isSame}: FrozenPage) {
  const full = useBaseUrl(address, {absolute: true});
  return (
    <p>
      The text of this page may change. The text in <Link to="/editions/">edition {edition}</Link> never does:{' '}
      {isSame ? 'today it is the same.' : 'it is older and differs from this one.'} To cite it, use this address:{' '}
      <a href={full}>{full}</a>
    </p>
  );
}
