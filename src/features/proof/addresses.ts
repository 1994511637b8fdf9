import {FRAME} from '../../content/addresses/difference-addresses.ts';
import {UPDATES} from '../../content/addresses/feed-addresses.ts';

/** The heads of the chain of updates, oldest first. */
export const HEADS = `${UPDATES}heads.json`;

/** Where a reader checks quotations. */
export const QUOTATIONS = '/quotations/';

/** The script that does so. */
export const CHECKER = `${QUOTATIONS}check.js`;

/** What verifies a site: a program without packages, for anybody. */
export const VERIFIER = '/verify.mjs';

/** The record of an update, byte for byte as in `blog/_published/`. */
export function recordAddress(slug: string): string {
  return `${UPDATES}${slug}/record.json`;
}

export function sentencesAddress(page: string): string {
  return `${page}sentences/`;
}

/** The frame of these pages, which the build fills in and removes. */
export const SENTENCES_FRAME = `/${FRAME.path}`;

/** Where passages of all texts are found by their hash: one of a power of two of files. */
export function passagesAddress(part: number | '*'): string {
  return `${QUOTATIONS}passages-${part}.json`;
}
