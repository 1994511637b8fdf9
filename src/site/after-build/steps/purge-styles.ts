import {readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {Parser} from 'htmlparser2';
import {PurgeCSS} from 'purgecss';
import type {BuiltSite} from '../built-site.ts';
import {inParallel, listFiles, rewritePages} from '../built-site.ts';
import {shortHash} from '../hash.ts';

/** Takes out styles that no page and no script of the site uses, and names each style sheet after its content. */
export async function purgeStyles(site: BuiltSite): Promise<void> {
  const files = await listFiles(site);
  const pages = files.filter((file) => file.endsWith('.html'));
  const scripts = files.filter((file) => /^assets\/site\..+\.js$/.test(file));
  const used = await collectSelectors(site.dir, pages, scripts);
  const renamed = new Map<string, string>();
  for (const sheet of files.filter((file) => /^assets\/css\/.+\.css$/.test(file))) {
    const css = await purgeSheet(await readFile(path.join(site.dir, sheet), 'utf8'), used);
    const name = sheet.replace(/(\.[0-9a-f]{8,})?\.css$/, `.${shortHash(css)}.css`);
    await rm(path.join(site.dir, sheet));
    await writeFile(path.join(site.dir, name), css);
    renamed.set(sheet, name);
  }
  await rewritePages(site, (html) =>
    [...renamed].reduce((text, [before, after]) => text.replaceAll(before, after), html),
  );
}

/** PurgeCSS drops a selector that is only a pseudo-class, such as `:focus-visible`, or only `&`, unless told not to. */
const ALWAYS_USED = [/^[:&]/];

/** Pagefind puts it around the words it found. */
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
    // By itself PurgeCSS would count every word of the prose as a class.
    extractors: [{extensions: ['site'], extractor: () => found}],
    css: [{raw: css}],
    safelist: {standard: ALWAYS_USED},
    // What a script sets may take any value.
    dynamicAttributes: [...words].filter((word) => /^(aria|data)-/.test(word)),
    variables: true,
    keyframes: true,
    fontFace: true,
  });
  return withoutEmptyLayers(result?.css ?? css);
}

/** Docusaurus puts its layers in order first, which says nothing where no layer holds a rule. */
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

/** What the selectors of a style sheet can match on the built site. */
interface UsedSelectors {
  tags: Set<string>;
  /** Every value that each attribute has. */
  attributes: Map<string, Set<string>>;
  /** Words of the scripts, which may set any class, tag or attribute. */
  words: Set<string>;
}

/** Reads what the pages hold and what their scripts, inline ones too, may add. */
async function collectSelectors(
  dir: string,
  pages: readonly string[],
  scripts: readonly string[],
): Promise<UsedSelectors> {
  const used: UsedSelectors = {tags: new Set(), attributes: new Map(), words: new Set()};
  await inParallel(pages, async (page) => readPage(await readFile(path.join(dir, page), 'utf8'), used));
  await inParallel(scripts, async (script) => readScript(await readFile(path.join(dir, script), 'utf8'), used.words));
  return used;
}

function readPage(html: string, {tags, attributes, words}: UsedSelectors): void {
  let tag = '';
  const parser = new Parser({
    onopentagname: (name) => {
      tag = name;
      tags.add(name);
    },
    onattribute: (name, value) => {
      // Structured data sets nothing: its words are prose.
      if (name === 'type' && value.endsWith('json')) tag = '';
      const values = attributes.get(name) ?? new Set();
      attributes.set(name, values.add(value));
    },
    ontext: (text) => {
      if (tag === 'script') readScript(text, words);
    },
    onclosetag: () => {
      tag = '';
    },
  });
  parser.end(html);
}

function readScript(code: string, words: Set<string>): void {
  for (const [word] of code.matchAll(/[\w-]+/g)) words.add(word);
  for (const [, name = ''] of code.matchAll(/\bdataset\.(\w+)/g)) {
    words.add(`data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
  }
}
