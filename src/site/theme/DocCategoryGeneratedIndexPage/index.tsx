import {useCurrentSidebarCategory} from '@docusaurus/plugin-content-docs/client';
import {PageMetadata} from '@docusaurus/theme-common';
import type {Props} from '@theme/DocCategoryGeneratedIndexPage';
import {withSlash} from '../../../content/pages/page-id.ts';
import {LinkList} from '../../components/Links/Links.tsx';
import {Paginator} from '../../components/Navigation/Navigation.tsx';
import {FrameFoot} from '../../components/SiteFrame/SiteFrame.tsx';

/** The page of a category of the sidebar that has none of its own: a list of what is in it. */
export default function DocCategoryGeneratedIndexPage({categoryGeneratedIndex}: Props) {
  const {title, description, navigation} = categoryGeneratedIndex;
  const {items} = useCurrentSidebarCategory();
  const links = items.flatMap((item) =>
    item.type === 'html' || item.href === undefined ? [] : [{label: item.label, to: withSlash(item.href)}],
  );
  return (
    <article className="page">
      <PageMetadata title={title} {...(description && {description})} />
      <header className="page-head">
        <h1>{title}</h1>
        {description && <p className="lead">{description}</p>}
      </header>
      <div className="page-body">
        <LinkList links={links} />
      </div>
      <div className="page-end">
        <Paginator {...navigation} />
      </div>
      <FrameFoot title={title} />
    </article>
  );
}
