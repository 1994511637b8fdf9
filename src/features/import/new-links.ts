import path from 'node:path';
import {fileNameOf} from '../../content/pages/file-name.ts';
import {extensionOf} from '../../rules/files/file-kinds.ts';
import {inPages, type OldPage, type OldSite} from './read-site.ts';
import {sameAddress} from './site-kinds.ts';

/** Pictures that are next to the pages that show them; all other files are downloads. */
const PICTURES = ['png', 'jpg', 'jpeg', 'webp', 'avif', 'svg'];

/** The addresses to write in the new pages, and the files of the old site that these need, with their new paths. */
export function linksOf(site: OldSite, pages: readonly OldPage[]) {
  const byFile = new Map(pages.map((page) => [page.file, page]));
  const byAddress = new Map(pages.flatMap((page) => page.addresses.map((address) => [address, page] as const)));
  const used = new Map<string, string>();
  const roots = [...site.settings.statics, site.settings.pages, '.'];

  /** The file that a path in a page means: next to the page, or below what the site serves. */
  function fileAt(from: string, target: string): string | undefined {
    const plain = decode(target).replace(/^(@site|pathname:\/\/)/, '');
    const places = plain.startsWith('/')
      ? roots.map((root) => path.posix.join(root, plain))
      : [path.posix.join(path.posix.dirname(from), plain)];
    return places
      .flatMap((place) => [
        place,
        ...['.md', '.mdx', '/index.md', '/index.mdx', '/README.md'].map((end) => place.replace(/\/$/, '') + end),
      ])
      .find((place) => site.files.has(place));
  }

  function newUrl(page: OldPage, url: string, lose: () => void): string | undefined {
    const {url: host, prefix} = site.settings;
    const local = host && url.startsWith(host) ? url.slice(host.replace(/\/$/, '').length) || '/' : url;
    // Docusaurus takes two slashes before a file of its own for one.
    const own = local.startsWith('//') && fileAt(page.file, local.slice(1)) ? local.slice(1) : local;
    if (own === '' || /^(#|\/\/|[a-z][a-z\d+.-]*:(?!\/\/\/))/i.test(own.replace(/^pathname:\/\//, '/')))
      return undefined;
    const [, target = '', end = ''] = /^([^?#]*)(.*)$/.exec(own) ?? [];
    const here = `docs/${page.id}.md`;
    // Without its slash, an address is relative to the folder, as that of a file is.
    const based = new URL(target, `https://old.example${page.addresses[0]}`).pathname;
    const file = fileAt(page.file, target);
    const found =
      (file !== undefined && byFile.get(file)) ||
      [based, target, `${prefix}/${target}`].map((one) => byAddress.get(sameAddress(decode(one)))).find(Boolean);
    if (found) return relative(here, `docs/${found.id}.md`) + end;
    if (file === undefined || /\.mdx?$/.test(file)) {
      lose();
      return undefined;
    }
    const isPicture = PICTURES.includes(extensionOf(file));
    const place = used.get(file) ?? newPath(file, isPicture);
    used.set(file, place);
    return isPicture ? relative(here, place) : place.replace('static', '') + end;
  }

  function newPath(file: string, isPicture: boolean): string {
    const root = site.settings.statics.find((folder) => folder !== '.' && file.startsWith(`${folder}/`));
    const parts = inPages({settings: {...site.settings, pages: root ?? '.'}}, file).split('/');
    const name = parts.pop() ?? '';
    const dot = name.lastIndexOf('.');
    const plain = [...parts.map(fileNameOf), fileNameOf(name.slice(0, dot)) || 'file'].filter(Boolean).join('/');
    const wanted = `${isPicture ? 'docs' : 'static/files'}/${plain}${name.slice(dot).toLowerCase()}`;
    const taken = new Set(used.values());
    return taken.has(wanted) ? wanted.replace(/(\.\w+)$/, `-${taken.size}$1`) : wanted;
  }

  return {newUrl, used};
}

const relative = (from: string, to: string) => path.posix.relative(path.posix.dirname(from), to);

function decode(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}
