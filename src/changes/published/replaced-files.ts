import {hrefOf} from '../../content/addresses/addresses.ts';
import {destinationsIn} from '../../content/markdown/edit/link-destinations.ts';
import {fileOfPage} from '../../content/pages/known-pages.ts';
import type {ChangeNote} from '../../content/schemas/change-note-schema.ts';
import type {ToolkitConfig} from '../../content/schemas/toolkit-schema.ts';
import {allPages, type Toolkit} from '../../content/toolkit.ts';
import type {Edit, PageDiff} from '../diff/edit.ts';
import type {MeaningChange} from '../diff/meaning/meaning-changes.ts';
import {namedPages} from '../updates/collect-changes.ts';

/** SHA-256 of files by path; `undefined` where it is not known. */
type Hashes = (file: string) => string | undefined;

/** The pictures and downloads that pages show or link, with their hashes, for the record of the update that names them. */
export function shownFiles(toolkit: Toolkit, changes: readonly ChangeNote[]): Record<string, string> {
  const named = new Set(namedPages(changes));
  const hashes = hashesOf(toolkit);
  const files = allPages(toolkit)
    .filter(({id}) => named.has(id))
    .flatMap(({id, document}) => filesOn(document.text, id, toolkit.config));
  return Object.fromEntries(
    [...new Set(files)].sort().flatMap((file) => [[file, hashes(file)]].filter(([, hash]) => hash)),
  );
}

/** The hashes of the live files. */
export function hashesOf({files, hashOf}: Pick<Toolkit, 'files' | 'hashOf'>): Hashes {
  return (path) => {
    const file = files.find((candidate) => candidate.path === path);
    return file && hashOf(file.bytes);
  };
}

/** The pictures and downloads of a page that were replaced by others. A file without a record counts as unchanged. */
export function replacedFiles(
  text: string,
  id: string,
  config: ToolkitConfig,
  before: Hashes,
  after: Hashes,
): string[] {
  return filesOn(text, id, config).filter((file) => {
    const [old, now] = [before(file), before(file) && after(file)];
    return old !== undefined && now !== undefined && old !== now;
  });
}

/** The paths that the destinations of a page would have, next to it or in `static/`. Other pages are none of its files. */
function filesOn(text: string, id: string, {baseUrl}: ToolkitConfig): string[] {
  const paths = destinationsIn(text).flatMap(({url}) => {
    if (/^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(url) || !URL.canParse(url, 'https://files.example/')) return [];
    const place = url.startsWith('/') ? 'static/' : fileOfPage(id);
    const root = hrefOf({baseUrl}, '/');
    const inner = url.startsWith('/') ? `./${url.slice(url.startsWith(root) ? root.length : 1)}` : url;
    const {pathname} = new URL(inner, `https://files.example/${place}`);
    return /\.(?!mdx?$)\w+$/.test(pathname) ? decodeURIComponent(pathname.slice(1)) : [];
  });
  return [...new Set(paths)];
}

/** A difference with the files that were replaced, which readers see in another place than the text. */
export function withReplacedFiles(diff: PageDiff, files: readonly string[]): PageDiff {
  const kind = diff.kind === 'same' && files.length > 0 ? 'changed' : diff.kind;
  return diff.kind === 'added' || diff.kind === 'removed' ? diff : {kind, edits: [...diff.edits, ...files.map(toEdit)]};
}

function toEdit(file: string): Edit {
  return {
    kind: 'replaced',
    part: isPicture(file) ? 'picture' : 'download',
    where: [],
    before: undefined,
    after: file,
    segments: [{kind: 'same', what: 'words', text: file}],
    touches: ['picture'],
    from: undefined,
    to: undefined,
    span: 1,
    labels: [],
    contents: [],
  };
}

export function fileChange(file: string): MeaningChange {
  const [what, word] = isPicture(file) ? ['picture', 'picture'] : ['download', file.replace(/^.*\./, '')];
  const name = file.replace(/^.*\//, '');
  return {id: `${what} replaced "${file}"`, matter: 'file', states: [name, what, word], where: []};
}

function isPicture(file: string): boolean {
  return /\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(file);
}
