import type {Chart} from '../../content/schemas/chart-schema.ts';

export const GAUGE = 'https://gauge.example/levels';

export function chartExample(more: Partial<Chart> = {}): string {
  const chart: Chart = {
    kind: 'line',
    title: 'Highest level of the river',
    finding: 'The river rose higher each year, from 2 metres in 2021 to 3 metres in 2023.',
    area: 'Lower Ford',
    unit: {name: 'metres', after: ' m'},
    note: 'Read off the gauge at the bridge by the clerk.',
    series: [seriesExample('Gauge at the bridge', {2021: 2, 2022: 2.5, 2023: 3})],
    sources: [{title: 'River levels', publisher: 'Example River Trust', url: GAUGE}],
    ...more,
  };
  return `${JSON.stringify(chart, null, 2)}\n`;
}

export function seriesExample(label: string, values: Readonly<Record<string, number>>): Chart['series'][number] {
  return {label, points: Object.entries(values).map(([period, value]) => ({period, value, source: GAUGE}))};
}
