import Head from '@docusaurus/Head';
import useBaseUrl from '@docusaurus/useBaseUrl';
import {apiContentAddress} from '../../content/api/api-addresses.ts';
import {addressOf} from '../../content/page-id.ts';
import {twinAddress} from '../../content/twin/twin-address.ts';

/** Tells programs where a live page stands as Markdown, and where as data. */
export function Alternates({pageId}: {pageId: string}) {
  const address = addressOf(pageId);
  const [twin, item] = [useBaseUrl(twinAddress(address)), useBaseUrl(apiContentAddress(address))];
  return (
    <Head>
      <link rel="alternate" type="text/markdown" href={twin} />
      <link rel="alternate" type="application/json" href={item} />
    </Head>
  );
}
