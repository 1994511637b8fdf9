import {Breadcrumbs} from '../../components/Breadcrumbs/Breadcrumbs.tsx';
import {AboutFigures} from '../../components/Figures/AboutFigures.tsx';
import {AllowedNumbers} from '../../components/Figures/AllowedNumbers.tsx';
import {FigureIndex} from '../../components/Figures/FigureIndex.tsx';
import {SiteFrame} from '../../components/SiteFrame/SiteFrame.tsx';
import {useSiteFields} from '../../components/use-site.ts';
import {countOf} from '../../components/wording.ts';
import type {AllowedCount, CountedFigures} from '../../content/figures/figure.ts';

interface Props {
  pages: readonly CountedFigures[];
  allowed: readonly AllowedCount[];
}

/** Every page that gives figures, leading to them; the numbers that claim nothing are counted with the reason. */
export default function FiguresPage({pages, allowed}: Props) {
  const {toolkit} = useSiteFields();
  const figures = pages.reduce((sum, {count}) => sum + count, 0);
  const found = `${countOf(figures, 'figure', 'figures')} on ${countOf(pages.length, 'page', 'pages')}`;
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
      <FigureIndex pages={pages} />
      <AboutFigures />
      <AllowedNumbers allowed={allowed} />
    </SiteFrame>
  );
}
