import type {CheerioAPI} from 'cheerio';
import type {PageEdit} from '../edit-pages.ts';

type ChildNode = ReturnType<CheerioAPI['root']>[number]['children'][number];

/** Of use to Docusaurus and its search service alone. */
const TOOL_METAS = 'meta:is([name="generator"], [name^="docusaurus_"], [name^="docsearch:"])';

const ALTERNATES = 'link[rel="alternate"][hreflang]';

/** The sprite that the theme puts on every page, with the style that hides it. */
const SPRITE_ICON = 'theme-svg-external-link';

/** Styles, which the security policy forbids, and marks that only React reads. */
const UNUSED_ATTRIBUTES = ['style', 'data-rh', 'data-has-hydrated'];

/** What React would take hold of; without it, one box too many around every page. */
const REACT_ROOT = '#__docusaurus';

/** Takes out what no reader, browser or search engine uses, and every style attribute. */
export const tidyHtml: PageEdit = ($, {file}) => {
  const head = $('head');
  head.find(TOOL_METAS).remove();
  if (isOneLanguage($)) head.find(ALTERNATES).remove();
  // The error page is served at every dead address and has none of its own; Docusaurus invents `/404.html/`.
  if (file === '404.html') head.find('link[rel="canonical"], meta[property="og:url"]').remove();
  $(`#${SPRITE_ICON}, use[href="#${SPRITE_ICON}"]`).closest('svg').remove();
  $(REACT_ROOT).replaceWith($(REACT_ROOT).contents());
  for (const root of $.root()) tidyChildren($, root.children);
};

/** One walk over the tree: a selector for each attribute would cost a walk each. */
function tidyChildren($: CheerioAPI, nodes: readonly ChildNode[]): void {
  // A copy, for comments leave the list on the way.
  for (const node of [...nodes]) {
    if (node.type === 'comment') $(node).remove();
    if (!('attribs' in node)) continue;
    for (const name of UNUSED_ATTRIBUTES) delete node.attribs[name];
    if (node.attribs.class?.trim() === '') delete node.attribs.class;
    tidyChildren($, node.children);
  }
}

function isOneLanguage($: CheerioAPI): boolean {
  const languages = $(ALTERNATES)
    .toArray()
    .map((link) => link.attribs.hreflang);
  return new Set(languages.filter((language) => language !== 'x-default')).size <= 1;
}
