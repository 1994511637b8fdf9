import {useBaseUrlUtils} from '@docusaurus/useBaseUrl';
import {type ComponentProps, useContext} from 'react';
import {Section} from '../../components/Section/Section.tsx';

/**
 * A link to a page of the site, by its address without the base URL, or to anything else. It replaces `@docusaurus/Link`,
 * which also loads pages ahead in the browser, where this site has no React.
 */
// biome-ignore lint/style/noDefaultExport: it replaces a default export.
export default function Link({to, href = to, ...props}: ComponentProps<'a'> & {to?: string}) {
  const {withBaseUrl} = useBaseUrlUtils();
  const {linkTo} = useContext(Section);
  const address = href && linkTo(href);
  // Addresses of pages end with a slash; those of files have an extension.
  const target = address?.startsWith('/')
    ? withBaseUrl(address.replace(/^([^?#]*\/[^/.?#]+)(?=$|[?#])/, '$1/'))
    : address;
  return <a {...props} href={target} />;
}
