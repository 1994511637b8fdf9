import Link from '@docusaurus/Link';
import {useLocation} from '@docusaurus/router';
import {PageMetadata} from '@docusaurus/theme-common';
import useBaseUrl, {useBaseUrlUtils} from '@docusaurus/useBaseUrl';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type {ReactNode} from 'react';
import {listsOf} from '../../../content/pages/collection-pages.ts';
import {addressOf, withSlash} from '../../../content/pages/page-id.ts';
import {CASE_STUDY_FOLDER} from '../../../content/pages/page-kinds.ts';
import type {ToolkitConfig} from '../../../content/schemas/toolkit-schema.ts';
import {LinkList} from '../Links/Links.tsx';
import {Rich} from '../Rich/Rich.tsx';
import {Slot, useSlot} from '../Slot/Slot.tsx';
import {useEditionNamed, useSiteData, useSiteFields, useText} from '../use-site.ts';

interface Props {
  title?: string | undefined;
  description?: string | undefined;
  /** Navigation next to the page; on a narrow screen it opens with the menu. */
  sidebar?: ReactNode;
  /** `false` where there is no request for feedback, `itself` where the page has its own. */
  asksFeedback?: boolean | 'itself';
  children: ReactNode;
}

/** The frame of every page: skip link, header, sidebar if there is one, main part, a request for feedback and footer. */
export function SiteFrame({title, description, sidebar, asksFeedback = true, children}: Props) {
  const {frame: t} = useText();
  const {toolkit} = useSiteFields();
  return (
    <>
      <PageMetadata {...(title && {title})} {...(description && {description})} />
      <a className="skip-link" href="#main">
        {t.skip}
      </a>
      <SiteHeader />
      <div className={sidebar ? 'frame with-sidebar' : 'frame'}>
        {sidebar}
        <main id="main" tabIndex={-1}>
          {children}
          {asksFeedback === true && <FrameFoot title={title ?? toolkit.title} />}
        </main>
      </div>
      <SiteFooter asksFeedback={asksFeedback !== false} />
    </>
  );
}

/** The parts at the end of a page that is generated or of another plugin, and so has no edition and no fingerprint. */
export function FrameFoot({title}: {title: string}) {
  const {url} = useDocusaurusContext().siteConfig;
  const {pathname} = useLocation();
  const foot = useSlot('foot', {at: 'end', page: {title, address: url + withSlash(pathname), edition: 'live'}});
  return foot.length > 0 && <footer className="page-foot">{foot}</footer>;
}

/** In print only: the address and the day or edition of the page, because paper has no address bar. */
export function PrintedAs({edition}: {edition?: string | undefined}) {
  const {today} = useSiteFields();
  const {page: t, format} = useText();
  const {url} = useDocusaurusContext().siteConfig;
  const address = url + withSlash(useLocation().pathname);
  const printed = useEditionNamed()(edition);
  return (
    <p className="printed-as">
      {printed
        ? t.printedEdition({address, edition: format.inWords(printed)})
        : t.printedOn({address, day: format.day(today)})}
    </p>
  );
}

const PHASE = 'phase';

/** How finished the toolkit is and where to say what is wrong; publisher, licence, contact, links of the configuration. */
function SiteFooter({asksFeedback}: {asksFeedback: boolean}) {
  const {toolkit} = useSiteFields();
  const {generated} = useSiteData();
  const {frame: t} = useText();
  const {publisher, licence, email, phase, footer_text: text} = toolkit;
  const links = generated.filter(({isInFooter}) => isInFooter).map(({title: label, address: to}) => ({label, to}));
  return (
    <footer className="site-footer">
      <nav aria-label={t.aboutSite}>
        <LinkList links={[...links, ...toolkit.footer]} />
      </nav>
      <p id={PHASE}>
        {phase?.text} <Slot name="menu" at="phase" asksFeedback={asksFeedback} />
      </p>
      <p>
        <Rich text={t.contact} with={{a: () => <a href={`mailto:${email}`}>{email}</a>}} />
      </p>
      <p>{publisher ?? t.noPublisher}</p>
      {text && <p>{text}</p>}
      {licence && (
        <p>
          <Licence {...licence} />
        </p>
      )}
    </footer>
  );
}

/**
 * The banner of every page. The `<details>` holds only its summary: style sheets show and hide what follows by
 * its state, so that one list serves as a row on wide screens and as a menu, without a script, on narrow ones.
 */
function SiteHeader() {
  const {toolkit} = useSiteFields();
  const {frame: t} = useText();
  return (
    <header className="site-header">
      <div className="masthead">
        <div className="brand-line">
          <Link className="brand" to="/">
            <Logo />
            <span className="brand-title">{toolkit.title}</span>{' '}
            {toolkit.strapline && <span className="brand-strapline">{toolkit.strapline}</span>}
          </Link>{' '}
          {toolkit.phase && (
            <a className="phase tag" href={`#${PHASE}`}>
              {toolkit.phase.name}
            </a>
          )}
        </div>
        <Slot name="menu" at="masthead" />
        <details className="menu">
          <summary>{t.menu}</summary>
        </details>
        <div className="site-tools">
          <MainNav />
          <Slot name="menu" at="sections" />
          <ColourModeButton />
        </div>
      </div>
      {/* The renderer takes it out of a published site: otherwise the first change after an update would change every page. */}
      <p className="preview-banner">{t.preview}</p>
    </header>
  );
}

/** The logo is decoration: the title follows it. */
function Logo() {
  const {logo} = useSiteFields().toolkit.theme;
  const address = useBaseUrl(logo ?? '');
  return logo === undefined ? null : <img className="logo" loading="lazy" src={address} alt="" />;
}

/** Switches between light and dark; hidden until the script that makes it work has run. */
function ColourModeButton() {
  const {frame: t} = useText();
  return (
    <button className="colour-mode" type="button" data-colour-mode hidden aria-label={t.darkColours}>
      <svg className="icon" aria-hidden="true" viewBox="0 0 24 24" width="22" height="22">
        <path d="M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18z" />
        <path d="M12 3a9 9 0 0 1 0 18z" className="filled" />
      </svg>
    </button>
  );
}

function MainNav() {
  const {frame: t, names} = useText();
  const {toolkit} = useSiteFields();
  const {lists, filledCollections} = useSiteData();
  const collections = listsOf(toolkit).filter(({id, list}) => list.in_menu && filledCollections.includes(id));
  const [guidance, studies] = [toolkit.pages_at, addressOf(toolkit, CASE_STUDY_FOLDER)];
  const folders = collections.map(({folder}) => addressOf(toolkit, folder));
  const sections = (
    <>
      {guidance !== '/' && <NavItem to={guidance} label={names.guidance} except={[studies, ...folders]} />}
      {lists.caseStudies && <NavItem to="/case-studies/" label={names.caseStudies} also={studies} />}
      {collections.map(({id, label, folder, list}) => (
        <NavItem key={id} to={list.address} label={label} also={addressOf(toolkit, folder)} />
      ))}
      {lists.updates && <NavItem to="/updates/" label={names.updates} />}
      {toolkit.contribute && <NavItem {...toolkit.contribute} />}
    </>
  );
  return (
    <nav className="main-nav" aria-label={t.main}>
      <ul>{toolkit.header?.map((link) => <NavItem key={link.to} {...link} />) ?? sections}</ul>
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

/** The attribution, with the name of the licence as a link: in the sentence if it appears there, otherwise after it. */
export function Licence({name, url, attribution}: NonNullable<ToolkitConfig['licence']>) {
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
