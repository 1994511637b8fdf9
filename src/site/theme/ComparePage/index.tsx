import useBaseUrl from '@docusaurus/useBaseUrl';
import {LINES_PER_PAGE} from '../../../content/lists/list-pages.ts';
import {withoutWithdrawn} from '../../../content/pages/catalogue.ts';
import {compareName, FINDER} from '../../../content/pages/facets.ts';
import {addressOf} from '../../../content/pages/page-id.ts';
import {WayIn} from '../../components/Links/Links.tsx';
import {Page} from '../../components/SiteFrame/Page.tsx';
import {useCatalogue, useText} from '../../components/use-site.ts';

/** Two or three case studies side by side. The address names them, and the script fills in their facts. */
export default function ComparePage() {
  const {finder: t, names, facts, figures, page} = useText();
  return (
    <Page
      title={t.compare}
      description={t.compareAbout}
      above={[{label: names.caseStudies, to: FINDER}]}
      lead={t.compareAbout}
      noindex
      column="comparison"
    >
      <CompareChoices />
      {/* biome-ignore lint/a11y/useSemanticElements: a section would be a landmark. */}
      <div
        className="table-scroll"
        role="group"
        aria-label={t.compare}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: only a focused element can be scrolled by keyboard.
        tabIndex={0}
        data-comparison={useBaseUrl(addressOf('case-studies/'))}
        data-results={facts.outcomes}
        data-none={figures.notStated}
      >
        <p>
          {t.compareHow} <noscript>{page.needsScript}</noscript>
        </p>
      </div>
      <p data-print-comparison hidden>
        <button type="button" data-print>
          {page.print}
        </button>
      </p>
      <WayIn to={FINDER}>{t.compareInList}</WayIn>
    </Page>
  );
}

/** Lists to choose from; of more case studies than fit on a page, readers choose in the list of case studies. */
function CompareChoices() {
  const {finder: t} = useText();
  const studies = withoutWithdrawn(useCatalogue().caseStudies);
  if (studies.length > LINES_PER_PAGE) return null;
  return (
    <form className="choices" data-needs-script hidden>
      {t.compareChoices.map((label) => (
        <label key={label}>
          {label}{' '}
          <select autoComplete="off">
            <option value="">{t.choose}</option>
            {studies.map((study) => (
              <option key={study.id} value={compareName(study)}>
                {study.title}
              </option>
            ))}
          </select>
        </label>
      ))}
    </form>
  );
}
