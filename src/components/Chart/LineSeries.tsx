import {LinePath} from '@visx/shape';
import {isLabelBelow} from '../../content/charts/plot-line.ts';
import {WIDTH} from './Drawing.tsx';

/** A point where it is drawn, with its figure. */
interface DrawnPoint {
  period: string;
  year: number;
  x: number;
  y: number;
  text: string;
}

interface Props {
  points: readonly DrawnPoint[];
  /** What tells it from the other series; none where it is alone. */
  label: string | undefined;
  index: number;
}

/** Room for a line of text, in units. */
const LINE_HEIGHT = 18;

/** Room for a figure such as `33.4%`, in units. */
const TEXT_WIDTH = 50;

/** One series: solid from year to year, dotted over years without a figure; the mark tells it from the other. */
export function LineSeries({points, label, index}: Props) {
  const [first] = points;
  if (!first) return null;
  const isLeft = first.x < WIDTH / 2;
  return (
    <g>
      {points.slice(1).map((point, before) => {
        const from = points[before] ?? point;
        return (
          <LinePath
            key={point.period}
            data={[from, point]}
            x={(end) => end.x}
            y={(end) => end.y}
            stroke="var(--accent)"
            strokeWidth={2.5}
            {...(point.year - from.year > 1 && {strokeDasharray: '1 6'})}
          />
        );
      })}
      {points.map(({period, x, y}) =>
        index === 0 ? (
          <circle key={period} cx={x} cy={y} r={4.5} fill="var(--accent)" />
        ) : (
          <rect key={period} className="open-mark" x={x - 4.5} y={y - 4.5} width={9} height={9} />
        ),
      )}
      {points.map(({period, x, y, text}, at) => (
        <text
          key={period}
          className="figure"
          x={x}
          y={isLabelBelow(points, at, TEXT_WIDTH) ? y + 20 : y - 10}
          textAnchor="middle"
        >
          {text}
        </text>
      ))}
      {label && (
        <text
          className="series"
          x={isLeft ? first.x - TEXT_WIDTH / 2 : WIDTH}
          y={Math.min(...points.map(({y}) => y)) - 2 * LINE_HEIGHT + 8}
          textAnchor={isLeft ? 'start' : 'end'}
        >
          {label}
        </text>
      )}
    </g>
  );
}
