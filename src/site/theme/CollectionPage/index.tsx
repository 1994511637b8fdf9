import Link from '@docusaurus/Link';
import type {ListPage} from '../../../content/lists/list-pages.ts';
import type {CollectionEntry} from '../../../content/pages/collection-pages.ts';
import {Pagination} from '../../components/Pagination/Pagination.tsx';
import {Page} from '../../components/SiteFrame/Page.tsx';
import {useSiteFields, useText} from '../../components/use-site.ts';

interface Props {
  label: string;
  /** How many pages the collection has in all. */
  total: number;
  address: string;
  list: ListPage<CollectionEntry>;
}

export default function CollectionPage({label, total, address, list}: Props) {
  const {toolkit} = useSiteFields();
  const {finder: t, counts} = useText();
  const lead = total === 0 ? t.nothing : undefined;
  return (
    <Page title={label} description={t.about({found: label, title: toolkit.title})} position={list} lead={lead}>
      {total > 0 && <p className="found">{counts.pages({count: total})}</p>}
      <ul className="entry-list">
        {list.items.map(({address: to, title, description, line}) => (
          <li key={to}>
            <h2>
              <Link to={to}>{title}</Link>
            </h2>
            {line && <p className="facts-line">{line}</p>}
            <p>{description}</p>
          </li>
        ))}
      </ul>
      <Pagination list={address} {...list} />
    </Page>
  );
}
