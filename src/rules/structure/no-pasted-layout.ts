import type {Code, Paragraph} from 'mdast';
import type {ParsedPage} from '../../content/markdown/parsed-page.ts';
import {visit} from '../../content/markdown/visit.ts';
import type {PageFinding, PageRule} from '../rule.ts';
import {blockRuns, hideQuoted, placesOf} from '../text/text-runs.ts';
import about from './no-pasted-layout.json' with {type: 'json'};

/** Bullets of Word and of web pages. */
const BULLETS = '•●▪◦‣■□○\uF0B7';
const BULLET_RE = new RegExp(`[${BULLETS}]`);

/** Other characters that Word writes for a bullet, with a tab after them. */
const WORD_BULLET_RE = new RegExp(`^[ \\t]*(?:[${BULLETS}][ \\t]*|[·o§–-]\\t+)`);

/** Two or more numbers side by side, as in two rows of a table. A number with a leading 0 may be for a telephone. */
const NUMBERS_IN_A_ROW_RE =
  /(?<![\d.,] ?)[£€$]?[1-9]\d*(?:[.,]\d+)*%? [£€$]?\d+(?:[.,]\d+)*%?(?: [£€$]?\d+(?:[.,]\d+)*%?)*(?![\d.,]*\d)/g;

export const noPastedLayout: PageRule = {
  id: 'no-pasted-layout',
  group: 'structure',
  ...about,
  check: (page) => {
    const lists = bulletsIn(page);
    const isInList = (line: number) =>
      lists.some(({place, end}) => place && end && place.line <= line && line <= end.line);
    return [...lists, ...tabsIn(page, isInList), ...flattenedIn(page)];
  },
};

function bulletsIn({tree, document: {text}}: ParsedPage): PageFinding[] {
  const findings: PageFinding[] = [];
  visit(tree, 'paragraph', (node: Paragraph) => {
    const {position, children} = node;
    const isBulleted = children.some((child) => child.type === 'text' && BULLET_RE.test(child.value));
    const source = text.slice(position?.start.offset, position?.end.offset);
    const isWord = source.split('\n').some((line) => WORD_BULLET_RE.test(line));
    if (!isBulleted && !isWord) return;
    const isTop = tree.children.some((child) => child === node);
    findings.push({
      place: position?.start,
      end: position?.end,
      problem: 'list has the bullets of another program, expected one item on each line, with `- ` before it',
      fix: 'Write it as a list, with an empty line above and below.',
      ...(isTop && {example: asList(source)}),
    });
  });
  return findings;
}

/** The text above the first bullet, and each item on a separate line. A line without a bullet continues the one above. */
function asList(source: string): string {
  const marked = source
    .split('\n')
    .map((line) => line.replace(WORD_BULLET_RE, '\u0000'))
    .join(' ')
    .replace(new RegExp(`\\s*[${BULLETS}\u0000]+\\s*`, 'g'), '\u0000');
  const [above = '', ...items] = marked.split('\u0000').map((part) => part.replace(/\s+/g, ' ').trim());
  const list = items.filter((item) => item !== '').map((item) => `- ${item}`);
  return [...(above === '' ? [] : [above, '']), ...list].join('\n');
}

/** Lines with tabs, which are a table if several follow each other. Code keeps its tabs. */
function tabsIn(
  {tree, document: {text, bodyOffset}}: ParsedPage,
  isElsewhere: (line: number) => boolean,
): PageFinding[] {
  if (!text.includes('\t')) return [];
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  const inCode = new Set<number>();
  visit(tree, 'code', ({position, lang}: Code) => {
    // Code by indentation may be a table whose first cell is empty.
    if (!position || (lang === undefined && /^\t/.test(lines[position.start.line - 1] ?? ''))) return;
    for (let {line} = position.start; line <= position.end.line; line += 1) inCode.add(line);
  });
  const groups: number[][] = [];
  for (const [index, line] of lines.entries()) {
    const number = index + 1;
    if (number <= bodyOffset || !line.includes('\t') || inCode.has(number) || isElsewhere(number)) continue;
    const last = groups.at(-1);
    if (last?.at(-1) === index) last.push(number);
    else groups.push([number]);
  }
  return groups.map(([first = 1, ...others]) => {
    const end = others.at(-1) ?? first;
    const rows = lines.slice(first - 1, end);
    const isTable = rows.length > 1 && !rows.some((row) => /^\s*(?:[-*+]|\d+[.)])\t/.test(row));
    return {
      place: {line: first, column: 1},
      end: {line: end, column: (lines[end - 1] ?? '').length + 1},
      ...(isTable
        ? {
            problem: `table of ${rows.length} rows has tabs between its cells, expected a table with \`|\``,
            fix: 'Write each row on a line, with `|` between the cells, and an empty line above and below. The first row has the headings.',
            example: asTable(rows, lines[first - 2] ?? ''),
          }
        : {
            problem: 'line contains a tab, expected spaces',
            fix: 'Replace each tab with a space.',
            example: rows
              .map((row) =>
                row
                  .split('\t')
                  .map((part) => part.trim())
                  .join(' ')
                  .trim(),
              )
              .join('\n'),
          }),
    };
  });
}

function asTable(rows: readonly string[], above: string): string {
  const cells = rows.map((row) => row.split('\t').map((cell) => cell.trim().replaceAll('|', '\\|')));
  const width = Math.max(...cells.map(({length}) => length));
  const [head = '', ...body] = cells.map(
    (row) => `| ${Array.from({length: width}, (_, at) => row[at] ?? '').join(' | ')} |`,
  );
  const rule = `|${' --- |'.repeat(width)}`;
  return [...(above.trim() === '' ? [] : ['']), head, rule, ...body].join('\n');
}

/** Paragraphs in which numbers follow each other at least twice: nobody writes sentences like that. */
function flattenedIn(page: ParsedPage): PageFinding[] {
  return blockRuns(page).flatMap((run) => {
    if (run.block !== 'paragraph' || run.text.includes('\t')) return [];
    const rows = hideQuoted(run.text).match(NUMBERS_IN_A_ROW_RE) ?? [];
    if (rows.length < 2) return [];
    return {
      ...placesOf(page.document.text, run, 0, run.text.length),
      severity: 'warning' as const,
      problem: `\`${rows[0]}\` and \`${rows[1]}\` look like the rows of a table, expected a table with \`|\` or sentences`,
      fix: 'If it was a table, write each row on a separate line, with `|` between the cells.',
      example: '| Place | Sessions | People |\n| --- | --- | --- |\n| Anytown | 12 | 140 |',
    };
  });
}
