import Link from '@docusaurus/Link';
import {Breadcrumbs} from '../../components/Breadcrumbs/Breadcrumbs.tsx';
import {ROWS_EXPLAINED} from '../../components/Figures/AboutFigures.tsx';
import {FigureTable} from '../../components/Figures/FigureTable.tsx';
import {SiteFrame} from '../../components/SiteFrame/SiteFrame.tsx';
import {countOf} from '../../components/wording.ts';
import type {PageFigures} from '../../content/figures/figure.ts';
import {FIGURES_ADDRESS} from '../../content/figures/figures-address.ts';

/** Every number of one page that claims something. */
export default function FiguresOnPage({page}: {page: PageFigures}) {
  const title = `Figures: ${page.title}`;
  const count = countOf(page.figures.length, 'figure', 'figures');
  return (
    <SiteFrame title={title} description={`${count} from “${page.title}”, with year, area and source.`}>
      <Breadcrumbs trail={[{label: 'Every figure', to: FIGURES_ADDRESS}, {label: page.title}]} />
      <header className="page-head">
        <h1>{title}</h1>
        <p className="lead">{count}, with the year, the area and the source that the page gives each.</p>
        <p>
          They stand in the order of the page, those of its charts last, and each leads to its place there.{' '}
          <Link to={`${FIGURES_ADDRESS}#${ROWS_EXPLAINED}`}>How to read the rows</Link>
        </p>
        <p>
          <Link className="way-in" to={page.address}>
            Read the page
          </Link>
        </p>
      </header>
      <FigureTable page={page} />
    </SiteFrame>
  );
}
