import type {PageFigures} from './figure.ts';
import {NOT_STATED} from './figure.ts';

const HEADER = [
  'Page id',
  'Page',
  'Page address',
  'Figure',
  'What it counts',
  'Year',
  'Area',
  'Source',
  'Source address',
];

/** Every figure as RFC 4180 has it, with a header; `urlOf` makes a full address of one in this site. */
export function renderFiguresCsv(pages: readonly PageFigures[], urlOf: (address: string) => string): string {
  const rows = pages.flatMap(({id, title, address, figures}) =>
    figures.map(({figure, what, year, area, source}) => {
      const url = source?.url?.startsWith('/') ? urlOf(source.url) : source?.url;
      return [id, title, urlOf(address), figure, what, year, area, source?.title ?? NOT_STATED, url ?? ''];
    }),
  );
  return [HEADER, ...rows].map((row) => `${row.map(toField).join(',')}\r\n`).join('');
}

function toField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
