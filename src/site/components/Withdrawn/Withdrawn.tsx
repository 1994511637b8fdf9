import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import {useBaseUrlUtils} from '@docusaurus/useBaseUrl';
import {formatDay} from '../../../format/format-date.ts';
import {readInstead} from '../../../model/pages/catalogue.ts';
import type {Page} from '../../../model/schemas/page-schema.ts';
import {useCatalogue} from '../use-site.ts';

type Props = NonNullable<Page['withdrawn']> & {
  /** The edition of the page, whose banner has the metadata for search engines; undefined for the live text. */
  edition: string | undefined;
};

/** Says that a page no longer holds, since when, why, and what to read instead, to readers and to search engines. */
export function Withdrawn({edition, ...withdrawn}: Props) {
  const {pages, caseStudies} = useCatalogue();
  const {withBaseUrl} = useBaseUrlUtils();
  const successor = readInstead([...pages, ...caseStudies], withdrawn);
  return (
    <div className="notice withdrawn">
      {!edition && (
        <Head>
          {successor ? (
            <link rel="canonical" href={withBaseUrl(successor.address, {absolute: true})} />
          ) : (
            <meta name="robots" content="noindex" />
          )}
        </Head>
      )}
      <p>
        <strong>
          This page was withdrawn on <time dateTime={withdrawn.on}>{formatDay(withdrawn.on)}</time>.
        </strong>{' '}
        {withdrawn.why}
      </p>
      {successor && (
        <p>
          Read instead: <Link to={successor.address}>{successor.title}</Link>.
        </p>
      )}
      <p>The text remains here so that links to it still work.</p>
    </div>
  );
}
