import Link from '@docusaurus/Link';
import {Breadcrumbs} from '../components/Breadcrumbs/Breadcrumbs.tsx';
import {CaseStudyList} from '../components/CaseStudyList/CaseStudyList.tsx';
import {SiteFrame} from '../components/SiteFrame/SiteFrame.tsx';
import {useCatalogue, useSiteFields} from '../components/use-site.ts';
import {countOf} from '../components/wording.ts';

/** Every case study, by title. */
export default function CaseStudies() {
  const {toolkit} = useSiteFields();
  const {caseStudies} = useCatalogue();
  const count = countOf(caseStudies.length, 'case study', 'case studies');
  return (
    <SiteFrame title="Case studies" description={`${count} in ${toolkit.title}.`}>
      <Breadcrumbs trail={[{label: 'Case studies'}]} />
      <div className="list-page">
        <header className="page-head">
          <h1>Case studies</h1>
          <p className="lead">{count}, sorted by title.</p>
        </header>
        <CaseStudyList caseStudies={caseStudies} heading="h2" />
        <p>
          <Link className="way-in" to={toolkit.contribute.to}>
            {toolkit.contribute.label}
          </Link>
        </p>
      </div>
    </SiteFrame>
  );
}
