import {numberWord} from '../number-word.ts';
import type {ChangeNote} from '../schemas/change-note-schema.ts';
import type {Update} from '../schemas/update-schema.ts';
import type {ToldPages} from './told-pages.ts';

/** What a public note of a redaction says. */
export interface Told extends ToldPages {
  slug: string;
  /** The day it carries, `2026-11-24`. */
  day: string;
  why: string;
  /** What stands in the place of the words; `undefined` where a whole page went. */
  replacement: string | undefined;
}

/** The update that tells readers of a redaction: that something was taken out, where and why, and never what. */
export function redactionUpdate(told: Told): Update {
  const {slug, day, pages, replacement, why} = told;
  const change: ChangeNote = {kind: 'content-removed', significance: 'major', pages, note: noteOf(told), why};
  return {
    title: replacement === undefined ? 'A page removed' : `Words removed from ${countPages(pages.length)}`,
    slug,
    date: day,
    published: {earliest: day, latest: day},
    changes: [change],
  };
}

function noteOf({pages, editions, replacement}: Told): string {
  const names = [...editions.keys()].sort();
  const among =
    names.length === 0 ? '' : `, and out of ${names.length === 1 ? 'edition' : 'editions'} ${listNames(names)}`;
  if (replacement === undefined) return `This page was taken out of the toolkit, with all its earlier texts${among}.`;
  const where = pages.length === 1 ? 'this page and its earlier texts' : 'these pages and their earlier texts';
  return `Words were taken out of ${where}${among}. In their place stands ${replacement}.`;
}

function listNames(names: readonly string[]): string {
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names.join('');
}

function countPages(count: number): string {
  return `${numberWord(count)} ${count === 1 ? 'page' : 'pages'}`;
}
