import {scaleLinear} from '@visx/scale';
import {formatValue, isLabelBelow, labelledYears, periodLike, plotted} from '../../../content/charts/bar-rows.ts';
import {useText} from '../use-site.ts';
import {Drawing, type DrawingProps, WIDTH} from './BarChart.tsx';

const HEIGHT = 200;
const LEFT = 48;
const RIGHT = WIDTH - 30;
const BOTTOM = HEIGHT - 26;

/** About how many lines there are behind the drawing. */
const TICKS = 3;

/** Room for a line of text above a point, in units. */
const LINE = 22;

/** Room for a label of a year such as `2014/15`, in units. */
const LABEL_WIDTH = 54;

/** Figures over years, from zero: each point has its figure next to it, and each series its own marker. */
export function LineChart({chart, name}: DrawingProps) {
  const {unit} = chart;
  const text = useText();
  const series = chart.series.map(plotted);
  const points = series.flat();
  const years = points.map(({year}) => year);
  const x = scaleLinear({domain: [Math.min(...years), Math.max(...years)], range: [LEFT + 14, RIGHT]});
  const top = series.length > 1 ? 2 * LINE : LINE;
  const y = scaleLinear({domain: [0, Math.max(...points.map(({value}) => value))], range: [BOTTOM, top]});
  const ticks = y.ticks(TICKS);
  const example = points[0]?.period ?? '';
  return (
    <Drawing chart={chart} name={name} height={HEIGHT}>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={LEFT} y1={y(tick)} x2={WIDTH} y2={y(tick)} stroke="var(--rule)" />
          <text x={LEFT - 8} y={y(tick)} dy="-.35em" textAnchor="end">
            {tick === 0 ? '0' : formatValue(tick, unit, text)}
          </text>
        </g>
      ))}
      {labelledYears(years, (year) => x(year), LABEL_WIDTH).map((year) => (
        <text key={year} x={x(year)} y={BOTTOM + 18} textAnchor="middle">
          {periodLike(example, year)}
        </text>
      ))}
      {chart.series.map(({label}, index) => (
        <LineSeries
          key={label}
          label={chart.series.length > 1 ? label : undefined}
          points={(series[index] ?? []).map((point) => ({
            ...point,
            x: x(point.year),
            y: y(point.value),
            text: formatValue(point.value, unit, text),
          }))}
          index={index}
          grid={ticks.map((tick) => y(tick))}
        />
      ))}
    </Drawing>
  );
}

/** The position of a point, with its figure. */
interface DrawnPoint {
  period: string;
  year: number;
  x: number;
  y: number;
  text: string;
}

/** Room for a line of text, in units. */
const LINE_HEIGHT = 18;

/** How far the text of a figure is from its point, in units. */
const ABOVE = 10;
const BELOW = 20;

/** Room for a figure such as `33.4%`, in units. */
const TEXT_WIDTH = 50;

/** One series: solid from year to year, dotted over years without a figure, and its last figure marked; a single series has no label. */
function LineSeries({
  points,
  label,
  index,
  grid,
}: {
  points: readonly DrawnPoint[];
  label: string | undefined;
  index: number;
  /** Where the lines behind the drawing are. */
  grid: readonly number[];
}) {
  const [first] = points;
  if (!first) return null;
  const last = points.length - 1;
  const isLeft = first.x < WIDTH / 2;
  const heights = points.map(({y}) => y);
  // Above, the name of a series on the right may touch figures of one that comes from the left.
  const below = Math.max(...heights) + BELOW + LINE_HEIGHT;
  const isCrossed = (baseline: number) => grid.some((line) => line > baseline - 10 && line < baseline + 4);
  const isBelow = (at: number) => {
    const {x: here = 0, y: point = 0} = points[at] ?? {};
    const isAlone = points.every(({x}, other) => other === at || Math.abs(x - here) >= TEXT_WIDTH);
    return isLabelBelow(points, at, TEXT_WIDTH) || (isAlone && isCrossed(point - ABOVE) && !isCrossed(point + BELOW));
  };
  /** Whether there is no room for the figure of a point, because that of a later one is there. */
  const isHidden = (at: number) =>
    points.some(({x}, later) => later > at && isBelow(later) === isBelow(at) && x - (points[at]?.x ?? 0) < TEXT_WIDTH);
  return (
    <g>
      {points.slice(1).map((point, before) => {
        const from = points[before] ?? point;
        return (
          <line
            key={point.period}
            x1={from.x}
            y1={from.y}
            x2={point.x}
            y2={point.y}
            stroke="var(--accent)"
            strokeWidth={2.5}
            {...(point.year - from.year > 1 && {strokeDasharray: '1 6', strokeOpacity: 0.6})}
          />
        );
      })}
      {points.map(({period, x, y}, at) =>
        index === 0 ? (
          <circle key={period} cx={x} cy={y} r={at < last ? 4 : 5.5} fill="var(--accent)" />
        ) : (
          <rect key={period} className="open-mark" x={x - 4.5} y={y - 4.5} width={9} height={9} />
        ),
      )}
      {points.map(
        ({period, x, y, text}, at) =>
          !isHidden(at) && (
            <text
              key={period}
              className={at < last ? 'figure earlier' : 'figure'}
              x={x}
              y={isBelow(at) ? y + BELOW : y - ABOVE}
              textAnchor="middle"
            >
              {text}
            </text>
          ),
      )}
      {label && (
        <text
          className="series"
          x={isLeft ? Math.max(first.x - TEXT_WIDTH / 2, LEFT) : WIDTH}
          y={isLeft || below > BOTTOM ? Math.min(...heights) - 2 * LINE_HEIGHT + 8 : below}
          textAnchor={isLeft ? 'start' : 'end'}
        >
          {label}
        </text>
      )}
    </g>
  );
}
