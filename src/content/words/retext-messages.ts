import type {Root} from 'nlcst';
import {VFile} from 'vfile';
import type {ParsedPage} from '../parsed-page.ts';
import type {Place} from '../problem.ts';
import {proseOf} from './prose-of.ts';

/** What a retext plugin says of a page, and where in the file. */
export interface RetextMessage {
  actual: string;
  expected: readonly string[];
  place: Place | undefined;
  end: Place | undefined;
  /** Offsets of what was found; `undefined` where the file does not write it as it reads. */
  span: {start: number; end: number} | undefined;
}

/** Runs a plugin's transform over a page and its front matter. */
export function retextMessages(page: ParsedPage, transform: (tree: Root, file: VFile) => unknown): RetextMessage[] {
  const file = new VFile();
  transform(proseOf(page), file);
  return file.messages.map((message) => toRetextMessage(message, page.document.text));
}

function toRetextMessage({place, actual = '', expected = []}: VFile['messages'][number], text: string): RetextMessage {
  if (!place || !('start' in place)) return {actual, expected, place: undefined, end: undefined, span: undefined};
  const span = {start: place.start.offset ?? 0, end: place.end.offset ?? 0};
  const isPlain = text.slice(span.start, span.end) === actual;
  return {actual, expected, place: place.start, end: place.end, span: isPlain ? span : undefined};
}
