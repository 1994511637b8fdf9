import type {Root} from 'xast';
import {toXml} from 'xast-util-to-xml';

/** What XML 1.0 forbids (2.2) and the writer lets through, once halves of characters are mended. */
const FORBIDDEN_RE = /[\uFFFE\uFFFF]/g;

/** A document in XML; whatever its texts hold, it is well-formed. */
export function renderXml(root: Root): string {
  const xml = toXml(root, {closeEmptyElements: true, tightClose: true}).toWellFormed().replace(FORBIDDEN_RE, '');
  // In a text it may not stand (2.4), and there are no sections of raw text that it would end.
  return `<?xml version="1.0" encoding="utf-8"?>\n${xml.replaceAll(']]>', ']]&gt;')}\n`;
}

/** The first instant of a day, as RFC 3339 writes it: a later one might lie ahead of whoever reads it on that day. */
export function instantOf(day: string): string {
  return `${day}T00:00:00Z`;
}
