import {PurgeCSS} from 'purgecss';
import type {UsedSelectors} from './collect-selectors.ts';

/** PurgeCSS drops a selector that is only a pseudo-class, such as `:focus-visible`, or only `&`, unless told not to. */
const ALWAYS_USED = [/^[:&]/];

/** Pagefind puts it around the words it found. */
const ADDED_BY_SEARCH = 'mark';

/** A style sheet without the rules, custom properties, keyframes and layers that nothing on the site uses. */
export async function purgeSheet(css: string, used: UsedSelectors): Promise<string> {
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
