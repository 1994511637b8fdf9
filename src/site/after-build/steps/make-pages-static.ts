import {rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import type {CheerioAPI} from 'cheerio';
import {formerHeadingsOf} from '../../../markdown/headings/former-headings.ts';
import {hrefOf} from '../../../model/routes/addresses.ts';
import {allPages, type Toolkit} from '../../../model/toolkit.ts';
import {type BuiltSite, editPages, type PageEdit} from '../built-site.ts';
import {bundleClient} from './bundle-client.ts';
import {securityPolicies} from './security-policy.ts';

/**
 * The first pass, which parses each page once: it removes React and what only React or Docusaurus read, adds one small
 * script of ours, keeps old anchors, and sets the security policy.
 */
export async function makePagesStatic(site: BuiltSite): Promise<void> {
  const {clientScripts} = site;
  const scripts = {
    site: hrefOf(site, `/${await bundleClient(site, clientScripts.site)}`),
    lists: hrefOf(site, `/${await bundleClient(site, clientScripts.lists)}`),
  };
  const policies = securityPolicies();
  const edits = [stripReact(scripts), tidyHtml, keepFormerHeadings(site.toolkit), policies.edit];
  await editPages(site, edits);
  await writeFile(path.join(site.dir, '_headers'), policies.headers(site.baseUrl));
  await rm(path.join(site.dir, 'assets/js'), {recursive: true, force: true});
}

type ChildNode = ReturnType<CheerioAPI['root']>[number]['children'][number];

/** Metadata that only Docusaurus and its search service use. */
const TOOL_METAS = 'meta:is([name="generator"], [name^="docusaurus_"], [name^="docsearch:"])';

const ALTERNATES = 'link[rel="alternate"][hreflang]';

/** The sprite that the theme puts on every page, with the style that hides it. */
const SPRITE_ICON = 'theme-svg-external-link';

/** Styles, which the security policy forbids, and attributes that only React reads. */
const UNUSED_ATTRIBUTES = ['style', 'data-rh', 'data-has-hydrated'];

/** The element that React would hydrate; without React it is a superfluous box. */
const REACT_ROOT = '#__docusaurus';

/** Removes what no reader, browser or search engine uses, and every style attribute. */
export const tidyHtml: PageEdit = ($, {file}) => {
  const head = $('head');
  head.find(TOOL_METAS).remove();
  if (isOneLanguage($)) head.find(ALTERNATES).remove();
  // The error page has no address of its own, because it is served at every dead one; Docusaurus invents `/404.html/`.
  if (file === '404.html') head.find('link[rel="canonical"], meta[property="og:url"]').remove();
  $(`#${SPRITE_ICON}, use[href="#${SPRITE_ICON}"]`).closest('svg').remove();
  $(REACT_ROOT).replaceWith($(REACT_ROOT).contents());
  for (const root of $.root()) tidyChildren($, root.children);
};

/** One walk over the tree: a selector for each attribute would take one walk each. */
function tidyChildren($: CheerioAPI, nodes: readonly ChildNode[]): void {
  // A copy, because comments are removed from the list on the way.
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

/** Structured data, and the scripts that our plugin marked to stay. */
const KEPT = 'script[type="application/ld+json"], script[data-site]';

const FETCHED_EARLY = 'link:is([rel~="preload"], [rel~="prefetch"], [rel~="modulepreload"])';

/** Lists that readers filter or search on the page itself. */
const LISTS = '[data-filters], form[data-search]';

/** Removes every script that is not ours, and adds the one that the page needs, which runs once the page is parsed. */
export function stripReact(addresses: BuiltSite['clientScripts']): PageEdit {
  return ($) => {
    $('script').not(KEPT).remove();
    $(FETCHED_EARLY)
      .filter((_, link) => /\.m?js$/.test($(link).attr('href') ?? ''))
      .remove();
    const src = $(LISTS).length > 0 ? addresses.lists : addresses.site;
    $('head').append($('<script>').attr({defer: '', src}));
  };
}

/** Adds the former anchors of headings to the current headings, so that old links still work. */
export function keepFormerHeadings(toolkit: Toolkit): PageEdit {
  const former = new Map(
    allPages(toolkit)
      .map(({address, document}) => [address, Object.entries(formerHeadingsOf(document))] as const)
      .filter(([, entries]) => entries.length > 0),
  );
  return ($, {address}) => {
    const entries = former.get(address) ?? [];
    if (entries.length === 0) return;
    const headings = $('article').find('h1, h2, h3, h4, h5, h6').toArray();
    for (const [anchor, heir] of entries) {
      const heading = headings.find(({attribs}) => attribs.id === heir);
      if (heading) $(heading).prepend($('<span>').attr('id', anchor));
    }
  };
}
