import Link from '@docusaurus/Link';
import type {ComponentProps} from 'react';
import {Chart} from '../../components/Chart/Chart.tsx';
import {useSourceNumber} from '../../components/front-matter.ts';
import {InShort} from '../../components/InShort/InShort.tsx';
import {FileLink, UnavailableSince} from '../../components/Links/Links.tsx';
import {ScrollingTable} from '../../components/Prose/ScrollingTable.tsx';
import {Upkeep} from '../../components/Upkeep/Upkeep.tsx';

/** The elements of an author's text that need a component, and the components of directives. */
export default {
  Chart,
  InShort,
  Upkeep,
  a: ProseLink,
  img: LazyImage,
  pre: ScrollingCode,
  table: ScrollingTable,
};

/** Other sites open in the same tab, as readers expect. */
function ProseLink({href, ...props}: ComponentProps<'a'>) {
  const number = useSourceNumber(href);
  if (href && /^\/[^?#]*\.\w+([?#]|$)/.test(href)) return <FileLink to={href}>{props.children}</FileLink>;
  if (href?.startsWith('/')) return <Link to={href} {...(props as object)} />;
  return (
    <>
      <a href={href} {...number} {...props} />
      {href && <UnavailableSince address={href} />}
    </>
  );
}

function LazyImage({alt = '', ...props}: ComponentProps<'img'>) {
  return <img alt={alt} loading="lazy" decoding="async" {...props} />;
}

/** Long lines scroll, and only a focused element can be scrolled by keyboard. */
function ScrollingCode(props: ComponentProps<'pre'>) {
  // biome-ignore lint/a11y/noNoninteractiveTabindex: see above.
  return <pre tabIndex={0} {...props} />;
}
