import type {Link, PhrasingContent} from 'mdast';
import {code, link, text} from './markdown-nodes.ts';

/** A place in a file, for links. */
interface LinkedPlace {
  path: string;
  line?: number | undefined;
  endLine?: number | undefined;
}

/** A link to a place in a file of a commit on GitHub. */
export function placeLink(place: LinkedPlace, {headUrl, headSha}: {headUrl: string; headSha: string}): Link {
  const {line, endLine} = place;
  const lines = line === undefined ? '' : `#L${line}${endLine !== undefined && endLine > line ? `-L${endLine}` : ''}`;
  // Without `plain`, GitHub shows the rendered page, which has no lines.
  return link(`${headUrl}/blob/${headSha}/${encodePath(place.path)}?plain=1${lines}`, placeName(place));
}

/** A link that opens a file of a branch in GitHub's editor, at the line. */
export function editLink(place: LinkedPlace, {headUrl, branch}: {headUrl: string; branch: string}): Link {
  const line = place.line === undefined ? '' : `#L${place.line}`;
  return link(`${headUrl}/edit/${encodePath(branch)}/${encodePath(place.path)}${line}`, placeName(place));
}

/** The path and the line, as readers see them. */
export function placeName({path, line}: LinkedPlace): PhrasingContent[] {
  return [code(path), ...(line === undefined ? [] : [text(`, line ${line}`)])];
}

/** A path or the name of a branch, for an address. */
export function encodePath(path: string): string {
  return path.split('/').map(encodePart).join('/');
}

function encodePart(part: string): string {
  return encodeURIComponent(part).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
