import Link from '@docusaurus/Link';
import {formatDay} from '../../content/format-date.ts';
import {addressOf} from '../../content/page-id.ts';
import type {Page} from '../../content/schemas/page-schema.ts';
import {useCatalogue} from '../use-site.ts';

/** Says that a page no longer holds, since when, why, and what to read instead. */
export function Withdrawn({on, why, replaced_by: successor}: NonNullable<Page['withdrawn']>) {
  const {pages, caseStudies} = useCatalogue();
  const title = [...pages, ...caseStudies].find(({id}) => id === successor)?.title;
  return (
    <div className="notice">
      <p>
        <strong>This page was withdrawn on {formatDay(on)}.</strong> {why}
      </p>
      {successor && (
        <p>
          Read instead: <Link to={addressOf(successor)}>{title ?? successor}</Link>
        </p>
      )}
    </div>
  );
}
