import {useBaseUrlUtils} from '@docusaurus/useBaseUrl';
import type {ComponentProps} from 'react';

/**
 * A link to a page of the site, by its address without the base URL, or to anything else. It replaces `@docusaurus/Link`,
 * which also loads pages ahead in the browser, where this site has no React.
 */
// biome-ignore lint/style/noDefaultExport: it replaces a default export.
export default function Link({to, href = to, ...props}: ComponentProps<'a'> & {to?: string}) {
  const {withBaseUrl} = useBaseUrlUtils();
  // Addresses of pages end with a slash; those of files have an extension.
  const target = href?.startsWith('/') ? withBaseUrl(href.replace(/^([^?#]*\/[^/.?#]+)(?=$|[?#])/, '$1/')) : href;
  return <a {...props} href={target} />;
}
