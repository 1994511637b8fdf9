import {useDoc} from '@docusaurus/plugin-content-docs/client';
import useBaseUrl from '@docusaurus/useBaseUrl';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import {type ReactNode, useContext} from 'react';
import {sentencesOf} from '../../../changes/diff/meaning/meaning-tokens.ts';
import {LIVE} from '../../../content/addresses/difference-addresses.ts';
import {formatValue, isListOf, sourceLine, yearOf} from '../../../content/charts/bar-rows.ts';
import {chartAnchor, fileOfChart} from '../../../content/pages/figure.ts';
import {qualifiedId, withSlash} from '../../../content/pages/page-id.ts';
import type {Chart as ChartData} from '../../../content/schemas/chart-schema.ts';
import type {Source} from '../../../content/schemas/source-schema.ts';
import {html} from '../../../format/html.ts';
import {FileLink, UnavailableSince} from '../Links/Links.tsx';
import {Rich} from '../Rich/Rich.tsx';
import {Section} from '../Section/Section.tsx';
import {Slot} from '../Slot/Slot.tsx';
import {useSourceNumber} from '../Sources/sources.ts';
import {useSiteData, useSiteFields, useText} from '../use-site.ts';
import {BarChart, type DrawingProps} from './BarChart.tsx';
import {LineChart} from './LineChart.tsx';

/** Every figure of a chart with its source, for readers who cannot see the drawing or want to check it. */
function ChartTable({chart: {series, sources, unit}}: {chart: ChartData}) {
  const text = useText();
  const {charts: t, figures} = text;
  const [only, ...others] = sources;
  const hasOneSource = others.length === 0;
  // Several series with one figure each become rows of one list.
  const isList = isListOf(series);
  const hasYears = isList || series.every(({points}) => points.every(({period}) => yearOf(period) !== undefined));
  return (
    <details>
      <summary>{t.table}</summary>
      <table>
        <thead>
          <tr>
            {isList && <th scope="col">{figures.whatIsCounted}</th>}
            <th scope="col">{hasYears ? figures.headings.year : figures.whatIsCounted}</th>
            <th scope="col">{unit.name.charAt(0).toUpperCase() + unit.name.slice(1)}</th>
            {!hasOneSource && <th scope="col">{figures.headings.source}</th>}
          </tr>
        </thead>
        {series.map(({label, points}) => (
          <tbody key={label}>
            {series.length > 1 && !isList && (
              <tr>
                <th scope="rowgroup" colSpan={hasOneSource ? 2 : 3}>
                  {label}
                </th>
              </tr>
            )}
            {points.map(({period, value, source}) => (
              <tr key={period}>
                {isList && <th scope="row">{label}</th>}
                {isList ? <td>{period}</td> : <th scope="row">{period}</th>}
                <td>{formatValue(value, {name: ''}, text)}</td>
                {!hasOneSource && (
                  <td>
                    <SourceLink source={sources.find(({url}) => url === source)} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      {hasOneSource && (
        <p>
          <Rich text={text.facts.source} with={{a: () => <SourceLink source={only} />}} />
        </p>
      )}
    </details>
  );
}

function SourceLink({source}: {source: Source | undefined}) {
  const number = useSourceNumber(source?.url);
  if (!source) return null;
  const {title, publisher, url} = source;
  return (
    <>
      <a href={url} {...number}>
        {title}
      </a>
      , {publisher}
      <UnavailableSince address={url} />
    </>
  );
}

/** The version that Docusaurus gives to live pages. */
const CURRENT = 'current';

/**
 * A chart from a data file: the finding, the drawing, how it was made, and every figure with its source. A page of an
 * edition shows the data of the edition.
 */
export function Chart({id}: {id: string}) {
  const {version} = useDoc().metadata;
  const {depth} = useContext(Section);
  const chart = useSiteData().charts[qualifiedId(id, version === CURRENT ? undefined : version)];
  if (!chart) throw new Error(`the page uses the chart "${id}", which the check should have reported as missing`);
  return (
    <ChartFigure id={id} chart={chart}>
      <p className="chart-note">
        {chart.note} {sourceLine(chart, useText())}
      </p>
      <ChartTable chart={chart} />
      {version === CURRENT && depth === 0 && <ShareChart id={id} {...chart} />}
    </ChartFigure>
  );
}

/** How to take a chart away: its address, its files, and HTML for another site, which shows the picture from here. */
function ShareChart({id, title, finding}: Pick<ChartData, 'title' | 'finding'> & {id: string}) {
  const {charts: t, figures} = useText();
  const {toolkit} = useSiteFields();
  const {url} = useDocusaurusContext().siteConfig;
  const {permalink, title: pageTitle} = useDoc().metadata;
  const picture = useBaseUrl(fileOfChart(id, 'svg'));
  const page = `${url}${withSlash(permalink)}#${chartAnchor(id)}`;
  const embedded =
    html`<a href="${page}"><img src="${url + picture}" alt="${title}. ${finding}" width="752"></a><br>${figures.headings.source}: <a href="${page}">${toolkit.title}</a>`
      .html;
  return (
    <div className="chart-links">
      <p>
        <Rich
          text={t.share}
          with={{
            a: (words) => <a href={`#${chartAnchor(id)}`}>{words}</a>,
            svg: (words) => <FileLink to={fileOfChart(id, 'svg')}>{words}</FileLink>,
            csv: (words) => <FileLink to={fileOfChart(id, 'csv')}>{words}</FileLink>,
          }}
        />{' '}
        <button type="button" data-png={picture} data-needs-script hidden>
          {t.png}
        </button>{' '}
        <button type="button" hidden data-copied={t.copied}>
          {figures.copy}
        </button>{' '}
        <Slot
          name="title"
          at="figure"
          page={{title: pageTitle, address: page, edition: LIVE, figure: {figure: title, what: finding}}}
        />
      </p>
      <details>
        <summary>{t.embed}</summary>
        <p>{t.embedHow}</p>
        <p>
          <code>{embedded}</code>
        </p>
        <button type="button" hidden data-copied={t.copied}>
          {t.copy}
        </button>
      </details>
    </div>
  );
}

/** The finding and the drawing of a chart, and what follows them. */
export function ChartFigure({id, chart, children}: {id: string; chart: ChartData; children: ReactNode}) {
  const {title, finding, area, unit} = chart;
  const [headline, ...rest] = sentencesOf(finding);
  const name = useContext(Section).anchorOf(chartAnchor(id));
  return (
    <figure className="chart" id={name}>
      <figcaption>
        <strong>{headline}</strong>{' '}
        <small>
          {title}. {area}, {unit.name}.
        </small>{' '}
        {rest.length > 0 && <p>{rest.join(' ')}</p>}
      </figcaption>
      <ChartDrawing chart={chart} name={name} />
      {children}
    </figure>
  );
}

export function ChartDrawing(props: DrawingProps) {
  return props.chart.kind === 'line' ? <LineChart {...props} /> : <BarChart {...props} />;
}
