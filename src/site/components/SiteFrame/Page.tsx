import Head from '@docusaurus/Head';
import type {ReactNode} from 'react';
import type {PagePosition} from '../../../content/lists/list-pages.ts';
import {Breadcrumbs, type Crumb} from '../Breadcrumbs/Breadcrumbs.tsx';
import {useText} from '../use-site.ts';
import {PrintedAs, SiteFrame} from './SiteFrame.tsx';

interface Props {
  title: string;
  description: string;
  /** For a page of a list: where it is among the others. */
  position?: PagePosition;
  /** Feeds for programs. */
  metadata?: ReactNode;
  /** Search engines should find other pages with the same text, or there is nothing to find. */
  noindex?: boolean;
  /** The breadcrumbs between the home page and this page. */
  above?: readonly Crumb[];
  /** How the breadcrumbs name this page. */
  crumb?: string;
  heading?: ReactNode;
  lead?: ReactNode;
  /** What follows the lead in the head of the page. */
  intro?: ReactNode;
  /** The class of the column; `null` where the page has columns of its own. */
  column?: string | null;
  /** `false` where the page asks for feedback itself. */
  asksFeedback?: boolean;
  children: ReactNode;
}

/** A page of the site that is not a document: frame, breadcrumbs, heading with lead, and content. */
export function Page({
  title,
  description,
  position,
  metadata,
  noindex = false,
  above = [],
  crumb = title,
  asksFeedback = true,
  ...content
}: Props) {
  const {heading = title, lead, intro, column = 'list-page', children} = content;
  const {lists: t} = useText();
  const {page, pages} = position ?? {page: 1, pages: 1};
  const isFirst = page === 1;
  const body = (
    <>
      <header className="page-head">
        <h1>{heading}</h1>
        <PrintedAs />
        {isFirst && lead && <p className="lead">{lead}</p>}
        {isFirst && intro}
      </header>
      {children}
    </>
  );
  return (
    <SiteFrame
      title={isFirst ? title : t.titleOfPage({title, page, pages})}
      description={isFirst ? description : `${description} ${t.page({page, pages})}.`}
      asksFeedback={asksFeedback}
    >
      {metadata}
      {noindex && (
        <Head>
          <meta name="robots" content="noindex" />
        </Head>
      )}
      <Breadcrumbs trail={[...above, {label: crumb}]} />
      {column === null ? body : <div className={column}>{body}</div>}
    </SiteFrame>
  );
}
