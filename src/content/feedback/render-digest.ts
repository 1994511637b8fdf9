import type {Table} from 'mdast';
import {code, paragraph, stringify, text, toPhrasing} from '../report/markdown-nodes.ts';
import type {DigestRow, FeedbackDigest} from './digest.ts';
import {tellLeftOut} from './tell-left-out.ts';

type Words = {title: string; rows: readonly DigestRow[]}[];

/** A digest for a terminal. */
export function renderDigest(digest: FeedbackDigest): string {
  const sections = sectionsOf(digest).map(({title, rows}) => {
    const width = Math.max(...rows.map(({of}) => of.length));
    return [
      title,
      ...rows.map((row) => `  ${row.of.padEnd(width)}  ${countIn(row)}: ${listNumbers(row.numbers)}`),
    ].join('\n');
  });
  return `${[headOf(digest), ...sections, ...remindersOf(digest)].join('\n\n')}\n`;
}

/** The same as Markdown, for the summary of a run. */
export function renderDigestMarkdown(digest: FeedbackDigest): string {
  const blocks = sectionsOf(digest).flatMap(({title, rows}) => [
    {type: 'heading' as const, depth: 3 as const, children: [text(title)]},
    tableOf(rows),
  ]);
  const reminders = remindersOf(digest).map((words) => paragraph(toPhrasing(words)));
  return `${stringify([paragraph([text(headOf(digest))]), ...blocks, ...reminders])}\n`;
}

function headOf({open, closed}: FeedbackDigest): string {
  return `${open} open, ${closed} closed`;
}

function sectionsOf({pages, editions, priorities, ages, owners}: FeedbackDigest): Words {
  return [
    {title: 'By page', rows: pages},
    {title: 'By edition', rows: editions},
    {title: 'By priority', rows: priorities},
    {title: 'By age', rows: ages},
    {title: 'By role', rows: owners},
  ].filter(({rows}) => rows.length > 0);
}

function countIn({numbers, oldest}: DigestRow): string {
  return oldest === undefined
    ? `${numbers.length}`
    : `${numbers.length}, the oldest ${oldest} ${oldest === 1 ? 'day' : 'days'}`;
}

function listNumbers(numbers: readonly number[]): string {
  return numbers.join(', ');
}

function remindersOf({answered, personal, left_out: leftOut = 0}: FeedbackDigest): string[] {
  return [
    ...(answered.length > 0
      ? [`Answered by an update and still open: ${listNumbers(answered)}. Close what is settled.`]
      : []),
    ...(personal.length > 0 ? [`May hold personal data: ${listNumbers(personal)}. Look at these first.`] : []),
    ...[tellLeftOut(leftOut)].filter((told) => told !== undefined),
  ];
}

function tableOf(rows: readonly DigestRow[]): Table {
  const cells = [
    ['', 'Open', 'Oldest, in days', 'Numbers'],
    ...rows.map(({of, numbers, oldest}) => [of, `${numbers.length}`, `${oldest ?? ''}`, listNumbers(numbers)]),
  ];
  return {
    type: 'table',
    children: cells.map((row, index) => ({
      type: 'tableRow',
      children: row.map((cell, column) => ({
        type: 'tableCell',
        children: index > 0 && column === 0 ? [code(cell)] : [text(cell)],
      })),
    })),
  };
}
