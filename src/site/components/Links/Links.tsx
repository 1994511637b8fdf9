import Link from '@docusaurus/Link';
import useBaseUrl from '@docusaurus/useBaseUrl';
import type {ComponentProps, ReactNode} from 'react';
import {unavailableOf} from '../../../content/link-ledger/verdict.ts';
import {useRecords, useText} from '../use-site.ts';

/** A paragraph that is a prominent link; other properties are those of the paragraph. */
export function WayIn({to, children, ...props}: ComponentProps<'p'> & {to: string}) {
  return (
    <p {...props}>
      <Link className="way-in" to={to}>
        {children}
      </Link>
    </p>
  );
}

export function LinkList({links, className}: {links: readonly {label: string; to: string}[]; className?: string}) {
  return (
    <ul className={className}>
      {links.map(({label, to}) => (
        <li key={to}>{to.startsWith('/') ? <Link to={to}>{label}</Link> : <a href={to}>{label}</a>}</li>
      ))}
    </ul>
  );
}

/** A link to a file that is not a page: Docusaurus' own link would add a slash to its address. */
export function FileLink({to, children}: {to: string; children: ReactNode}) {
  return <a href={useBaseUrl(to)}>{children}</a>;
}

/**
 * Says, after a link to another site, that it no longer opens, with the copy that an archive keeps; nothing where it
 * does.
 */
export function UnavailableSince({address}: {address: string}) {
  const {page: t, format} = useText();
  const unavailable = unavailableOf(useRecords().unavailable, address);
  if (!unavailable) return null;
  const {since, archived} = unavailable;
  return (
    <small>
      {' '}
      ({t.unavailable({month: format.month(since)})}
      {archived && (
        <>
          ; <a href={archived.url}>{t.archived({day: format.day(archived.on)})}</a>
        </>
      )}
      )
    </small>
  );
}
