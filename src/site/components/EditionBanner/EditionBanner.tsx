import Head from '@docusaurus/Head';
import Link from '@docusaurus/Link';
import {useDocsVersion} from '@docusaurus/plugin-content-docs/client';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {Fragment, type ReactNode} from 'react';
import {errataOf, redactionsOf} from '../../../changes/updates/corrections.ts';
import {EDITIONS, sinceAddress} from '../../../content/addresses/difference-addresses.ts';
import {type CataloguePage, pageNamed, readInstead} from '../../../content/pages/catalogue.ts';
import {addressOf, qualifiedId} from '../../../content/pages/page-id.ts';
import {PublishedDate, UpdateLink} from '../Changes/PageLinks.tsx';
import {HistoryList} from '../History/History.tsx';
import {LinkList} from '../Links/Links.tsx';
import {Rich} from '../Rich/Rich.tsx';
import {useCatalogue, useEditionNamed, useRecords, useSiteData, useSiteFields, useText} from '../use-site.ts';

/** On a page of an edition: shows readers and search engines which edition it is, and links to the live page. */
export function EditionBanner({title, pageId, edition}: {title: string; pageId: string; edition: string}) {
  const {editions: t, format} = useText();
  const {title: siteTitle} = useDocusaurusContext().siteConfig;
  const {pages, caseStudies} = useCatalogue();
  const records = useRecords().pages;
  const summary = useEditionNamed()(edition) ?? {name: edition, about: undefined, label: undefined};
  const all = [...pages, ...caseStudies];
  const page = pageNamed(all, pageId);
  const today = page?.withdrawn ? readInstead(all, page.withdrawn) : page;
  const {fingerprint} = records[qualifiedId(pageId, edition)] ?? {};
  const isSame = page !== undefined && records[page.id]?.fingerprint === fingerprint;
  const {major = [], minor = []} = useSiteData().since[qualifiedId(page?.id ?? pageId, edition)] ?? {};
  const after = t.after({edition: format.inWords(summary)});
  return (
    <div className="notice">
      <Head>
        {/* Distinguishes it from the live page in tabs and search results. */}
        <title>{`${t.titleIn({title, edition: format.inWords(summary)})} | ${siteTitle}`}</title>
        {/* Its canonical address stays its own, which is the one to cite. */}
        <meta name="robots" content="noindex" />
      </Head>
      <p>
        <strong>{summary.label === undefined ? t.this({name: edition}) : `${summary.label}.`}</strong> {summary.about}{' '}
        <LivePage page={page} today={today} isSame={isSame} />{' '}
        <Rich text={t.whatTheyAre} with={{a: (words) => <Link to={EDITIONS}>{words}</Link>}} />{' '}
        {pageId === 'index' && <Link to={sinceAddress(edition)}>{after}</Link>}
      </p>
      {pageId !== 'index' && major.length + minor.length > 0 && (
        <details>
          <summary>{after}</summary>
          <HistoryList entries={[...major, ...minor]} max={5} all={page && `${page.address}#page-updates`} />
        </details>
      )}
    </div>
  );
}

interface LivePageProps {
  page: CataloguePage | undefined;
  today: CataloguePage | undefined;
  /** Whether it reads as in the edition. */
  isSame: boolean;
}

/** A link to the current text, and whether it is another one. */
function LivePage({page, today, isSame}: LivePageProps) {
  const {editions: t, page: ofPage, format} = useText();
  const {pages_at} = useSiteFields().toolkit;
  const {address = pages_at, withdrawn} = page ?? {};
  const a = (words: ReactNode) => <Link to={address}>{words}</Link>;
  if (!withdrawn) return <Rich text={page ? (isSame ? t.readSame : t.readNewer) : t.noLive} with={{a}} />;
  return (
    <>
      <Rich text={t.withdrawn({day: format.day(withdrawn.on)})} with={{a, why: () => withdrawn.why}} />
      {today && ' '}
      {today && <Rich text={ofPage.readInstead} with={{a: () => <Link to={today.address}>{today.title}</Link>}} />}
    </>
  );
}

/** How many editions the menu offers, besides the one that is open. */
const MAX_EDITIONS = 5;

interface EditionMenuProps {
  pageId: string;
  edition: string | undefined;
  isOpen?: boolean;
}

/**
 * Links to the same page in the newest editions, or to the front page of editions without it; nothing if there are none.
 */
export function EditionMenu({pageId, edition, isOpen}: EditionMenuProps) {
  const {editions: t, names, format} = useText();
  const {toolkit} = useSiteFields();
  const {editions, pages} = useRecords();
  // Editions have no pages about the toolkit.
  if (useDocsVersion().pluginId !== 'default' || editions.length === 0) return null;
  const newest = editions.filter(({name}, index) => index < MAX_EDITIONS || name === edition);
  const open = newest.find(({name}) => name === edition);
  return (
    <details className="edition-menu" open={isOpen}>
      <summary>{open ? t.menu({edition: open.label ?? open.name}) : t.menuLive}</summary>
      <ul>
        {[undefined, ...newest].map((offered) => {
          const name = offered?.name;
          const hasPage = pages[qualifiedId(pageId, name)] !== undefined;
          return (
            <li key={name ?? 'live'}>
              <Link
                to={addressOf(toolkit, hasPage ? pageId : 'index', name)}
                {...(name === edition && {'aria-current': 'page'})}
              >
                {offered ? format.edition(offered) : names.live}
              </Link>
              {name === undefined && ` ${t.keepsChanging}`}
              {!hasPage && ` ${t.hasNot}`}
            </li>
          );
        })}
        {newest.length < editions.length && (
          <li>
            <Link to={EDITIONS}>{t.all}</Link>
          </li>
        )}
      </ul>
    </details>
  );
}

/** Errors in the text of an edition, shown above it because the text never changes. */
export function Errata({edition, pageId}: {edition: string; pageId: string}) {
  const {editions: t} = useText();
  const errata = errataOf(useRecords().corrections, edition, pageId);
  if (errata.length === 0) return null;
  return (
    <section className="notice" aria-labelledby="errata">
      <h2 id="errata">{t.errata}</h2>
      <p>{t.errataAbout}</p>
      <ul>
        {errata.map(({update, published, note, pages}) => (
          <li key={update + note}>
            <PublishedDate published={published} />: {note}{' '}
            {pageId === 'index' && <OwnPages edition={edition} ids={pages} />}
            <Rich text={t.seeUpdate} with={{a: () => <UpdateLink target={update} />}} />
          </li>
        ))}
      </ul>
      {pageId === 'index' && <EditionPages />}
    </section>
  );
}

/** The other pages of the edition that an erratum is about. */
function OwnPages({edition, ids}: {edition: string; ids: readonly string[]}) {
  const {toolkit} = useSiteFields();
  const {pages} = useRecords();
  const {pages: guidance, caseStudies} = useCatalogue();
  const titles = new Map([...guidance, ...caseStudies].map(({id, title}) => [id, title]));
  const own = ids.filter((id) => id !== 'index' && pages[qualifiedId(id, edition)]);
  return own.map((id) => (
    <Fragment key={id}>
      <Link to={addressOf(toolkit, id, edition)}>{titles.get(id) ?? id}</Link>.{' '}
    </Fragment>
  ));
}

/** Every page of an edition by title: its front page may list fewer. */
function EditionPages() {
  const {docs, label} = useDocsVersion();
  const {toolkit} = useSiteFields();
  const {editions: t, format} = useText();
  const pages = Object.values(docs).toSorted((a, b) => format.compare(a.title, b.title));
  return (
    <details open>
      <summary>{t.pages({count: pages.length})}</summary>
      <LinkList links={pages.map(({id, title}) => ({label: title, to: addressOf(toolkit, id, label)}))} />
    </details>
  );
}

/** Text that was removed from an edition: when and why. */
export function Redactions({edition, pageId}: {edition: string; pageId: string}) {
  const {editions: t, format} = useText();
  const {redactions = []} = useEditionNamed()(edition) ?? {};
  return redactionsOf(redactions, pageId).map(({on, update, why, what, count}) => (
    <p className="notice" key={update + what}>
      <strong>
        {what === 'words' ? t.textRemoved({day: format.day(on)}) : t.pagesRemoved({count, day: format.day(on)})}
      </strong>{' '}
      <Rich text={t.why} with={{why: () => why}} /> <UpdateLink target={update} />
    </p>
  ));
}
