import Link from '@docusaurus/Link';
import {useLocation} from '@docusaurus/router';
import {PageMetadata} from '@docusaurus/theme-common';
import useBaseUrl, {useBaseUrlUtils} from '@docusaurus/useBaseUrl';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type {ReactNode} from 'react';
import {FOLLOW} from '../../../content/addresses/feed-addresses.ts';
import {listsOf} from '../../../content/pages/collection-pages.ts';
import {withSlash} from '../../../content/pages/page-id.ts';
import type {ToolkitConfig} from '../../../content/schemas/toolkit-schema.ts';
import {FEEDBACK_ANCHOR, Feedback} from '../Feedback/FeedbackWays.tsx';
import {LinkList} from '../Links/Links.tsx';
import {Rich} from '../Rich/Rich.tsx';
import {pluralTemplates, template} from '../template.ts';
import {useSiteData, useSiteFields, useText} from '../use-site.ts';

interface Props {
  title?: string | undefined;
  description?: string | undefined;
  /** Navigation next to the page; on a narrow screen it opens with the menu. */
  sidebar?: ReactNode;
  /** `false` where there is no request for feedback, `itself` where the page has its own. */
  asksFeedback?: boolean | 'itself';
  /** `false` where the main part has the search. */
  hasSearch?: boolean;
  children: ReactNode;
}

/** The frame of every page: skip link, header, sidebar if there is one, main part, a request for feedback and footer. */
export function SiteFrame({title, description, sidebar, asksFeedback = true, hasSearch = true, children}: Props) {
  const {frame: t} = useText();
  const {toolkit} = useSiteFields();
  return (
    <>
      <PageMetadata {...(title && {title})} {...(description && {description})} />
      <a className="skip-link" href="#main">
        {t.skip}
      </a>
      <SiteHeader feedbackAt={asksFeedback ? `#${FEEDBACK_ANCHOR}` : '/feedback/'} hasSearch={hasSearch} />
      <div className={sidebar ? 'frame with-sidebar' : 'frame'}>
        {sidebar}
        <main id="main" tabIndex={-1}>
          {children}
          {asksFeedback === true && (
            <footer className="page-foot">
              <FrameFeedback title={title ?? toolkit.title} />
            </footer>
          )}
        </main>
      </div>
      <SiteFooter />
    </>
  );
}

/** Asks for feedback on a page that is generated, and so has no edition and no fingerprint. */
function FrameFeedback({title}: {title: string}) {
  const {url} = useDocusaurusContext().siteConfig;
  const {pathname} = useLocation();
  return <Feedback page={{title, address: url + withSlash(pathname), edition: 'live'}} />;
}

/** Publisher, licence, contact and the links of the configuration. */
function SiteFooter() {
  const {toolkit} = useSiteFields();
  const {lists} = useSiteData();
  const {frame: t, names} = useText();
  const {publisher, licence, email, footer_text: text} = toolkit;
  const canFollow = lists.updates || toolkit.mailing_list !== undefined;
  return (
    <footer className="site-footer">
      <nav aria-label={t.aboutSite}>
        <LinkList
          links={[
            {label: names.allPages, to: '/search/'},
            ...(lists.editions ? [{label: names.editions, to: '/editions/'}] : []),
            ...(canFollow ? [{label: names.follow, to: FOLLOW}] : []),
            {label: names.feedback, to: '/feedback/'},
            {label: names.data, to: '/api/'},
            ...toolkit.footer,
          ]}
        />
      </nav>
      <p>
        <Rich text={t.contact} with={{a: () => <a href={`mailto:${email}`}>{email}</a>}} />
      </p>
      <p>{publisher ?? t.noPublisher}</p>
      {text && <p>{text}</p>}
      <p>
        <Licence {...licence} />
      </p>
    </footer>
  );
}

/**
 * The banner of every page. The `<details>` holds only its summary: style sheets show and hide what follows by
 * its state, so that one list serves as a row on wide screens and as a menu, without a script, on narrow ones.
 */
function SiteHeader({feedbackAt, hasSearch}: {feedbackAt: string; hasSearch: boolean}) {
  const {toolkit} = useSiteFields();
  const {frame: t, names} = useText();
  return (
    <header className="site-header">
      <div className="masthead">
        <Link className="brand" to="/">
          <Logo />
          <span className="brand-title">{toolkit.title}</span>{' '}
          <span className="brand-strapline">{toolkit.strapline}</span>
        </Link>
        {hasSearch && (
          <Link className="to-search" to="/search/" aria-label={names.search}>
            <svg aria-hidden="true" viewBox="0 0 24 24" width="22" height="22" fill="none" stroke="currentColor">
              <path d="M15 15l7 7M17 10a7 7 0 1 1-14 0 7 7 0 1 1 14 0" strokeWidth="2.5" />
            </svg>
          </Link>
        )}
        <details className="menu">
          <summary>{t.menu}</summary>
        </details>
        <div className="site-tools">
          <MainNav />
          {hasSearch && <SearchForm />}
          <ColourModeButton />
        </div>
      </div>
      {/* The renderer takes it out of a published site: otherwise the first change after an update would change every page. */}
      <p className="preview-banner">{t.preview}</p>
      <PhaseBanner feedbackAt={feedbackAt} />
    </header>
  );
}

/** The logo is decoration: the title follows it. */
function Logo() {
  const {logo} = useSiteFields().toolkit.theme;
  const address = useBaseUrl(logo ?? '');
  return logo === undefined ? null : <img className="logo" loading="lazy" src={address} alt="" />;
}

function SearchForm() {
  const {frame: t, search, names} = useText();
  return (
    <search aria-label={t.site}>
      <form className="search-form" action={useBaseUrl('/search/')}>
        <label className="visually-hidden" htmlFor="site-search">
          {search.toolkit}
        </label>
        <input id="site-search" type="search" name="q" placeholder={names.search} />
        <button type="submit">{names.search}</button>
      </form>
    </search>
  );
}

/** Switches between light and dark; hidden until the script that makes it work has run. */
function ColourModeButton() {
  const {frame: t} = useText();
  return (
    <button className="colour-mode" type="button" data-colour-mode hidden aria-label={t.darkColours}>
      <svg aria-hidden="true" viewBox="0 0 24 24" width="22" height="22">
        <circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" strokeWidth="2" />
        <path d="M12 3a9 9 0 0 1 0 18z" fill="currentColor" />
      </svg>
    </button>
  );
}

/** The sections of the site. */
function MainNav() {
  const {frame: t, names} = useText();
  const {toolkit} = useSiteFields();
  const {lists, filledCollections} = useSiteData();
  const collections = listsOf(toolkit).filter(({id, list}) => list.in_menu && filledCollections.includes(id));
  const folders = collections.map(({folder}) => `/toolkit/${folder}/`);
  return (
    <nav className="main-nav" aria-label={t.main}>
      <ul>
        <NavItem to="/toolkit/" label={names.guidance} except={['/toolkit/case-studies/', ...folders]} />
        {lists.caseStudies && <NavItem to="/case-studies/" label={names.caseStudies} also="/toolkit/case-studies/" />}
        {collections.map(({id, label, folder, list}) => (
          <NavItem key={id} to={list.address} label={label} also={`/toolkit/${folder}/`} />
        ))}
        {lists.updates && <NavItem to="/updates/" label={names.updates} />}
        <NavItem to={toolkit.contribute.to} label={toolkit.contribute.label} />
      </ul>
    </nav>
  );
}

interface ItemProps {
  to: string;
  label: string;
  /** Addresses below `to` whose pages belong to another section. */
  except?: readonly string[];
  /** An address elsewhere whose pages belong to this section. */
  also?: string;
}

function NavItem({to, label, except = [], also}: ItemProps) {
  const {pathname} = useLocation();
  const {withBaseUrl} = useBaseUrlUtils();
  const base = withBaseUrl(to);
  const isIn = (address: string) => pathname.startsWith(withBaseUrl(address));
  const within = (isIn(to) && !except.some(isIn)) || (also !== undefined && isIn(also));
  const current = pathname === base ? 'page' : within ? 'true' : undefined;
  return (
    <li>
      <Link to={to} {...(current && {'aria-current': current})}>
        {label}
      </Link>
    </li>
  );
}

/** How finished the toolkit is, and where to say what is wrong with it. */
function PhaseBanner({feedbackAt}: {feedbackAt: string}) {
  const {names} = useText();
  const {phase} = useSiteFields().toolkit;
  return (
    <p className="phase-banner">
      <strong>{phase.name}</strong>
      <span>
        {phase.text} <Link to={feedbackAt}>{names.feedback}</Link>
      </span>
    </p>
  );
}

/** The attribution, with the name of the licence as a link: in the sentence if it appears there, otherwise after it. */
export function Licence({name, url, attribution}: ToolkitConfig['licence']) {
  const [before, after] = attribution.includes(name) ? attribution.split(name, 2) : [`${attribution} `, ''];
  return (
    <>
      {before}
      <a href={url} rel="license">
        {name}
      </a>
      {after}
    </>
  );
}

/** Who wrote the toolkit that this one restates; nothing if there was no earlier publisher. */
export function PublisherNotice() {
  const {predecessor} = useSiteFields().toolkit;
  return predecessor ? <p className="notice publisher-notice">{predecessor.notice}</p> : null;
}

/**
 * A search form in the main part of a page: for all pages, with results on this page; for case studies, where the script
 * filters them; or one that opens the search page.
 */
export function PageSearch({kind}: {kind: 'all' | 'finder' | 'elsewhere'}) {
  const {names, search: t, finder, format} = useText();
  const base = useBaseUrl('/');
  const isFinder = kind === 'finder';
  const common = {'data-common-words': t.commonWords};
  const script = {
    all: {
      'data-search': base,
      'data-busy': t.busy,
      'data-failed': t.failed,
      'data-unknown': template(t.unknown),
      'data-found': pluralTemplates(t.found, format.language),
      'data-found-older': pluralTemplates(t.foundOlder, format.language),
      'data-some': t.some,
      ...common,
    },
    finder: {
      'data-finder': base,
      'data-failed': finder.failed,
      'data-found': template(finder.found),
      'data-found-for': template(finder.foundFor),
      ...common,
    },
    elsewhere: {},
  }[kind];
  return (
    <search
      aria-label={isFinder ? names.caseStudies : t.all}
      {...(isFinder && {'data-needs-script': true, hidden: true})}
    >
      <form className="page-search" action={useBaseUrl('/search/')} {...script}>
        <label htmlFor="page-search">{isFinder ? t.caseStudies : t.toolkit}</label>
        <div>
          <input id="page-search" type="search" name="q" autoComplete="off" />
          <button type="submit" className="button-link">
            {names.search}
          </button>
        </div>
        {isFinder && (
          <label className="order">
            {finder.sort}{' '}
            <select autoComplete="off">
              {Object.entries(finder.orders).map(([order, label]) => (
                <option key={order} value={order === 'usual' ? '' : order}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        )}
      </form>
    </search>
  );
}
