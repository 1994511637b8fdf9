import Link from '@docusaurus/Link';
import {Fragment} from 'react';
import {issueUrl} from '../../../content/addresses/editor-links.ts';
import type {Update} from '../../../content/schemas/update-schema.ts';
import type {DifferenceLinkData} from '../../data/site-data.ts';
import {Rich} from '../Rich/Rich.tsx';
import {usePageNamed, useRecords, useSiteFields, useText} from '../use-site.ts';

/** Links to pages in one line: a moved page at its current address, and only the id of a page that is gone. A change without a page is of the toolkit. */
export function LinkedPages({ids}: {ids: readonly string[]}) {
  const pageOf = usePageNamed();
  const {frame: t} = useText();
  const {toolkit} = useSiteFields();
  if (ids.length === 0) return toolkit.title;
  return ids.map((id, index) => {
    const page = pageOf(id);
    return (
      <Fragment key={id}>
        {index > 0 && ', '}
        {page ? <Link to={page.address}>{page.title}</Link> : id}
        {page?.withdrawn && ` ${t.withdrawn}`}
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
  const words = useText().format.range(published);
  return published.earliest === published.latest ? <time dateTime={published.latest}>{words}</time> : words;
}

/** When an update was published, as a paragraph. */
export function PublishedOn({published}: {published: Update['published']}) {
  const {changes: t, format} = useText();
  return (
    <p className="published-on" data-since={format.range(published)}>
      <Rich text={t.published} with={{date: () => <PublishedDate published={published} />}} />
    </p>
  );
}

/** A link to a difference, with its size; `of` is the title of the page, for screen readers that read only the link. */
export function DifferenceLink({address, measure, of}: DifferenceLinkData & {of?: string}) {
  const {changes: t} = useText();
  return (
    <span className="to-difference">
      <Link to={address}>{of ? <Rich text={t.seeIn} with={{title: () => of}} /> : t.see}</Link> ({measure})
    </span>
  );
}

/** Says that a change answers feedback, with links to it by number. */
export function AfterFeedback({answers = []}: {answers: readonly number[] | undefined}) {
  const {toolkit} = useSiteFields();
  const {changes: t, format} = useText();
  // Without a host, and elsewhere than on GitHub, no feedback has a number.
  if (answers.length === 0 || toolkit.host !== 'github') return null;
  const links = answers.map((number) => (
    <a key={number} href={issueUrl(toolkit, number)}>
      <Rich text={t.number({value: number})} />
    </a>
  ));
  return <Rich text={t.afterFeedback} with={{numbers: () => format.join(links)}} />;
}
