/*
 * Finds the pages that a quotation may come from, without sending it anywhere: the build and the browser cut texts into
 * passages of five words and keep the smallest hash of each four in a row (winnowing), so that any eight words in a row
 * share one. Which page it is, and what became of the sentence, is then read on the page of its sentences.
 */

const WORDS = 5;
const WINDOW = 4;

/** The words of a text in Markdown or plain text, in lower case, without addresses and marks. */
export function wordsOf(text: string): string[] {
  const plain = text
    .replace(/\]\([^)]*\)|<[^>]*>|\{#[^}]*\}/g, ' ')
    .normalize('NFC')
    .toLowerCase();
  return plain.replace(/[’']/g, '').match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The hashes that stand for a text: 32 bits each. A text of fewer than eight words has those that it can have. */
export function passagesOf(words: readonly string[]): number[] {
  const hashes = words.slice(WORDS - 1).map((_, at) => hash(words.slice(at, at + WORDS).join(' ')));
  const windows = hashes.slice(WINDOW - 1).map((_, at) => Math.min(...hashes.slice(at, at + WINDOW)));
  return [...new Set(windows.length > 0 ? windows : hashes)];
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/** A file of passages: the addresses of pages, and by hash the numbers of the pages that have it. */
export interface PassageFile {
  /** How many files there are: a passage is in the one whose number is the rest of its hash. */
  parts: number;
  pages: string[];
  passages: Record<string, number[]>;
}

/** How many passages a file has at most, about 12 KB. */
const MAX = 1000;

/** The number of files for passages: a power of two, so that it seldom changes. */
export function passageParts(passages: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(passages / MAX)));
}
