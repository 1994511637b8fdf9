import {readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {PurgeCSS} from 'purgecss';
import {shortHash} from '../../render/hash.ts';
import {type BuiltSite, inParallel, listBuiltFiles} from '../built-site.ts';
import {readPages, readScript, type UsedSelectors} from '../read-pages.ts';

/** Removes styles that no page and no script of the site uses, and names each style sheet after its content. */
export async function purgeStyles(site: BuiltSite): Promise<void> {
  const files = await listBuiltFiles(site);
  const {pages, selectors} = await readPages(site);
  await inParallel(
    files.filter((file) => /^assets\/site\..+\.js$/.test(file)),
    async (script) => readScript(await readFile(path.join(site.dir, script), 'utf8'), selectors.words),
  );
  const renamed = new Map<string, string>();
  for (const sheet of files.filter((file) => /^assets\/css\/.+\.css$/.test(file))) {
    const css = await purgeSheet(await readFile(path.join(site.dir, sheet), 'utf8'), selectors);
    const name = sheet.replace(/(\.[0-9a-f]{8,})?\.css$/, `.${shortHash(css)}.css`);
    await rm(path.join(site.dir, sheet));
    await writeFile(path.join(site.dir, name), css);
    renamed.set(sheet, name);
  }
  const rename = (text: string) => [...renamed].reduce((all, [from, to]) => all.replaceAll(from, to), text);
  await inParallel(pages, async (page) => {
    const html = rename(page.html);
    if (html !== page.html) await writeFile(path.join(site.dir, page.file), html);
    page.html = html;
    page.links.links = page.links.links.map((link) => ({...link, target: rename(link.target)}));
  });
}

/** By default PurgeCSS drops a selector that is only a pseudo-class, such as `:focus-visible`, or only `&`. */
const ALWAYS_USED = [/^[:&]/];

/** The element that Pagefind puts around matches. */
const ADDED_BY_SEARCH = 'mark';

/** A style sheet without the rules, custom properties, keyframes and layers that nothing on the site uses. */
async function purgeSheet(css: string, used: UsedSelectors): Promise<string> {
  const {tags, attributes, words} = used;
  const found = {
    tags: [...tags, ADDED_BY_SEARCH],
    classes: splitWords(attributes.get('class')),
    ids: [...(attributes.get('id') ?? [])],
    attributes: {names: [...attributes.keys()], values: [...attributes.values()].flatMap(splitValues)},
    undetermined: [...words],
  };
  const [result] = await new PurgeCSS().purge({
    content: [{raw: '', extension: 'site'}],
    // By default PurgeCSS would count every word of the prose as a class.
    extractors: [{extensions: ['site'], extractor: () => found}],
    css: [{raw: css}],
    safelist: {standard: ALWAYS_USED},
    // A script may set any value.
    dynamicAttributes: [...words].filter((word) => /^(aria|data)-/.test(word)),
    variables: true,
    keyframes: true,
    fontFace: true,
  });
  return withoutEmptyLayers(result?.css ?? css);
}

/** Docusaurus first declares the order of its layers, which is useless where no layer has a rule. */
function withoutEmptyLayers(css: string): string {
  return /@layer [^{};]+\{/.test(css) ? css : css.replaceAll(/@layer [^{};]+;/g, '');
}

/** Whole, for `[x=y]`, and word by word, for `[x~=y]`. */
function splitValues(values: ReadonlySet<string>): string[] {
  return [...values, ...splitWords(values)];
}

function splitWords(values: ReadonlySet<string> = new Set()): string[] {
  return [...values].flatMap((value) => value.split(/\s+/));
}
