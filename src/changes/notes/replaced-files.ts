import {decode} from '../../content/addresses/source-files.ts';
import {destinationsIn} from '../../content/markdown/edit/link-destinations.ts';
import {fileOfPage} from '../../content/pages/known-pages.ts';
import type {PageEntry, Toolkit} from '../../content/toolkit.ts';
import {makeEdit} from '../diff/compare/compare-words.ts';
import type {PageDiff} from '../diff/edit.ts';
import type {MeaningChange} from '../diff/meaning/meaning-tokens.ts';
import {tokenise} from '../diff/units/tokenise.ts';

/** SHA-256 of files by path. */
type Hashes = Readonly<Record<string, string>>;

/** The pictures and downloads that a page shows or links, next to it or in `static/`. */
export function shownFiles({files, config, hashOf}: Toolkit, {id, document}: PageEntry): Hashes {
  const pathOf = (url: string) => {
    const inside = url.startsWith(config.baseUrl) ? url.slice(config.baseUrl.length) : url.slice(1);
    const base = `https://files.example/${fileOfPage(id)}`;
    const target = url.startsWith('/') ? `/static/${inside}` : url;
    return URL.canParse(target, base) ? decode(new URL(target, base).pathname.slice(1)) : '';
  };
  const paths = new Set(destinationsIn(document.text).map(({url}) => pathOf(url)));
  const shown = files.filter(({path}) => paths.has(path) && !path.endsWith('.md'));
  return Object.fromEntries(shown.map(({path, bytes}) => [path, hashOf(bytes)]));
}

/** The files that were replaced by others. One without an earlier hash counts as unchanged. */
export function replacedFiles(before: Hashes = {}, after: Hashes = {}): string[] {
  return Object.keys(after).filter((file) => before[file] !== undefined && before[file] !== after[file]);
}

export function withReplacedFiles({kind, edits}: PageDiff, files: readonly string[]): PageDiff {
  const replaced = files.map((file) => {
    const subject = {
      part: isPicture(file) ? 'picture' : 'download',
      where: [],
      from: undefined,
      to: undefined,
    } as const;
    const edit = makeEdit('changed', subject, tokenise(file), tokenise(file));
    return {...edit, kind: 'replaced' as const, before: undefined};
  });
  return {kind: kind === 'same' && files.length > 0 ? 'changed' : kind, edits: [...edits, ...replaced]};
}

/** The change that a note on other changes has to cover. */
export function fileChange(file: string): MeaningChange {
  const what = isPicture(file) ? 'picture' : 'download';
  const [, name = '', kind = ''] = /([^/]*?\.?([^./]*))$/.exec(file) ?? [];
  return {id: `${what} replaced "${file}"`, kind: 'file', states: [what, name, kind], where: []};
}

function isPicture(file: string): boolean {
  return /\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(file);
}
