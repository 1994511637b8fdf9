import {useDoc} from '@docusaurus/plugin-content-docs/client';
import {qualifiedId} from '../../content/page-id.ts';
import {useSiteData} from '../use-site.ts';
import {BarChart} from './BarChart.tsx';
import {ChartTable} from './ChartTable.tsx';
import {LineChart} from './LineChart.tsx';

/** The version that Docusaurus gives to live pages. */
const LIVE = 'current';

/**
 * A figure from a data file: what it shows in words, the drawing, how it was made, and every figure with its source. A
 * page of an edition shows what the edition froze.
 */
export function Chart({id}: {id: string}) {
  const {version} = useDoc().metadata;
  const chart = useSiteData().charts[qualifiedId(id, version === LIVE ? undefined : version)];
  if (!chart) throw new Error(`the page calls for the chart "${id}", which the check should have found missing`);
  const {kind, title, finding, area, unit, note} = chart;
  const Drawing = kind === 'line' ? LineChart : BarChart;
  const name = `chart-${id}`;
  return (
    <figure className="chart" id={name}>
      <figcaption>
        <strong>{title}</strong>
        <small>
          {area}, {unit.name}
        </small>
        <p>{finding}</p>
      </figcaption>
      <Drawing chart={chart} name={name} />
      <p className="chart-note">{note}</p>
      <ChartTable chart={chart} />
    </figure>
  );
}
