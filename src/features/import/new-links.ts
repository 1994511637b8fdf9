import path from 'node:path';
import {decode} from '../../content/addresses/source-files.ts';
import {headingsOf} from '../../content/markdown/headings/headings.ts';
import {fileNameOf} from '../../content/pages/file-name.ts';
import {extensionOf} from '../../rules/files/file-kinds.ts';
import {firstFree, type OldPage, sameAddress} from './old-pages.ts';
import {inPages, type OldSite} from './read-folder.ts';

/** Pictures that are next to the pages that show them; all other files are downloads. */
const PICTURES = ['png', 'jpg', 'jpeg', 'webp', 'avif', 'svg'];

const isPicture = (file: string) => PICTURES.includes(extensionOf(file));

/** The addresses to write in the new pages, and the new paths of the files of the old site that these need. */
export function linksOf(site: OldSite, pages: readonly OldPage[]) {
  const byFile = new Map(pages.map((page) => [page.file, page]));
  const byAddress = new Map(pages.flatMap((page) => page.addresses.map((address) => [address, page] as const)));
  const used = new Map<string, string>();
  const roots = [...site.statics, site.pages, '.'];

  /** The file that a path in a page means: next to the page, or below what the site serves. */
  function fileAt(from: string, target: string): string | undefined {
    const plain = decode(target).replace(/^(@site|pathname:\/\/)/, '');
    const places = plain.startsWith('/')
      ? roots.map((root) => path.posix.join(root, plain))
      : [path.posix.join(path.posix.dirname(from), plain)];
    return places.flatMap(withEndings).find((place) => site.files.has(place));
  }

  /** @param isLink whether it is opened, not shown */
  function newUrl(page: OldPage, url: string, isLink: boolean, reportLoss: () => ''): string | undefined {
    // Docusaurus takes two slashes before a file of its own for one.
    const own = url.startsWith('//') && fileAt(page.file, url.slice(1)) ? url.slice(1) : url;
    if (own === '' || /^(\/\/|[a-z][a-z\d+.-]*:(?!\/\/\/))/i.test(own.replace(/^pathname:\/\//, '/'))) return undefined;
    const [, target = '', end = ''] = /^([^?#]*)(.*)$/.exec(own) ?? [];
    if (target === '') return anchorIn(page, end) || reportLoss();
    const here = `docs/${page.id}.md`;
    // Without its slash, an address is relative to the folder, as that of a file is.
    const based = new URL(target, `https://old.example${page.addresses[0]}`).pathname;
    const known = (address: string) => byAddress.get(sameAddress(decode(address)));
    const near = fileAt(page.file, target) ?? fileAt(page.file, based);
    // A site may serve a folder of its own at its root: what alone ends so is meant.
    const tail = decode(target).replace(/^(\.{0,2}\/)+/, '');
    const far = known(based) ?? known(target) ?? byAddress.get(only([...byAddress.keys()], [sameAddress(tail)]) ?? '');
    const file = near ?? (far || tail === '' ? undefined : only([...site.files.keys()], withEndings(`/${tail}`)));
    const found = file === undefined ? far : byFile.get(file);
    if (found) {
      const anchor = anchorIn(found, end);
      if (anchor === '' && end !== '') reportLoss();
      return relative(here, `docs/${found.id}.md`) + anchor;
    }
    if (file === undefined || /\.mdx?$/.test(file)) return reportLoss();
    const isShown = !isLink && isPicture(file);
    const place = newPath(file, isShown);
    used.set(place, file);
    return isShown ? relative(here, place) : place.replace('static', '') + end;
  }

  function newPath(file: string, isShown: boolean): string {
    const root = site.statics.find((folder) => file.startsWith(`${folder}/`));
    const parts = inPages({pages: root ?? site.pages}, file)
      .replace(/^(\.\.\/)+/, '')
      .split('/');
    const name = parts.pop() ?? '';
    const dot = name.lastIndexOf('.');
    const plain = [...parts.map(fileNameOf), fileNameOf(name.slice(0, dot)) || 'file'].filter(Boolean).join('/');
    const wanted = `${isShown ? 'docs' : 'static/files'}/${plain}`;
    return firstFree(wanted, name.slice(dot).toLowerCase(), (place) => (used.get(place) ?? file) === file);
  }

  return {newUrl, used};
}

/** The end of an address, if the page still has a heading there: its first one of the first level becomes the title. */
function anchorIn({body}: OldPage, end: string): string {
  const headings = headingsOf(body);
  const title = headings.find(({depth}) => depth === 1);
  const anchors = headings.flatMap((heading) => (heading === title ? [] : heading.anchor));
  anchors.push(...[...body.matchAll(/#([\w.:+-]+)\s*\}/g)].map(([, anchor = '']) => anchor));
  const [, query = '', anchor = ''] = /^([^#]*)#?(.*)$/.exec(end) ?? [];
  const same = [anchor, anchor.toLowerCase()].find((one) => anchors.includes(one));
  return same === undefined ? query : `${query}#${same}`;
}

/** The only one of several paths with such an end. */
function only(paths: readonly string[], ends: readonly string[]): string | undefined {
  const [found, ...others] = paths.filter((one) => ends.some((end) => one.endsWith(end)));
  return others.length === 0 ? found : undefined;
}

/** The files that a path without its ending can mean. */
function withEndings(place: string): string[] {
  const ends = ['.md', '.mdx', '/index.md', '/index.mdx', '/README.md'];
  return [place, ...ends.map((end) => place.replace(/\/$|\.html$/, '') + end)];
}

const relative = (from: string, to: string) => path.posix.relative(path.posix.dirname(from), to);
