import {headingsOf} from '../headings.ts';
import {nearest} from '../nearest.ts';
import type {SourceDocument} from '../source-document.ts';
import type {PageEntry, Toolkit} from '../toolkit.ts';
import {recordedText} from './was-published.ts';

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
  /** The words of the heading that stands for it now, as far as can be told. */
  heir: string | undefined;
}

/** The anchors of a page's text on record that no heading of today has, each with the heading that took its place. */
export function lostHeadings(toolkit: Toolkit, page: PageEntry): LostHeading[] {
  const published = recordedText(toolkit, page);
  if (!published || published.text === page.document.text) return [];
  const living = anchorsOf(page.document);
  const lost = [...anchorsOf(published.document())].filter((anchor) => !living.has(anchor));
  if (lost.length === 0) return [];
  const before = headingsOf(published.text);
  const now = headingsOf(page.document.text);
  const known = new Set(before.map(({anchor}) => anchor));
  const fresh = now.filter(({anchor}) => !known.has(anchor));
  return lost.map((anchor) => {
    const alike = nearest(
      anchor,
      fresh.map((heading) => heading.anchor),
    );
    // As many gone as new: they were renamed in their places.
    const inPlace = fresh.length === lost.length ? fresh[lost.indexOf(anchor)] : undefined;
    const heir = now.find((heading) => heading.anchor === alike) ?? inPlace ?? headingBefore(anchor, before, now);
    return {anchor, heir: heir?.text};
  });
}

/** The heading that still stands nearest before one that is gone, else the first. */
function headingBefore<T extends {anchor: string}>(
  anchor: string,
  before: readonly T[],
  now: readonly T[],
): T | undefined {
  const earlier = before
    .slice(
      0,
      before.findIndex((heading) => heading.anchor === anchor),
    )
    .reverse();
  const kept = earlier.flatMap((heading) => now.find((candidate) => candidate.anchor === heading.anchor) ?? []);
  return kept[0] ?? now[0];
}
