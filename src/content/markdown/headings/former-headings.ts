import type {SourceDocument} from '../../source-document.ts';
import {headingsOf} from './headings.ts';

export function formerHeadingsOf({frontMatter}: Pick<SourceDocument, 'frontMatter'>): Readonly<Record<string, string>> {
  const value = frontMatter?.former_headings;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, string>) : {};
}

/** Every anchor that works in a text: those of its headings, and former ones. */
export function anchorsOf(document: Pick<SourceDocument, 'text' | 'frontMatter'>): Set<string> {
  return new Set([...headingsOf(document.text).map(({anchor}) => anchor), ...Object.keys(formerHeadingsOf(document))]);
}
