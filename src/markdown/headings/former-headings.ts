import {nearest} from '../../format/nearest.ts';
import {recordedText} from '../../model/pages/known-pages.ts';
import type {SourceDocument} from '../../model/source-document.ts';
import type {PageEntry, Toolkit} from '../../model/toolkit.ts';
import {headingsOf} from './headings.ts';

/** The former anchors of headings in a document. */
export function formerHeadingsOf({frontMatter}: Pick<SourceDocument, 'frontMatter'>): Readonly<Record<string, string>> {
  const value = frontMatter?.former_headings;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, string>) : {};
}

/** Every anchor that works in a text: those of its headings, and former ones. */
export function anchorsOf(document: Pick<SourceDocument, 'text' | 'frontMatter'>): Set<string> {
  return new Set([...headingsOf(document.text).map(({anchor}) => anchor), ...Object.keys(formerHeadingsOf(document))]);
}

/** The anchors of the newest published text of a page; `undefined` if there is none. */
export function recordedAnchors(toolkit: Toolkit, page: PageEntry): Set<string> | undefined {
  const published = recordedText(toolkit, page);
  return published && anchorsOf(published.document());
}

/** A published heading whose anchor no longer works. */
export interface LostHeading {
  anchor: string;
  /** The text of its likely new heading; `undefined` if its section seems to be removed. */
  heir: string | undefined;
}

/** The published anchors of a page that no longer work, each with its likely new heading. */
export function lostHeadings(toolkit: Toolkit, page: PageEntry): LostHeading[] {
  const published = recordedText(toolkit, page);
  if (!published || published.text === page.document.text) return [];
  const current = anchorsOf(page.document);
  const lost = [...anchorsOf(published.document())].filter((anchor) => !current.has(anchor));
  if (lost.length === 0) return [];
  const before = new Set(headingsOf(published.text).map(({anchor}) => anchor));
  const fresh = headingsOf(page.document.text).filter(({anchor}) => !before.has(anchor));
  const anchors = fresh.map(({anchor}) => anchor);
  return lost.map((anchor, index) => {
    const alike = nearest(anchor, anchors);
    // With as many missing headings as new ones, each was renamed in its place.
    const inPlace = fresh.length === lost.length ? fresh[index] : undefined;
    return {anchor, heir: (fresh.find((heading) => heading.anchor === alike) ?? inPlace)?.text};
  });
}
