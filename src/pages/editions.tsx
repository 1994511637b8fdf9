import {Breadcrumbs} from '../components/Breadcrumbs/Breadcrumbs.tsx';
import {EditionList} from '../components/EditionList/EditionList.tsx';
import {PublisherNotice} from '../components/PublisherNotice/PublisherNotice.tsx';
import {SiteFrame} from '../components/SiteFrame/SiteFrame.tsx';
import {useSiteFields} from '../components/use-site.ts';

/** The live text and the editions: frozen, numbered states for citing. */
export default function Editions() {
  const {toolkit} = useSiteFields();
  return (
    <SiteFrame title="Editions" description={`The live text and the frozen editions of ${toolkit.title}.`}>
      <Breadcrumbs trail={[{label: 'Editions'}]} />
      <div className="list-page">
        <header className="page-head">
          <h1>Editions</h1>
          <p className="lead">An edition is a frozen state of the toolkit that you can cite: its words never change.</p>
          <p>
            To cite a page, open “Cite this page” at its foot. It gives the permanent address of the page in the newest
            edition that has it.
          </p>
          <p>An edition holds guidance pages and case studies. Pages about the toolkit itself are in none.</p>
        </header>
        <EditionList />
        <PublisherNotice />
      </div>
    </SiteFrame>
  );
}
