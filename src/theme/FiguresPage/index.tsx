import {Breadcrumbs} from '../../components/Breadcrumbs/Breadcrumbs.tsx';
import {DocumentContents} from '../../components/Document/DocumentContents.tsx';
import {AboutFigures} from '../../components/Figures/AboutFigures.tsx';
import {AllowedNumbers} from '../../components/Figures/AllowedNumbers.tsx';
import {FigureTable} from '../../components/Figures/FigureTable.tsx';
import {SiteFrame} from '../../components/SiteFrame/SiteFrame.tsx';
import {useSiteFields} from '../../components/use-site.ts';
import {countOf} from '../../components/wording.ts';
import {sectionAnchor} from '../../content/document/anchors.ts';
import type {DocumentPart} from '../../content/document/document-parts.ts';
import type {PageFigures} from '../../content/figures/figure.ts';
import type {Figures} from '../../content/figures/figures.ts';

/** Every number of the toolkit: those that claim something page by page, the others counted with the reason. */
export default function FiguresPage({figures: {pages, allowed}}: {figures: Figures}) {
  const {toolkit} = useSiteFields();
  const count = pages.reduce((sum, page) => sum + page.figures.length, 0);
  const found = `${countOf(count, 'figure', 'figures')} on ${countOf(pages.length, 'page', 'pages')}`;
  return (
    <SiteFrame title="Every figure" description={`${found} of ${toolkit.title}, with year, area and source.`}>
      <Breadcrumbs trail={[{label: 'Every figure'}]} />
      <header className="page-head">
        <h1>Every figure</h1>
        <p className="lead">
          {found}, with the year, the area and the source that the page gives each. Where it gives none, the row says
          so.
        </p>
        <p>
          We count guidance pages and case studies as they stand today, if they give a figure. We leave out pages about
          the toolkit itself, withdrawn pages and editions.
        </p>
      </header>
      <AboutFigures />
      <DocumentContents parts={partsOf(pages)} />
      <div className="figures">
        {pages.map((page) => (
          <FigureTable key={page.id} page={page} />
        ))}
      </div>
      <AllowedNumbers allowed={allowed} />
    </SiteFrame>
  );
}

/** The pages in their groups, each leading to its figures below. */
function partsOf(pages: readonly PageFigures[]): DocumentPart[] {
  return [...Map.groupBy(pages, ({group}) => group)].map(([label, members]) => ({
    label,
    sections: members.map(({id, title, address}) => ({id, title, address, anchor: sectionAnchor(address)})),
  }));
}
