import {nearest} from '../../format/nearest.ts';
import {recordedText} from '../../model/pages/known-pages.ts';
import type {SourceDocument} from '../../model/source-document.ts';
import type {PageEntry, Toolkit} from '../../model/toolkit.ts';
import {headingsOf} from './headings.ts';

/** What a document says of anchors that its headings had. */
export function formerHeadingsOf({frontMatter}: Pick<SourceDocument, 'frontMatter'>): Readonly<Record<string, string>> {
  const value = frontMatter?.former_headings;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, string>) : {};
}

/** Every anchor that readers may link to in a text: its headings', and those that lead to them. */
function anchorsOf(document: Pick<SourceDocument, 'text' | 'frontMatter'>): Set<string> {
  return new Set([...headingsOf(document.text).map(({anchor}) => anchor), ...Object.keys(formerHeadingsOf(document))]);
}

/** The anchors of a page's newest text on record; `undefined` where there is none. */
export function recordedAnchors(toolkit: Toolkit, page: PageEntry): Set<string> | undefined {
  const published = recordedText(toolkit, page);
  return published && anchorsOf(published.document());
}

/** A heading that readers knew and that leads nowhere now. */
export interface LostHeading {
  anchor: string;
  /** The name of the heading that it seems to have become; `undefined` where its section seems to be gone. */
  heir: string | undefined;
}

/** The anchors of a page's text on record that lead to no heading of today, each with the new heading that it became. */
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
    // As many gone as new: they were renamed in their places.
    const inPlace = fresh.length === lost.length ? fresh[index] : undefined;
    return {anchor, heir: (fresh.find((heading) => heading.anchor === alike) ?? inPlace)?.text};
  });
}
