import type {ParsedPage} from '../parsed-page.ts';
import {perPage} from '../per-page.ts';
import type {KeyPath} from '../source-document.ts';
import {offsetAt} from './offset-at.ts';
import type {TextRun} from './text-run.ts';

/** The words of front matter that readers see and that are the author's own; titles of sources are not. */
export const frontMatterRuns = perPage((page): TextRun[] => {
  const {frontMatter} = page.document;
  const outcomes = Array.isArray(frontMatter?.outcomes) ? frontMatter.outcomes : [];
  return [
    ...['title', 'description', 'cost'].flatMap((key) => runAt(page, [key], frontMatter?.[key])),
    ...outcomes.flatMap((outcome, index) =>
      ['figure', 'what'].flatMap((key) => runAt(page, ['outcomes', index, key], outcome?.[key])),
    ),
  ];
});

/** The run of one value; without offsets where YAML writes it otherwise than it reads. */
export function runAt({document}: ParsedPage, path: KeyPath, value: unknown): TextRun[] {
  if (typeof value !== 'string') return [];
  const place = document.placeOf(path, 'value');
  if (!place) return [{text: value, offsets: []}];
  const at = offsetAt(document.text, place);
  const start = /["']/.test(document.text.charAt(at)) ? at + 1 : at;
  if (!document.text.startsWith(value, start)) return [{text: value, offsets: [], place}];
  return [{text: value, offsets: Array.from({length: value.length}, (_, index) => start + index)}];
}
