import useBaseUrl from '@docusaurus/useBaseUrl';
import type {ReactNode} from 'react';

/** A link to a file that is no page: Docusaurus' own would add a slash to its address. */
export function FileLink({to, children}: {to: string; children: ReactNode}) {
  return <a href={useBaseUrl(to)}>{children}</a>;
}
