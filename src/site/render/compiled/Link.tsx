import {useBaseUrlUtils} from '@docusaurus/useBaseUrl';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {applyTrailingSlash} from '@docusaurus/utils-common';
import type {ComponentProps} from 'react';

/**
 * A link to a page of the site, by its address without the base URL, or to anything else. It replaces `@docusaurus/Link`,
 * which also loads pages ahead in the browser, where this site has no React.
 */
// biome-ignore lint/style/noDefaultExport: it replaces a default export.
export default function Link({to, href = to, ...props}: ComponentProps<'a'> & {to?: string}) {
  const {withBaseUrl} = useBaseUrlUtils();
  const {siteConfig} = useDocusaurusContext();
  const {baseUrl, trailingSlash} = siteConfig;
  const target = href?.startsWith('/') ? applyTrailingSlash(withBaseUrl(href), {baseUrl, trailingSlash}) : href;
  return <a {...props} href={target} />;
}
