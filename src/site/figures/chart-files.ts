import {sentencesOf} from '../../changes/diff/meaning/meaning-tokens.ts';
import {sourceLine} from '../../content/charts/bar-rows.ts';
import type {Chart} from '../../content/schemas/chart-schema.ts';
import {lightColour, type Theme} from '../../content/theme.ts';
import {escapeMarkup} from '../../format/html.ts';
import {type CsvColumn, csvRows, renderCsv} from '../../format/render-csv.ts';
import type {Text} from '../../language/text.ts';

/** The tokens of a theme that drawings use, each as in their markup. */
const COLOURS = {accent: 'accent', ink: 'ink', 'ink-soft': 'ink_soft', paper: 'paper', rule: 'rule'} as const;

/** The width of a drawing in units, and the longest line of its finding in characters. */
const WIDTH = 360;
const MAX_LINE_LENGTH = 52;
const LINE = 15;

/** The same of the title below it. */
const MAX_ABOUT_LENGTH = 70;
const ABOUT_LINE = 13;

/** The same of the lines below it. */
const MAX_SMALL_LINE_LENGTH = 95;
const SMALL_LINE = 9;

/**
 * A drawing as a file of its own, in the colours of the light theme: with its finding and title above, and its publishers
 * with their years and the address of the page below. Programs that show pictures know no custom properties.
 */
export function chartSvg(drawing: string, chart: Chart, theme: Theme, url: string, text: Text): string {
  const height = Number(/viewBox="0 0 \d+ ([\d.]+)"/.exec(drawing)?.[1]);
  const colour = (token: keyof typeof COLOURS) => lightColour(theme, COLOURS[token]);
  const inside = drawing
    .slice(drawing.indexOf('>') + 1, -'</svg>'.length)
    .replace(/<desc.*?<\/desc>/s, '')
    .replace(/var\(--([a-z-]+)\)/g, (whole, token) => (token in COLOURS ? colour(token) : whole));
  const {title, finding, area, unit} = chart;
  const lines = wrap(sentencesOf(finding)[0] ?? title);
  const about = wrap(`${title}. ${area}, ${unit.name}`, MAX_ABOUT_LENGTH);
  const head = lines.length * LINE;
  const top = head + about.length * ABOUT_LINE;
  const heading = lines.map(
    (line, index) => `<text class="series" x="0" y="${(index + 1) * LINE}">${escapeMarkup(line)}</text>`,
  );
  const foot = [...wrap(sourceLine(chart, text), MAX_SMALL_LINE_LENGTH), url];
  const total = top + height + LINE + foot.length * SMALL_LINE + LINE / 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${2 * (WIDTH + 16)}" height="${2 * total}" viewBox="-8 -4 ${WIDTH + 16} ${total}" font-family="sans-serif" font-size="9.5">
<style>text{fill:${colour('ink-soft')}}.figure,.series{fill:${colour('ink')};font-weight:600}.earlier{fill:${colour('ink-soft')};font-weight:400}.figure{stroke:${colour('paper')};stroke-width:3px;paint-order:stroke}.open-mark{fill:${colour('paper')};stroke:${colour('accent')};stroke-width:2.5px}</style>
<rect x="-8" y="-4" width="100%" height="100%" fill="${colour('paper')}"/>
<g font-size="12">${heading.join('')}</g>${about.map((line, index) => `<text x="0" y="${head + (index + 1) * ABOUT_LINE}">${escapeMarkup(line)}</text>`).join('')}
<g transform="translate(0 ${top + LINE / 2})">${inside}</g>
<g font-size="7">${foot.map((line, index) => `<text x="0" y="${top + height + LINE + (index + 1) * SMALL_LINE}">${escapeMarkup(line)}</text>`).join('')}</g>
</svg>
`;
}

/** A text in lines of whole words. */
function wrap(text: string, longest = MAX_LINE_LENGTH): string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (longer.length > longest) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

/** The figures of a chart for spreadsheets, with a header. */
export function chartCsv(
  {series, sources, unit, area}: Chart,
  {figures: {headings, whatIsCounted}, data}: Text,
): string {
  const rows = series.flatMap(({label, points}) => points.map((point) => ({label, ...point})));
  const columns: CsvColumn<(typeof rows)[number]>[] = [
    {title: whatIsCounted, read: ({label}) => label},
    {title: headings.year, read: ({period}) => period},
    {title: unit.name, read: ({value}) => value},
    {title: headings.area, read: () => area},
    {title: headings.source, read: ({source}) => sources.find(({url}) => url === source)?.title ?? source},
    {title: data.columns.sourceAddress, read: ({source}) => source},
  ];
  return renderCsv(csvRows(columns, rows));
}
