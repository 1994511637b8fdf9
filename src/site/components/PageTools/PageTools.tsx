import {useDoc} from '@docusaurus/plugin-content-docs/client';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {LIVE} from '../../../content/addresses/difference-addresses.ts';
import {qualifiedId, withSlash} from '../../../content/pages/page-id.ts';
import {useSlot} from '../Slot/Slot.tsx';
import {useRecords, useSiteFields, useText} from '../use-site.ts';

interface Props {
  headings: readonly {value: string}[];
  pageId: string;
  edition: string | undefined;
}

/** The anchor at which a page shows only its briefing. */
const BRIEFING = 'briefing';

/** Whether a page has a section that briefings keep. */
function useHasBriefing(headings: Props['headings']): boolean {
  const {sections} = useSiteFields().toolkit;
  return headings.some(({value}) => sections.briefing.includes(value));
}

/** What readers can do with a page, in one row below its title: print, cite, follow or correct it. */
export function PageTools({headings, pageId, edition}: Props) {
  const {page: t, cite, figures, charts} = useText();
  const {metadata} = useDoc();
  const {url} = useDocusaurusContext().siteConfig;
  const record = useRecords().pages[qualifiedId(pageId, edition)];
  const address = url + withSlash(metadata.permalink);
  const page = {
    id: pageId,
    title: metadata.title,
    address,
    edition: edition ?? LIVE,
    fingerprint: record?.fingerprint,
  };
  const ofFeatures = useSlot('title', {at: 'tools', page});
  const hasBriefing = useHasBriefing(headings);
  return (
    <nav className="page-tools" aria-label={t.thisPage}>
      <ul>
        {hasBriefing && (
          <li>
            <a href={`#${BRIEFING}`}>{t.printBriefing}</a>
          </li>
        )}
        <li data-needs-script hidden>
          <button type="button" data-print>
            {t.printWhole}
          </button>
        </li>
        {record && (
          <li>
            <a href="#cite">{cite.short}</a>
          </li>
        )}
        {record && ofFeatures}
      </ul>
      <p className="figure-tools" data-figure-tools hidden>
        <button type="button" data-copied={charts.copied} hidden>
          {figures.copy}
        </button>{' '}
        <small>{figures.each}</small>
      </p>
    </nav>
  );
}

/** In place of the rest of the page, once a reader asks for its briefing: what it is, and how to print it. */
export function BriefingBar({headings}: Pick<Props, 'headings'>) {
  const {page: t} = useText();
  if (!useHasBriefing(headings)) return null;
  return (
    <div className="notice briefing-bar" id={BRIEFING}>
      <p>
        {t.aboutBriefing} <a href="#main">{t.wholePage}</a>
      </p>
      <p data-needs-script hidden>
        <button type="button" data-print>
          {t.print}
        </button>
      </p>
    </div>
  );
}
