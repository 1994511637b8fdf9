import Link from '@docusaurus/Link';
import {
  FIGURES_ADDRESS,
  type Figure,
  type FigureSource,
  NOT_STATED,
  type PageFigures,
} from '../../../model/pages/figure.ts';
import {UnavailableSince, WayIn} from '../../components/Links/Links.tsx';
import {ScrollingTable} from '../../components/Prose/ScrollingTable.tsx';
import {Page} from '../../components/SiteFrame/Page.tsx';
import {countOf} from '../../components/use-site.ts';

/** The figures of one page, in the order of the page; each links to its section. */
export default function FiguresOnPage({page}: {page: PageFigures}) {
  const count = countOf(page.figures.length, 'figure', 'figures');
  return (
    <Page
      title={`Figures: ${page.title}`}
      description={`${count} from “${page.title}”, with year, area and source.`}
      above={[{label: 'Figures', to: FIGURES_ADDRESS}]}
      crumb={page.title}
      lead={`${count}, with the year, area and source that the page states for each.`}
      intro={
        <>
          {page.place !== undefined && <p>This case study is about {page.place}.</p>}
          <p>Each figure links to its place on the page.</p>
          <WayIn to={page.address}>Read the page</WayIn>
        </>
      }
      column={null}
    >
      <ScrollingTable>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col">What it counts</th>
            <th scope="col">Year</th>
            <th scope="col">Area</th>
            <th scope="col">Source</th>
          </tr>
        </thead>
        <tbody>
          {page.figures.map(({figure, what, year, area, sources, anchor}, index) => (
            <tr key={index}>
              <td>{anchor ? <Link to={`${page.address}#${anchor}`}>{figure}</Link> : figure}</td>
              <td>{what}</td>
              <td>{year}</td>
              <td>{area}</td>
              <td>
                <Sources sources={sources} />
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
    </Page>
  );
}

function Sources({sources}: Pick<Figure, 'sources'>) {
  if (sources.length === 0) return NOT_STATED;
  return sources.map((source, index) => (
    <span key={index}>
      {index > 0 && '; '}
      <Source {...source} />
    </span>
  ));
}

function Source({title, url}: FigureSource) {
  if (url === undefined) return title;
  if (url.startsWith('/')) return <Link to={url}>{title}</Link>;
  return (
    <>
      <a href={url}>{title}</a>
      <UnavailableSince address={url} />
    </>
  );
}
