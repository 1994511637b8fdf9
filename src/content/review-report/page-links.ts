import {bidi} from '../editor-page/html-parts.ts';
import type {Html} from '../html.ts';
import {html} from '../html.ts';
import type {Anchors} from './anchors.ts';
import type {NamedPage} from './review-report.ts';

/** Pages by their titles, in one line, with a word before the last; those that changed lead to what changed. */
export function pageLinks(pages: readonly NamedPage[], anchors: Anchors, before = ', '): Html[] {
  const last = pages.length - 1;
  return pages.map((page, at) => html`${at > 0 && (at === last ? before : ', ')}${pageLink(page, anchors)}`);
}

export function pageLink(page: NamedPage, anchors: Anchors): Html {
  const anchor = anchors.page(page);
  return anchor === undefined ? bidi(page.title) : html`<a href="#${anchor}">${bidi(page.title)}</a>`;
}
