import Head from '@docusaurus/Head';
import useBaseUrl from '@docusaurus/useBaseUrl';
import {apiContentAddress, markdownAddress} from '../../content/api/api-addresses.ts';
import {addressOf} from '../../content/page-id.ts';

/** Shows programs where a live page is as Markdown, and where as data. */
export function Alternates({pageId}: {pageId: string}) {
  const address = addressOf(pageId);
  const [markdown, item] = [useBaseUrl(markdownAddress(address)), useBaseUrl(apiContentAddress(address))];
  return (
    <Head>
      <link rel="alternate" type="text/markdown" href={markdown} />
      <link rel="alternate" type="application/json" href={item} />
    </Head>
  );
}
