import type {Html} from 'mdast';
import {stringify} from 'yaml';
import {absoluteUrl, type SiteAddress} from '../../content/addresses/addresses.ts';
import {repositoryUrl} from '../../content/addresses/editor-links.ts';
import {addressOfSource, fileOfTarget} from '../../content/addresses/source-files.ts';
import {applyEdits} from '../../content/markdown/edit/apply-edits.ts';
import {linkEdits} from '../../content/markdown/edit/link-destinations.ts';
import {parseMarkdown} from '../../content/markdown/parse-markdown.ts';
import {visit} from '../../content/markdown/visit.ts';
import {remember} from '../../content/memo.ts';
import type {TextEdit} from '../../content/problem.ts';
import type {ToolkitConfig} from '../../content/schemas/toolkit-schema.ts';
import type {SourceDocument} from '../../content/source-document.ts';
import type {PageEntry} from '../../content/toolkit.ts';

/**
 * The source of a live page for other programs: the text as the author wrote it, with full addresses and without
 * comments, which are for editors only.
 */
export function renderMirror(
  {document, address}: Pick<PageEntry, 'address'> & {document: SourceDocument},
  config: Pick<ToolkitConfig, 'host' | 'repository'>,
  site: SiteAddress,
): string {
  const {path, frontMatter, text, body} = document;
  const links = linkEdits(text, (target) => fullUrl(target, {path, address, config}, site));
  const edited = applyEdits(text, [...links, ...commentEdits(text)]).slice(text.length - body.length);
  const front = remember('front matter as YAML', [JSON.stringify(frontMatter)], () =>
    stringify(frontMatter, {lineWidth: 0}),
  );
  return `---\n${front}---\n\n${edited.trimStart()}`;
}

/** The edits that remove HTML, which can only be comments; a comment on a separate line is removed with its line. */
function commentEdits(text: string): TextEdit[] {
  if (!text.includes('<!--')) return [];
  return remember('comments', [text], () => {
    const edits: TextEdit[] = [];
    visit(parseMarkdown(text), 'html', ({position}: Html) => {
      const [start, end] = [position?.start.offset ?? 0, position?.end.offset ?? 0];
      const isWholeLine = (start === 0 || text[start - 1] === '\n') && text[end] === '\n';
      edits.push({start, end: isWholeLine ? end + 1 : end, text: ''});
    });
    return edits;
  });
}

/** The full address of a link; `undefined` where it is already full. */
function fullUrl(
  target: string,
  page: {path: string; address: string; config: Pick<ToolkitConfig, 'host' | 'repository'>},
  site: SiteAddress,
): string | undefined {
  if (URL.canParse(target)) return undefined;
  const file = fileOfTarget(page.path, target);
  const [, rest = ''] = /^[^?#]*(.*)$/s.exec(target) ?? [];
  if (file !== undefined) return absoluteUrl(site, addressOfSource(file)) + rest;
  if (target.startsWith('#')) return absoluteUrl(site, page.address) + target;
  if (target.startsWith('/')) return site.url + site.baseUrl + target.slice(1);
  // The build renames pictures, so these addresses point to the repository.
  const source = repositoryUrl(page.config, `raw/HEAD/${page.path}`);
  return source && new URL(target, source).href;
}
