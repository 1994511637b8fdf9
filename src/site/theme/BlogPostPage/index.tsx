import Head from '@docusaurus/Head';
import useRouteContext from '@docusaurus/useRouteContext';
import type {Content, Props} from '@theme/BlogPostPage';
import {countChanges} from '../../../changes/updates/change-labels.ts';
import type {Update} from '../../../content/schemas/update-schema.ts';
import {Breadcrumbs} from '../../components/Breadcrumbs/Breadcrumbs.tsx';
import {ChangeList, CorrectionNotice} from '../../components/Changes/Changes.tsx';
import {PublishedOn} from '../../components/Changes/PageLinks.tsx';
import {updateFrontMatter} from '../../components/front-matter.ts';
import {PrintedAs, SiteFrame} from '../../components/SiteFrame/SiteFrame.tsx';
import {useRecords, useText} from '../../components/use-site.ts';

/** A post of a blog: an update, or of another blog its text. */
export default function BlogPostPage(props: Props) {
  return useRouteContext().plugin.id === 'default' ? <UpdatePage {...props} /> : <OtherPost {...props} />;
}

/** A post of a blog that a publisher has beside the updates. */
function OtherPost({content: Content}: Props) {
  const {title, description, date} = Content.metadata;
  const {format} = useText();
  return (
    <SiteFrame title={title} description={description}>
      <article className="list-page">
        <header className="page-head">
          <h1>{title}</h1>
          <p className="page-meta">{format.day(String(date).slice(0, 10))}</p>
        </header>
        <div className="prose">
          <Content />
        </div>
      </article>
    </SiteFrame>
  );
}

/** One update: when it was published and what it changed. */
function UpdatePage({content}: Props) {
  const {slug, title, published, changes} = updateOf(content);
  const {names, changes: t} = useText();
  const head = useRecords().heads[slug];
  return (
    <SiteFrame title={title} description={changes[0]?.note}>
      <Head>
        <meta property="og:type" content="article" />
      </Head>
      <Breadcrumbs trail={[{label: names.updates, to: '/updates/'}, {label: title}]} />
      <article className="list-page update">
        <header className="page-head">
          <div className="kind">{names.update}</div>
          <h1>{title}</h1>
          <PublishedOn published={published} />
          <PrintedAs />
        </header>
        <CorrectionNotice slug={slug} />
        <ChangeList slug={slug} changes={countChanges(changes)} />
        {head && (
          <p className="facts-line">
            {t.head} <code>{head}</code>
          </p>
        )}
      </article>
    </SiteFrame>
  );
}

/** An update without its private sort key, which readers must never see. */
function updateOf(content: Content): Omit<Update, 'date'> {
  // `content.frontMatter` has days as `Date` objects.
  const {date: _private, ...update} = updateFrontMatter(content.metadata.frontMatter);
  return update;
}
