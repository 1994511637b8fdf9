import Link from '@docusaurus/Link';
import type {Props} from '@theme/BlogListPage';
import {Breadcrumbs} from '../../components/Breadcrumbs/Breadcrumbs.tsx';
import {PublishedOn} from '../../components/Changes/PublishedOn.tsx';
import {updateOf} from '../../components/Changes/update-of.ts';
import {SiteFrame} from '../../components/SiteFrame/SiteFrame.tsx';
import {useSiteFields} from '../../components/use-site.ts';

/** The updates, newest first. */
export default function BlogListPage({items, metadata}: Props) {
  const {toolkit} = useSiteFields();
  return (
    <SiteFrame title="Updates" description={`What changed in ${toolkit.title}, and when.`}>
      <Breadcrumbs trail={[{label: 'Updates'}]} />
      <div className="list-page">
        <header className="page-head">
          <h1>Updates</h1>
          <p className="lead">What changed in this toolkit, newest first.</p>
        </header>
        <ul className="entry-list">
          {items.map(({content}) => (
            <UpdateEntry key={content.metadata.permalink} content={content} />
          ))}
        </ul>
        <MorePages {...metadata} />
      </div>
    </SiteFrame>
  );
}

function UpdateEntry({content}: Props['items'][number]) {
  const {title, published, changes} = updateOf(content);
  const major = changes.filter(({significance}) => significance === 'major');
  return (
    <li>
      <h2>
        <Link to={content.metadata.permalink}>{title}</Link>
      </h2>
      <PublishedOn published={published} />
      {major.length > 0 ? (
        <ul>
          {major.map(({note}) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : (
        <p>Small corrections only.</p>
      )}
    </li>
  );
}

function MorePages({previousPage, nextPage}: Props['metadata']) {
  if (!previousPage && !nextPage) return null;
  return (
    <nav className="paginator" aria-label="More updates">
      {previousPage && <Link to={previousPage}>Newer updates</Link>}
      {nextPage && <Link to={nextPage}>Older updates</Link>}
    </nav>
  );
}
