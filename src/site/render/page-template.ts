import path from 'node:path';
import {hrefOf, type SiteAddress} from '../../content/addresses/addresses.ts';
import {CUSTOM_CSS} from '../../content/files/downloads.ts';
import type {RenderedPage} from './compiled/rendering.ts';
import {renderPolicy} from './security-policy.ts';

/** Where the script of the pages stores the reader's choice of colours. */
const COLOUR_MODE_KEY = 'colour-mode';

/**
 * Runs before the first paint, so that a dark page never flashes white; reading storage throws where it is forbidden.
 */
export const COLOUR_MODE_SCRIPT = `try{var m=localStorage.getItem('${COLOUR_MODE_KEY}');if(m==='light'||m==='dark')document.documentElement.dataset.theme=m}catch(e){}`;

/** Files that pages load, from the folder of the built files. */
export interface PageAssets {
  /** The styles of every page, and what pages without an article need besides. */
  styles: Record<'site' | 'lists', string>;
  /** Whether the publisher has a style sheet, which comes last. */
  hasOwnStyles?: boolean;
  /** Fonts of the toolkit, asked for before the style sheets that name them. */
  fonts?: readonly string[];
  /** The script of most pages, those of pages with charts, figures or updates, and that of pages with a list to filter, search or print. */
  scripts: Record<'site' | 'charts' | 'updates' | 'lists', string>;
  /** The attributes with `data-` of elements that need the script for lists. */
  marks: readonly string[];
  /** What plugins of the publisher add to the head, and the origins of scripts there; only a build has it. */
  head?: {html: string; origins: readonly string[]};
}

/** A form that starts the search engine, and the origin of the form service, on its form; contributed text has neither. */
const SEARCH_RE = / data-(?:search|finder)="/;
const FORM_RE = / data-feedback-form="([^"]+)"/;

function scriptOf(body: string, marks: readonly string[]): keyof PageAssets['scripts'] {
  if (new RegExp(`<[^>]* data-(?:${marks.join('|')})[=\\s>]`).test(body)) return 'lists';
  if (/ data-(png|figures)=/.test(body)) return 'charts';
  return / data-(new|visits)=/.test(body) ? 'updates' : 'site';
}

/** The mark that React's helper for metadata puts on each element, for itself. */
const HELMET_MARK = ' data-rh="true"';

/** An article, or the place where a part of the whole toolkit is put later. */
const ARTICLE_RE = /<article[ >]|<div data-document/;

/**
 * A whole page. The policy follows the character set, which must come within the first 1,024 bytes, and rules only what
 * comes after it.
 */
export function renderDocument(
  {head, body, htmlAttributes, bodyAttributes}: RenderedPage,
  {styles, hasOwnStyles, fonts = [], scripts, marks, head: more = {html: '', origins: []}}: PageAssets,
  site: Pick<SiteAddress, 'baseUrl'>,
): string {
  const href = (file: string) => hrefOf(site, `/${file}`);
  const sheets = ARTICLE_RE.test(body) ? [styles.site] : [styles.site, styles.lists];
  if (hasOwnStyles) sheets.push(path.basename(CUSTOM_CSS));
  const policy = renderPolicy({
    scripts: [COLOUR_MODE_SCRIPT],
    search: SEARCH_RE.test(body),
    form: FORM_RE.exec(body)?.[1],
    origins: more.origins,
  });
  const tag = (name: string, attributes: string) => (attributes ? `<${name} ${attributes}>` : `<${name}>`);
  return [
    '<!DOCTYPE html>',
    tag('html', htmlAttributes.replace(HELMET_MARK.trim(), '').trim()),
    '<head><meta charset="UTF-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    head.replaceAll(HELMET_MARK, ''),
    `<script data-site>${COLOUR_MODE_SCRIPT}</script>`,
    ...fonts.map((file) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${href(file)}">`),
    ...sheets.map((file) => `<link rel="stylesheet" href="${href(file)}">`),
    `<script defer src="${href(scripts[scriptOf(body, marks)])}"></script>`,
    more.html,
    `</head>${tag('body', bodyAttributes)}${body}</body></html>`,
  ].join('');
}
