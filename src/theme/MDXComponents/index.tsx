import Link from '@docusaurus/Link';
import type {ComponentProps} from 'react';
import {ScrollingTable} from '../../components/Prose/ScrollingTable.tsx';

/** The few elements of an author's text that need more than themselves. */
export default {
  a: ProseLink,
  img: LazyImage,
  pre: ScrollingCode,
  table: ScrollingTable,
};

/** Other sites open in the same tab, as readers expect of a link. */
function ProseLink({href, ...props}: ComponentProps<'a'>) {
  return href?.startsWith('/') ? <Link to={href} {...(props as object)} /> : <a href={href} {...props} />;
}

function LazyImage({alt = '', ...props}: ComponentProps<'img'>) {
  return <img alt={alt} loading="lazy" decoding="async" {...props} />;
}

/** Long lines scroll, and only what has the focus can be scrolled by keyboard. */
function ScrollingCode(props: ComponentProps<'pre'>) {
  // biome-ignore lint/a11y/noNoninteractiveTabindex: see above.
  return <pre tabIndex={0} {...props} />;
}
