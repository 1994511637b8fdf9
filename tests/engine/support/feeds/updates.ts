import {stringify} from 'yaml';
import type {ChangeNote} from '../../../../src/content/schemas/change-note-schema.ts';

interface Told {
  title?: string;
  /** The first and the last day; the day of the slug where they are left out. */
  range?: [earliest: string, latest: string];
  date?: string;
}

/** A change note for tests of feeds. */
export function note(pages: string[], words: string, more: Partial<ChangeNote> = {}): ChangeNote {
  return {kind: 'content-changed', significance: 'major', pages, note: words, ...more};
}

/** The file of an update, whatever its notes hold. */
export function updateFile(slug: string, changes: readonly ChangeNote[], {title, range, date}: Told = {}): string {
  const day = slug.slice(0, 'yyyy-mm-dd'.length);
  const [earliest, latest] = range ?? [day, day];
  const update = {
    title: title ?? `What changed by ${slug}`,
    slug,
    date: date ?? day,
    published: {earliest, latest},
    changes,
  };
  return `---\n${stringify(update, {lineWidth: 0})}---\n`;
}
