import {baselineSchema} from '../baseline.ts';
import {compareText} from '../problem.ts';
import {replaceValue} from './edit-front-matter.ts';
import type {MoveContext} from './lead-page.ts';

/** A note that names pages by their ids. */
export function leadNote(text: string, path: string, {toolkit, ids}: MoveContext): string {
  const named = toolkit.documents.find(({document}) => document.path === path)?.document.frontMatter?.pages;
  return (Array.isArray(named) ? named : []).reduce((after: string, id, index) => {
    const led = ids.get(String(id));
    return led === undefined ? after : replaceValue(after, ['pages', index], led);
  }, text);
}

/** The list of old problems, which names files. */
export function leadBaseline(text: string, files: ReadonlyMap<string, string>): string {
  try {
    const entries = Object.entries(baselineSchema.parse(JSON.parse(text)));
    if (!entries.some(([path]) => files.has(path))) return text;
    const led = entries.map(([path, problems]) => [files.get(path) ?? path, problems] as const);
    return `${JSON.stringify(Object.fromEntries(led.sort(([a], [b]) => compareText(a, b))), null, 2)}\n`;
  } catch {
    return text;
  }
}
