import {scaleLinear} from '@visx/scale';
import type {ReactNode} from 'react';
import {barGroups} from '../../../content/charts/bar-rows.ts';
import type {Chart} from '../../../content/schemas/chart-schema.ts';
import {useText} from '../use-site.ts';

const BAR = 16;
const GAP = 8;
const LINE = 20;

/** The baseline of the text next to a bar, below its upper edge. */
const BASELINE = 13;

/** The width of a character in units, plain and bold; longer labels are placed above their bar. */
const CHARACTER = 8;
const BOLD = 9.5;
const SHORT_LABEL = 9;

/** Horizontal bars from zero, each with its figure at its end; a second series is hatched, under its own heading. */
export function BarChart({chart, name}: DrawingProps) {
  const groups = barGroups(chart, useText());
  const rows = groups.flatMap((group) => group.rows);
  const longest = Math.max(...rows.map(({label}) => label.length));
  const isBeside = longest <= SHORT_LABEL;
  const widthOf = (figures: typeof rows) => 6 + Math.max(...figures.map(({text}) => text.length)) * BOLD;
  const below = rows.filter(({value}) => value < 0);
  const left = (isBeside ? longest * CHARACTER + 4 : 1) + (below.length > 0 ? widthOf(below) : 0);
  const right = WIDTH - widthOf(rows);
  const values = rows.map(({value}) => value);
  const x = scaleLinear({domain: [Math.min(0, ...values), Math.max(0, ...values)], range: [left, right]});
  const step = BAR + GAP + (isBeside ? 0 : LINE);
  const heights = groups.map((group) => (group.heading ? LINE + GAP : 0) + group.rows.length * step);
  const heightOf = (count: number) => heights.slice(0, count).reduce((sum, height) => sum + height, 0);
  return (
    <Drawing chart={chart} name={name} height={heightOf(groups.length)}>
      {groups.length > 1 && (
        <pattern id={`${name}-hatch`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M2 0V6" stroke="var(--accent)" strokeWidth="3" />
        </pattern>
      )}
      {below.length > 0 && <line x1={x(0)} y1={0} x2={x(0)} y2={heightOf(groups.length)} stroke="var(--ink)" />}
      {groups.map(({heading = '', rows: bars}, index) => (
        <g key={heading} transform={`translate(0 ${heightOf(index)})`}>
          {heading && (
            <text className="series" y={LINE}>
              {heading}
            </text>
          )}
          {bars.map(({label, value, text}, at) => {
            const y = (heading ? LINE + GAP : 0) + at * step + (isBeside ? 0 : LINE);
            return (
              <g key={label}>
                <text y={isBeside ? y + BASELINE : y - 5}>{label}</text>
                <rect
                  x={x(Math.min(0, value))}
                  y={y}
                  width={Math.abs(x(value) - x(0))}
                  height={BAR}
                  fill={index === 0 ? 'var(--accent)' : `url(#${name}-hatch)`}
                  stroke="var(--accent)"
                />
                <text
                  className="figure"
                  x={x(value) + (value < 0 ? -6 : 6)}
                  y={y + BASELINE}
                  textAnchor={value < 0 ? 'end' : 'start'}
                >
                  {text}
                </text>
              </g>
            );
          })}
        </g>
      ))}
    </Drawing>
  );
}

export interface DrawingProps {
  chart: Chart;
  /** The id of the figure, which is the prefix of ids in it. */
  name: string;
}

/** The width in units: about the pixels of a phone, so that its text is readable there. */
export const WIDTH = 360;

/** The frame of a drawing, with its name and description for screen readers. */
export function Drawing({chart, name, height, children}: DrawingProps & {height: number; children: ReactNode}) {
  const {charts: t} = useText();
  const {kind, title, area, finding} = chart;
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-labelledby={`${name}-title`}
      aria-describedby={`${name}-desc`}
    >
      <title id={`${name}-title`}>{kind === 'line' ? t.line({title, area}) : t.bar({title, area})}</title>
      <desc id={`${name}-desc`}>{`${finding} ${t.tableBelow}`}</desc>
      {children}
    </svg>
  );
}
