import type {ReactNode} from 'react';
import type {Chart} from '../../content/schemas/chart-schema.ts';

/** What a drawing is made from. */
export interface DrawingProps {
  chart: Chart;
  /** The id of the figure, which ids in it begin with. */
  name: string;
}

/** Units across: about the pixels of a phone, so that text drawn in them is read there; the style sheet sizes it. */
export const WIDTH = 360;

/** The frame of a drawing: to those who do not see it, its name and what it shows. */
export function Drawing({chart, name, height, children}: DrawingProps & {height: number; children: ReactNode}) {
  const {kind, title, area, finding} = chart;
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-labelledby={`${name}-title`}
      aria-describedby={`${name}-desc`}
      data-pagefind-ignore
    >
      <title id={`${name}-title`}>{`${kind === 'line' ? 'Line' : 'Bar'} chart: ${title}, ${area}`}</title>
      <desc id={`${name}-desc`}>{`${finding} The table below has each figure.`}</desc>
      {children}
    </svg>
  );
}
