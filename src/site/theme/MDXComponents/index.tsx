import Link from '@docusaurus/Link';
import {Children, type ComponentProps, cloneElement, isValidElement} from 'react';
import {Chart} from '../../components/Chart/Chart.tsx';
import {InShort} from '../../components/InShort/InShort.tsx';
import {KeptData} from '../../components/KeptData/KeptData.tsx';
import {FileLink, UnavailableSince} from '../../components/Links/Links.tsx';
import {ScrollingTable, textOf} from '../../components/Prose/ScrollingTable.tsx';
import {useSourceNumber} from '../../components/Sources/sources.ts';
import {Upkeep} from '../../components/Upkeep/Upkeep.tsx';
import {useText} from '../../components/use-site.ts';

/** The elements of an author's text that need a component, and the components of directives. */
export default {
  Chart,
  InShort,
  KeptData,
  Upkeep,
  a: ProseLink,
  h2: (props: ComponentProps<'h2'>) => <LinkedHeading level="h2" {...props} />,
  h3: (props: ComponentProps<'h3'>) => <LinkedHeading level="h3" {...props} />,
  img: LazyImage,
  pre: ScrollingCode,
  table: ScrollingTable,
  tr: TableRow,
};

/** Other sites open in the same tab, as readers expect. */
function ProseLink({href, ...props}: ComponentProps<'a'>) {
  const number = useSourceNumber(href);
  if (href && /^\/[^?#]*\.\w+([?#]|$)/.test(href)) return <FileLink to={href}>{props.children}</FileLink>;
  if (href && /^[#/]/.test(href)) return <Link to={href} {...(props as object)} />;
  return (
    <>
      <a href={href} {...number} {...props} />
      {href && <UnavailableSince address={href} />}
    </>
  );
}

/** A heading is a link to itself, to copy. Its name remains that of the section; a mark and a tip say what it is for. */
function LinkedHeading({level: Level, id, children, ...props}: ComponentProps<'h2'> & {level: 'h2' | 'h3'}) {
  const {page: t} = useText();
  const hasLink = Children.toArray(children).some((child) => isValidElement(child) && child.type === ProseLink);
  return (
    <Level id={id} {...props}>
      {id === undefined || hasLink ? (
        children
      ) : (
        <a className="heading-link" href={`#${id}`} title={t.section}>
          {children}
        </a>
      )}
    </Level>
  );
}

/** The figure of a row with an anchor is a link to the row, to copy. */
function TableRow({id, children, ...props}: ComponentProps<'tr'>) {
  const {figures: t} = useText();
  const [first, ...others] = Children.toArray(children).filter((cell) => isValidElement<ComponentProps<'td'>>(cell));
  if (id === undefined || !first) return <tr {...props}>{children}</tr>;
  const {children: figure} = first.props;
  const link = (
    <a className="figure-link" href={`#${id}`} aria-label={t.linkTo({figure: textOf(figure)})}>
      {figure}
    </a>
  );
  return (
    <tr id={id} {...props}>
      {cloneElement(first, {className: 'figure'}, link)}
      {others}
    </tr>
  );
}

function LazyImage({alt = '', ...props}: ComponentProps<'img'>) {
  return <img alt={alt} loading="lazy" decoding="async" {...props} />;
}

/** Long lines scroll, and only a focused element can be scrolled by keyboard. Code with a language has a button to copy it. */
function ScrollingCode(props: ComponentProps<'pre'>) {
  const {charts: t} = useText();
  // biome-ignore lint/a11y/noNoninteractiveTabindex: see above.
  const code = <pre tabIndex={0} {...props} />;
  if (props.className === undefined) return code;
  return (
    <div className="code">
      {code}
      <button type="button" hidden data-copied={t.copied}>
        {t.copy}
      </button>
    </div>
  );
}
