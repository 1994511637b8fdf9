import {AxisBottom, AxisLeft} from '@visx/axis';
import {scaleLinear} from '@visx/scale';
import {formatValue} from '../../content/charts/bar-rows.ts';
import {labelledYears, periodLike, plotted} from '../../content/charts/plot-line.ts';
import type {DrawingProps} from './Drawing.tsx';
import {Drawing, WIDTH} from './Drawing.tsx';
import {LineSeries} from './LineSeries.tsx';

const HEIGHT = 200;
const LEFT = 48;
const RIGHT = WIDTH - 30;
const BOTTOM = HEIGHT - 26;

/** Room for a line of text above a point, in units. */
const LINE = 22;

/** Room for a label of a year such as `2014/15`, in units. */
const LABEL_WIDTH = 54;

/** Figures over years, from zero: each point has its figure beside it, and each series a mark of its own. */
export function LineChart({chart, name}: DrawingProps) {
  const {unit} = chart;
  const series = chart.series.map(plotted);
  const points = series.flat();
  const years = points.map(({year}) => year);
  const x = scaleLinear({domain: [Math.min(...years), Math.max(...years)], range: [LEFT + 14, RIGHT]});
  const top = series.length > 1 ? 2 * LINE : LINE;
  const y = scaleLinear({domain: [0, Math.max(...points.map(({value}) => value))], range: [BOTTOM, top]});
  const example = points[0]?.period ?? '';
  return (
    <Drawing chart={chart} name={name} height={HEIGHT}>
      <AxisLeft
        scale={y}
        left={LEFT}
        numTicks={3}
        tickLength={LEFT - WIDTH}
        hideAxisLine
        tickStroke="var(--rule)"
        tickFormat={(value) => (Number(value) === 0 ? '0' : formatValue(Number(value), unit))}
        tickComponent={({y: at, formattedValue}) => (
          <text x={-8} y={at} dy="-.35em" textAnchor="end">
            {formattedValue}
          </text>
        )}
      />
      <AxisBottom
        scale={x}
        top={BOTTOM}
        hideAxisLine
        hideTicks
        tickValues={labelledYears(years, (year) => x(year), LABEL_WIDTH)}
        tickFormat={(year) => periodLike(example, Number(year))}
        tickComponent={({x: at, formattedValue}) => (
          <text x={at} y={18} textAnchor="middle">
            {formattedValue}
          </text>
        )}
      />
      {chart.series.map(({label}, index) => (
        <LineSeries
          key={label}
          label={chart.series.length > 1 ? label : undefined}
          points={(series[index] ?? []).map((point) => ({
            ...point,
            x: x(point.year),
            y: y(point.value),
            text: formatValue(point.value, unit),
          }))}
          index={index}
        />
      ))}
    </Drawing>
  );
}
