import {absoluteUrl, type SiteAddress} from '../../content/addresses/addresses.ts';
import {repositoryUrl} from '../../content/addresses/editor-links.ts';
import {addressOfSource, fileOfTarget} from '../../content/addresses/source-files.ts';
import {applyEdits} from '../../content/markdown/edit/apply-edits.ts';
import {commentEdits} from '../../content/markdown/edit/comments.ts';
import {linkEdits} from '../../content/markdown/edit/link-destinations.ts';
import {withNotes} from '../../content/markdown/edit/note-places.ts';
import type {ToolkitConfig} from '../../content/schemas/toolkit-schema.ts';
import type {SourceDocument} from '../../content/source-document.ts';
import type {PageEntry} from '../../content/toolkit.ts';

/**
 * The source of a live page for other programs: the text as the author wrote it, with full addresses and without
 * comments, which are for editors only.
 */
export function renderMirror(
  {document, address}: Pick<PageEntry, 'address'> & {document: SourceDocument},
  config: Pick<ToolkitConfig, 'host' | 'repository' | 'pages_at'>,
  site: SiteAddress,
): string {
  const {path} = document;
  // As publishing records it: the notes that wait are no part of the page.
  const text = document.waiting === undefined ? document.text : withNotes(document, []);
  const links = linkEdits(text, (target) => fullUrl(target, {path, address, config}, site));
  return applyEdits(text, [...links, ...commentEdits(text)]);
}

/** The full address of a link; `undefined` where it is already full. */
function fullUrl(
  target: string,
  page: {path: string; address: string; config: Pick<ToolkitConfig, 'host' | 'repository' | 'pages_at'>},
  site: SiteAddress,
): string | undefined {
  if (URL.canParse(target)) return undefined;
  const file = fileOfTarget(page.path, target);
  const [, rest = ''] = /^[^?#]*(.*)$/s.exec(target) ?? [];
  if (file !== undefined) return absoluteUrl(site, addressOfSource(page.config, file)) + rest;
  if (target.startsWith('#')) return absoluteUrl(site, page.address) + target;
  if (target.startsWith('/')) return site.url + site.baseUrl + target.slice(1);
  // The build renames pictures, so these addresses point to the repository.
  const source = repositoryUrl(page.config, `raw/HEAD/${page.path}`);
  return source && new URL(target, source).href;
}
