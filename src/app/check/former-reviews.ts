import {setKey} from '../../content/markdown/edit/edit-front-matter.ts';
import {pageWithId} from '../../content/pages/known-pages.ts';
import {REVIEW_SCOPES} from '../../content/schemas/review-schema.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {publishedFingerprint, textsOf} from '../../content/updates/published.ts';
import type {FileChange} from '../../io/transaction/file-change.ts';

const REVIEW_RE = /^ledgers\/reviews\/(.+)\.json$/;

/** Moves reviews, which an earlier engine kept in files of their own, into the front matter of their pages. */
export function moveReviews(toolkit: Toolkit): FileChange[] {
  return toolkit.files.flatMap(({path, bytes}): FileChange[] => {
    const page = pageWithId(toolkit, REVIEW_RE.exec(path)?.[1] ?? '');
    if (!page) return [];
    const {on, by, scope, fingerprint} = JSON.parse(Buffer.from(bytes).toString()) as Record<string, string>;
    const texts = textsOf(toolkit.published, page.id);
    const reviewed = texts.find((text) => publishedFingerprint(toolkit, text) === fingerprint) ?? texts.at(-1);
    const {path: file, text: found} = page.document;
    const removal = {path, content: undefined, found: bytes};
    if (!reviewed || page.data.reviewed !== undefined || !REVIEW_SCOPES.some((known) => known === scope)) {
      return [removal];
    }
    return [removal, {path: file, content: setKey(found, 'reviewed', {on, by, scope, text: reviewed.slug}), found}];
  });
}
