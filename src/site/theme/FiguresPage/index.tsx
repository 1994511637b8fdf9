import Link from '@docusaurus/Link';
import useBaseUrl, {useBaseUrlUtils} from '@docusaurus/useBaseUrl';
import {sentencesOf} from '../../../changes/diff/meaning/meaning-tokens.ts';
import {LIVE} from '../../../content/addresses/difference-addresses.ts';
import {type ListPage, listPageAddress} from '../../../content/lists/list-pages.ts';
import {areaOf, FIGURES_ADDRESS, FIGURES_FILE} from '../../../content/pages/figure.ts';
import {ChartDrawing} from '../../components/Chart/Chart.tsx';
import {YearAndArea} from '../../components/InShort/InShort.tsx';
import {Pagination} from '../../components/Pagination/Pagination.tsx';
import {Page} from '../../components/SiteFrame/Page.tsx';
import {Slot} from '../../components/Slot/Slot.tsx';
import {template} from '../../components/template.ts';
import {useSiteFields, useText} from '../../components/use-site.ts';
import type {FigureTotals, ListedFigure} from '../../figures/figure-list.ts';

interface Props {
  total: FigureTotals;
  list: ListPage<ListedFigure>;
}

/** All figures, with the charts above them, and all as a file. */
export default function FiguresPage({total, list}: Props) {
  const {toolkit} = useSiteFields();
  const {figures: t, names} = useText();
  const file = useBaseUrl(FIGURES_FILE);
  if (total.figures === 0) {
    return (
      <Page title={names.figures} description={t.about({found: names.figures, title: toolkit.title})} lead={t.nothing}>
        {null}
      </Page>
    );
  }
  const found = t.found(total);
  return (
    <Page
      title={names.figures}
      description={t.about({found, title: toolkit.title})}
      position={list}
      lead={t.lead({found})}
      column={null}
    >
      {list.page === 1 && (
        <>
          <Charts charts={total.charts} />
          <h2>{t.all}</h2>
          <p>
            <a href={file}>{t.download}</a> <small>{t.intro}</small>
          </p>
          <Filters choices={total.choices} pages={list.pages} />
        </>
      )}
      <FigureTable figures={list.items} />
      <Pagination list={FIGURES_ADDRESS} {...list} />
    </Page>
  );
}

/** How many charts are above the figures; the others open below them. */
const MAX_CHARTS = 3;

function Charts({charts}: Pick<FigureTotals, 'charts'>) {
  const {figures: t} = useText();
  if (charts.length === 0) return null;
  const others = charts.slice(MAX_CHARTS);
  return (
    <>
      <h2>{t.charts}</h2>
      <ChartWall charts={charts.slice(0, MAX_CHARTS)} />
      {others.length > 0 && (
        <details>
          <summary>{t.otherCharts({count: others.length})}</summary>
          <ChartWall charts={others} />
        </details>
      )}
    </>
  );
}

/** Each chart as a small picture, which is a link to it on its page. */
function ChartWall({charts}: Pick<FigureTotals, 'charts'>) {
  return (
    <ul className="chart-wall">
      {charts.map(({id, address, data}) => (
        <li key={id} className="chart">
          <Link to={address}>{sentencesOf(data.finding)[0]}</Link>
          <small>{data.title}</small>
          <div aria-hidden="true">
            <ChartDrawing chart={data} name={`small-${id}`} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Filters({choices, pages}: Pick<FigureTotals, 'choices'> & {pages: number}) {
  const {figures: t} = useText();
  const {withBaseUrl} = useBaseUrlUtils();
  const labels = {subject: t.subject, area: t.headings.area, year: t.headings.year};
  const others = Array.from({length: pages - 1}, (_, index) =>
    withBaseUrl(listPageAddress(FIGURES_ADDRESS, index + 2)),
  );
  return (
    <form data-needs-script data-figures={JSON.stringify(others)} data-found={template(t.shown)} autoComplete="off">
      <p className="choices">
        <label>
          {t.words} <input type="search" name="q" />
        </label>
        {Object.entries(labels).map(([name, label]) => (
          <label key={name}>
            {label}{' '}
            <select name={name}>
              <option value="">{t.any}</option>
              {choices[name as keyof typeof labels].map((value) => (
                <option key={value}>{value}</option>
              ))}
            </select>
          </label>
        ))}
      </p>
      <p className="found" role="status" />
    </form>
  );
}

/** A group for each page; each figure is a link to its place there. */
function FigureTable({figures}: {figures: readonly ListedFigure[]}) {
  const {figures: t, charts} = useText();
  const {withBaseUrl} = useBaseUrlUtils();
  return (
    <table className="figure-list">
      <thead>
        <tr>
          <th scope="col">{t.headings.figure}</th>
          <th scope="col">{t.headings.what}</th>
          <th scope="col">{t.headings.source}</th>
          <th scope="col">{t.use}</th>
        </tr>
      </thead>
      {[...Map.groupBy(figures, ({page}) => page.anchor)].map(([anchor, rows]) => {
        const {title, address, place, subjects} = (rows[0] as ListedFigure).page;
        return (
          <tbody key={anchor} id={anchor} data-subject={subjects.join('|')}>
            <tr>
              <th scope="rowgroup" colSpan={4}>
                <Link to={address}>{title}</Link> {place && <small>{place}</small>}
              </th>
            </tr>
            {rows.map((row, index) => (
              <tr key={index} data-area={areaOf(row)} data-year={row.years.join('|')}>
                <td className="figure">
                  <Link to={row.address} className="figure-link" aria-label={`${row.figure}: ${row.what}`}>
                    {row.figure}
                  </Link>
                </td>
                <td>
                  {row.what}{' '}
                  <small>
                    <YearAndArea {...row} />
                  </small>
                </td>
                <td>
                  {row.sources.map(({title: name, url}) => (
                    <small key={url ?? name}>{url ? <a href={url}>{name}</a> : name} </small>
                  ))}
                </td>
                <td className="figure-tools">
                  <button type="button" hidden data-copied={charts.copied}>
                    {t.copy}
                  </button>{' '}
                  <Slot
                    name="title"
                    at="figure"
                    page={{title, address: withBaseUrl(row.address, {absolute: true}), edition: LIVE, figure: row}}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        );
      })}
    </table>
  );
}
