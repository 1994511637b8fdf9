import type {Link, PhrasingContent} from 'mdast';
import {code, link, text} from './markdown-nodes.ts';

/** A place in a file, for links. */
interface LinkedPlace {
  path: string;
  line?: number | undefined;
  endLine?: number | undefined;
}

/** A link to a place in a file of a commit on GitHub. */
export function placeLink(
  {path, line, endLine}: LinkedPlace,
  {headUrl, headSha}: {headUrl: string; headSha: string},
): Link {
  const lines = line === undefined ? '' : `#L${line}${endLine !== undefined && endLine > line ? `-L${endLine}` : ''}`;
  const address = `${headUrl}/blob/${headSha}/${path.split('/').map(encodePart).join('/')}`;
  const where: PhrasingContent[] = line === undefined ? [] : [text(`, line ${line}`)];
  // Without `plain`, GitHub shows the rendered page, which has no lines.
  return link(`${address}?plain=1${lines}`, [code(path), ...where]);
}

function encodePart(part: string): string {
  return encodeURIComponent(part).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
