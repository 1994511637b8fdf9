import {globSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {allPages, type Toolkit} from '../content/toolkit.ts';
import {PACKAGE_ROOT} from '../io/package-root.ts';
import {readDocument} from '../io/yaml/document.ts';
import {hasCatalogue, LANGUAGES, languageOf} from '../language/text.ts';

/** `npm` renames or leaves out these files when it packs the template. */
const RENAMED: Readonly<Record<string, string>> = {
  gitignore: '.gitignore',
  gitattributes: '.gitattributes',
  npmrc: '.npmrc',
};

/** The template of a toolkit without case studies. */
export const PAGES_ONLY = 'pages-only';

/** The files of a new toolkit in a language, or of one without case studies, by path; `{{word}}` stands for what differs between toolkits. */
export function templateFiles(kind: string): ReadonlyMap<string, string> {
  const folder = path.join(PACKAGE_ROOT, 'template');
  const wanted = kind === PAGES_ONLY ? kind : hasCatalogue(kind) ? languageOf(kind) : 'en';
  const found = globSync('**/*', {cwd: folder, withFileTypes: true}).filter((entry) => entry.isFile());
  const files = found.flatMap(({parentPath, name}) => {
    const [first = '', ...rest] = path.relative(folder, path.join(parentPath, RENAMED[name] ?? name)).split(path.sep);
    const isOfKind = LANGUAGES.includes(first) || first === PAGES_ONLY;
    if (isOfKind && first !== wanted) return [];
    const place = (isOfKind ? rest : [first, ...rest]).join('/');
    return [{place, isOfKind, text: readFileSync(path.join(parentPath, name), 'utf8')}];
  });
  // A file of the kind replaces one of the same path for all.
  const inOrder = files.sort((a, b) => Number(a.isOfKind) - Number(b.isOfKind));
  return new Map(inOrder.map(({place, text}) => [place, text]));
}

export function fillTemplate(text: string, words: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, word: string) => words[word] ?? '');
}

/** The files of a toolkit that still have the text of an example page. The front page of the template suits any toolkit. */
export function unchangedExamples(toolkit: Toolkit): string[] {
  const bodies = [...templateFiles(toolkit.config.language)]
    .filter(([place]) => place.startsWith('docs/') && place !== 'docs/index.md')
    .map(([place, text]) => readDocument(place, fillTemplate(text, {})).document.body);
  return allPages(toolkit).flatMap(({document}) => (bodies.includes(document.body) ? [document.path] : []));
}
