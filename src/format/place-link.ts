import type {Link, PhrasingContent} from 'mdast';
import {code, link, text} from './markdown-nodes.ts';

/** A place in a file, for links. */
interface LinkedPlace {
  path: string;
  line?: number | undefined;
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
function encodePath(path: string): string {
  return path.split('/').map(encodePart).join('/');
}

function encodePart(part: string): string {
  return encodeURIComponent(part).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
