import type {Html} from 'mdast';
import {stringify} from 'yaml';
import {applyEdits} from '../../markdown/edit/apply-edits.ts';
import {editLinks} from '../../markdown/edit/link-destinations.ts';
import {markdownParser} from '../../markdown/parse-markdown.ts';
import {visit} from '../../markdown/visit.ts';
import {remember} from '../../model/memo.ts';
import type {TextEdit} from '../../model/problem.ts';
import {absoluteUrl, type SiteAddress} from '../../model/routes/addresses.ts';
import {addressOfSource, fileOfTarget} from '../../model/routes/source-files.ts';
import type {ToolkitConfig} from '../../model/schemas/toolkit-schema.ts';
import type {SourceDocument} from '../../model/source-document.ts';
import type {PageEntry} from '../../model/toolkit.ts';

/**
 * The source of a live page for other programs: the text as the author wrote it, with full addresses and without
 * comments, which are for editors only.
 */
export function renderMirror(
  {document, address}: Pick<PageEntry, 'address'> & {document: SourceDocument},
  {repository}: Pick<ToolkitConfig, 'repository'>,
  site: SiteAddress,
): string {
  const {path, frontMatter, body} = document;
  const text = editLinks(withoutComments(body), (target) => fullUrl(target, {path, address, repository}, site));
  return `---\n${stringify(frontMatter, {lineWidth: 0})}---\n\n${text.trimStart()}`;
}

/** Removes HTML, which can only be comments; a comment on a separate line is removed with its line. */
function withoutComments(body: string): string {
  return body.includes('<!--') ? remember('without comments', [body], () => removeComments(body)) : body;
}

function removeComments(body: string): string {
  const edits: TextEdit[] = [];
  visit(markdownParser.parse(body), 'html', ({position}: Html) => {
    const [start, end] = [position?.start.offset ?? 0, position?.end.offset ?? 0];
    const isWholeLine = (start === 0 || body[start - 1] === '\n') && body[end] === '\n';
    edits.push({start, end: isWholeLine ? end + 1 : end, text: ''});
  });
  return applyEdits(body, edits);
}

/** The full address of a link; `undefined` where it is already full. */
function fullUrl(
  target: string,
  page: {path: string; address: string; repository: string},
  site: SiteAddress,
): string | undefined {
  if (URL.canParse(target)) return undefined;
  const file = fileOfTarget(page.path, target);
  const [, rest = ''] = /^[^?#]*(.*)$/s.exec(target) ?? [];
  if (file !== undefined) return absoluteUrl(site, addressOfSource(file)) + rest;
  if (target.startsWith('#')) return absoluteUrl(site, page.address) + target;
  if (target.startsWith('/')) return site.url + site.baseUrl + target.slice(1);
  // The build renames pictures, so these addresses point to the repository.
  return new URL(target, `https://github.com/${page.repository}/raw/HEAD/${page.path}`).href;
}
