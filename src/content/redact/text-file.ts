import {fileText} from '../file-text.ts';
import type {SourceFile} from '../toolkit.ts';

/** The words of a file; `undefined` for a picture or a document. */
export function textOf({bytes}: Pick<SourceFile, 'bytes'>): string | undefined {
  return fileText(bytes);
}

/** All that might be words in a file of whatever kind, in the encodings that programs write names in. */
export function tracesIn({bytes}: Pick<SourceFile, 'bytes'>): string[] {
  return ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'].map((encoding) => new TextDecoder(encoding).decode(bytes));
}
