import Link from '@docusaurus/Link';
import {useLocation} from '@docusaurus/router';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {FIGURES_ADDRESS, type Figure, type FigureSource, type PageFigures} from '../../../model/pages/figure.ts';
import {shortNameOf} from '../../../model/pages/file-name.ts';
import {withSlash} from '../../../model/pages/page-id.ts';
import {ReportFigure} from '../../components/Feedback/FeedbackWays.tsx';
import {UnavailableSince, WayIn} from '../../components/Links/Links.tsx';
import {ScrollingTable} from '../../components/Prose/ScrollingTable.tsx';
import {Page} from '../../components/SiteFrame/Page.tsx';
import {useText} from '../../components/use-site.ts';

/** The figures of one page, in the order of the page; each links to its section. */
export default function FiguresOnPage({page}: {page: PageFigures}) {
  const {figures: t, names, counts} = useText();
  const {headings, notStated} = t;
  const count = counts.figures(page.figures.length);
  const ids = rowIds(page.figures);
  const {url} = useDocusaurusContext().siteConfig;
  const reported = {title: t.of(page.title), address: url + withSlash(useLocation().pathname), edition: 'live'};
  return (
    <Page
      title={t.of(page.title)}
      description={t.aboutPage(count, page.title)}
      above={[{label: names.figures, to: FIGURES_ADDRESS}]}
      crumb={page.title}
      lead={t.leadOfPage(count)}
      intro={
        <>
          {page.place !== undefined && <p>{t.aboutPlace(page.place)}</p>}
          <p>{t.toPlace}</p>
          <WayIn to={page.address}>{t.readPage}</WayIn>
        </>
      }
      column={null}
    >
      <ScrollingTable>
        <thead>
          <tr>
            <th scope="col">{headings.figure}</th>
            <th scope="col">{headings.what}</th>
            <th scope="col">{headings.year}</th>
            <th scope="col">{headings.area}</th>
            <th scope="col">{headings.source}</th>
          </tr>
        </thead>
        <tbody>
          {page.figures.map(({figure, what, year, area, sources, anchor}, index) => (
            <tr key={index} id={ids[index]}>
              <td>
                {anchor ? <Link to={`${page.address}#${anchor}`}>{figure || notStated}</Link> : figure || notStated}
                {'\u00a0'}
                <a className="row-link" href={`#${ids[index]}`} aria-label={t.rowLink(`${figure} ${what}`)}>
                  #
                </a>
              </td>
              <td>{what || notStated}</td>
              <td>{year || notStated}</td>
              <td>{area || notStated}</td>
              <td>
                <Sources sources={sources} />
                <p className="report">
                  <ReportFigure
                    figure={[figure, what, year, area].filter(Boolean).join(', ')}
                    page={{...reported, address: `${reported.address}#${ids[index]}`}}
                  />
                </p>
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
    </Page>
  );
}

function Sources({sources}: Pick<Figure, 'sources'>) {
  const {figures: t} = useText();
  if (sources.length === 0) return t.notStated;
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

/** The anchor of each row, from its figure and what it counts: a row keeps it when others come and go. */
function rowIds(figures: readonly Figure[]): string[] {
  const names = figures.map(({figure, what}) => shortNameOf(`figure ${figure} ${what}`));
  return names.map((name, index) => {
    const nth = names.slice(0, index).filter((earlier) => earlier === name).length;
    return nth === 0 ? name : `${name}-${nth + 1}`;
  });
}
