import useBaseUrl from '@docusaurus/useBaseUrl';
import {FINDER} from '../../../model/pages/facets.ts';
import {addressOf} from '../../../model/pages/page-id.ts';
import {WayIn} from '../../components/Links/Links.tsx';
import {Page} from '../../components/SiteFrame/Page.tsx';
import {useText} from '../../components/use-site.ts';

/** Two or three case studies side by side. The address names them, and the script fills in their facts. */
export default function ComparePage() {
  const {finder: t, names, facts} = useText();
  return (
    <Page
      title={t.compare}
      description={t.compareAbout}
      above={[{label: names.caseStudies, to: FINDER}]}
      noindex
      column="comparison"
    >
      <div
        data-comparison={useBaseUrl(addressOf('case-studies/'))}
        data-results={facts.outcomes}
        data-none={t.noResults}
      >
        <p>{t.compareHow}</p>
      </div>
      <WayIn to={FINDER}>{t.compareOthers}</WayIn>
    </Page>
  );
}
