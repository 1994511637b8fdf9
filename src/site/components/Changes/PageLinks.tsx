import Link from '@docusaurus/Link';
import {Fragment} from 'react';
import {formatRange} from '../../../format/format-date.ts';
import {issueUrl} from '../../../intake/feedback-link.ts';
import type {Update} from '../../../model/schemas/update-schema.ts';
import type {DifferenceLinkData} from '../../data/site-data.ts';
import {usePageNamed, useRecords, useSiteFields} from '../use-site.ts';

/** Links to pages in one line: a moved page at its current address, and only the id of a page that is gone. */
export function LinkedPages({ids}: {ids: readonly string[]}) {
  const pageOf = usePageNamed();
  return ids.map((id, index) => {
    const page = pageOf(id);
    return (
      <Fragment key={id}>
        {index > 0 && ', '}
        {page ? <Link to={page.address}>{page.title}</Link> : id}
        {page?.withdrawn && ' (withdrawn)'}
      </Fragment>
    );
  });
}

/** A link to an update by its slug or the name of one of its changes, `2026-11-24#2`. */
export function UpdateLink({target}: {target: string}) {
  const [slug = target] = target.split('#');
  const title = useRecords().updates.find((update) => update.slug === slug)?.title;
  return <Link to={`/updates/${slug}/`}>{title ?? slug}</Link>;
}

/** A day or a range as text; only an exact day is machine-readable. */
export function PublishedDate({published}: {published: Update['published']}) {
  const words = formatRange(published);
  return published.earliest === published.latest ? <time dateTime={published.latest}>{words}</time> : words;
}

/** When an update was published, as a paragraph. */
export function PublishedOn({published}: {published: Update['published']}) {
  return (
    <p className="published-on">
      Published <PublishedDate published={published} />
    </p>
  );
}

/** A link to a difference, with its size; `of` is the title of the page, for screen readers that read only the link. */
export function DifferenceLink({address, measure, of}: DifferenceLinkData & {of?: string}) {
  return (
    <span className="to-difference">
      <Link to={address}>See what changed{of && <span className="visually-hidden"> in {of}</span>}</Link> ({measure})
    </span>
  );
}

/** Says that a change answers feedback, with links to it by number. */
export function AfterFeedback({answers = []}: {answers: readonly number[] | undefined}) {
  const {toolkit} = useSiteFields();
  if (answers.length === 0) return null;
  return (
    <>
      Changed after readers’ feedback:{' '}
      {answers.map((number, index) => (
        <Fragment key={number}>
          {index > 0 && (index === answers.length - 1 ? ' and ' : ', ')}
          <a href={issueUrl(toolkit, number)}>
            number {number}
            <span className="visually-hidden"> on GitHub</span>
          </a>
        </Fragment>
      ))}
      .
    </>
  );
}
