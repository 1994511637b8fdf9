import type {FileChange} from '../../src/fs/transaction/file-change.ts';
import {setKey} from '../../src/markdown/edit/edit-front-matter.ts';
import {pageWithId} from '../../src/model/pages/known-pages.ts';
import {REVIEW_SCOPES} from '../../src/model/schemas/review-schema.ts';
import type {Toolkit} from '../../src/model/toolkit.ts';
import {publishedFingerprint, textsOf} from '../../src/model/updates/published.ts';

const REVIEW_RE = /^ledgers\/reviews\/(.+)\.json$/;

interface FormerReview {
  on: string;
  by: string;
  scope: string;
  fingerprint: string;
}

/** Moves what an earlier engine kept in files of their own to where it is now: reviews into the pages. */
export function leaveFormerPlaces(toolkit: Toolkit): FileChange[] {
  return toolkit.files.flatMap(({path, bytes}): FileChange[] => {
    const page = pageWithId(toolkit, REVIEW_RE.exec(path)?.[1] ?? '');
    if (!page) return [];
    const {on, by, scope, fingerprint} = JSON.parse(Buffer.from(bytes).toString()) as FormerReview;
    const texts = textsOf(toolkit.published, page.id);
    const text = texts.findLast((one) => publishedFingerprint(toolkit, one) === fingerprint) ?? texts.at(-1);
    const {path: file, text: found} = page.document;
    const isKept = text && page.data.reviewed === undefined && (REVIEW_SCOPES as readonly string[]).includes(scope);
    const content = isKept ? setKey(found, 'reviewed', {on, by, scope, text: text.slug}) : found;
    return [
      {kind: 'remove', path, found: bytes},
      ...(isKept ? [{kind: 'write' as const, path: file, content, found}] : []),
    ];
  });
}
