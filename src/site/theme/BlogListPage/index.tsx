import Link from '@docusaurus/Link';
import useRouteContext from '@docusaurus/useRouteContext';
import type {Props} from '@theme/BlogListPage';
import {sinceAddress} from '../../../content/addresses/difference-addresses.ts';
import {termUpdates, UPDATES} from '../../../content/addresses/feed-addresses.ts';
import {ENTRIES_PER_PAGE, listPages} from '../../../content/lists/list-pages.ts';
import {guidanceVocabularies, type Term} from '../../../content/schemas/vocabulary-schema.ts';
import {lowercaseFirst} from '../../../format/text.ts';
import {UpdateList} from '../../components/Changes/Changes.tsx';
import {MarkNew} from '../../components/Changes/MarkNew.tsx';
import {LinkList} from '../../components/Links/Links.tsx';
import {Pagination} from '../../components/Pagination/Pagination.tsx';
import {Page} from '../../components/SiteFrame/Page.tsx';
import {Slot} from '../../components/Slot/Slot.tsx';
import {useRecords, useSiteData, useSiteFields, useText} from '../../components/use-site.ts';

/** The list of a blog: the change log, or the posts of another one. */
export default function BlogListPage(props: Props) {
  return useRouteContext().plugin.id === 'default' ? <ChangeLog {...props} /> : <OtherPosts {...props} />;
}

/** The posts of a blog that a publisher has beside the updates. */
function OtherPosts({metadata, items}: Props) {
  const {blogTitle, blogDescription} = metadata;
  const {format} = useText();
  return (
    <Page title={blogTitle} description={blogDescription}>
      <ul className="entry-list">
        {items.map(({content: {metadata: post}}) => (
          <li key={post.permalink}>
            <Link to={post.permalink}>{post.title}</Link> <span>{format.day(String(post.date).slice(0, 10))}</span>
            <p>{post.description}</p>
          </li>
        ))}
      </ul>
    </Page>
  );
}

/** The change log: every update, newest first, and links to updates on one term. */
function ChangeLog({metadata}: Props) {
  const {toolkit} = useSiteFields();
  const {updates} = useSiteData().lists;
  const {updates: t, names, format} = useText();
  const editions = useRecords().editions.filter(({isRestated}) => !isRestated);
  const list = listPages(UPDATES, useRecords().updates, ENTRIES_PER_PAGE)[metadata.page - 1];
  if (!list) throw new Error(`no page ${metadata.page} of the updates`);
  return (
    <Page
      title={names.updates}
      description={t.about({title: toolkit.title})}
      position={list}
      metadata={<Slot name="head" at="updates" />}
      lead={updates ? t.lead : t.nothing}
      intro={
        <>
          {updates && <Slot name="title" at="updates" />}
          {editions.length > 0 && (
            <nav aria-label={names.editions}>
              <LinkList
                links={editions.map((edition) => ({
                  label: names.since({edition: format.inWords(edition)}),
                  to: sinceAddress(edition.name),
                }))}
              />
            </nav>
          )}
        </>
      }
      column="list-page with-aside"
    >
      <div>
        {updates && <UpdateList updates={list.items} />}
        <Pagination list={UPDATES} {...list} />
      </div>
      <aside>
        {updates && <MarkNew />}
        {guidanceVocabularies(toolkit).map(({key, singular, terms}) => (
          <UpdatesByTerm key={key} title={t.by({vocabulary: lowercaseFirst(singular)})} terms={terms} />
        ))}
      </aside>
    </Page>
  );
}

/** Links to the updates on each term of a vocabulary. */
function UpdatesByTerm({title, terms}: {title: string; terms: readonly Term[]}) {
  const {updatedTerms} = useRecords();
  const updated = terms.filter(({id}) => updatedTerms.includes(id));
  if (updated.length === 0) return null;
  return (
    <nav aria-label={title}>
      <h2>{title}</h2>
      <LinkList links={updated.map(({id, label}) => ({label, to: termUpdates(id)}))} />
    </nav>
  );
}
