import {once} from '../once.ts';
import type {ParsedPage} from '../parsed-page.ts';
import {perPage} from '../per-page.ts';
import type {KeyPath, SourceDocument} from '../source-document.ts';
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
  const stand = once(() => placeValue(document, path, value));
  return [
    {
      text: value,
      get offsets() {
        return stand().offsets;
      },
      get place() {
        return stand().place;
      },
    },
  ];
}

function placeValue({placeOf, text}: SourceDocument, path: KeyPath, value: string): Omit<TextRun, 'text'> {
  const place = placeOf(path, 'value');
  if (!place) return {offsets: []};
  const at = offsetAt(text, place);
  const isQuoted = /["']/.test(text.charAt(at));
  const start = isQuoted ? at + 1 : at;
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  // Between brackets a comma, as in `10,000`, would begin another value.
  const isBracketed = !isQuoted && /[[{]/.test(line);
  if (isBracketed || !text.startsWith(value, start)) return {offsets: [], place};
  return {offsets: Array.from({length: value.length}, (_, index) => start + index)};
}
