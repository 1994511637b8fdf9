import {fileNameOf} from '../../content/pages/file-name.ts';
import {isGeneratedPage} from '../../content/pages/generated-pages.ts';
import {fileOfPage, pageIds, publishedIds} from '../../content/pages/known-pages.ts';
import {addressOf, documentKind, idAt, pageIdOf} from '../../content/pages/page-id.ts';
import type {Fault} from '../../content/problem.ts';
import {allPages, type Toolkit} from '../../content/toolkit.ts';
import {listWords, nearestPlace} from '../../format/nearest.ts';

export interface Move {
  /** The new path of each file, by its path now. */
  files: ReadonlyMap<string, string>;
  /** The folder that moves, before and after. */
  folder: {from: string; to: string} | undefined;
  /** The file was moved by hand already: links, the old address and the note are still to come. */
  isDone: boolean;
}

const FOLDERS = ['docs', 'handbook', 'static'];
const IN_FOLDER_RE = /^(docs|handbook|static)\//;

const USAGE = 'Write `npm run move -- <from> <to>`, such as `npm run move -- guidance/old-name guidance/new-name`.';
const USE_WITHDRAW = 'Write a new page there, and withdraw this one in its favour with `npm run withdraw`.';

/** Reads the arguments, or says what is wrong with them. */
export function readMove(words: readonly string[], toolkit: Toolkit, paths: readonly string[]): Move | Fault {
  const [fromWord, toWord] = words;
  if (fromWord === undefined || toWord === undefined || words.length > 2) {
    const problem = `${words.length === 1 ? '1 place' : `${words.length} places`} given, expected two: the old and the new one`;
    return {problem, fix: USAGE};
  }
  const movable = paths.filter((file) => IN_FOLDER_RE.test(file));
  const from = pathOf(fromWord, toolkit, paths);
  const single = fromWord.endsWith('/') ? undefined : [from, `${from}.md`].find((file) => movable.includes(file));
  const inside = single === undefined ? movable.filter((file) => file.startsWith(`${from}/`)) : [];
  const isPage = single === undefined ? inside.length === 0 : single.endsWith('.md');
  // A target that ends with a slash is a folder to move into.
  const typed = pathOf(toWord.endsWith('/') ? toWord + from.replace(/^.*\//, '') : toWord, toolkit, []);
  const to = isPage ? `${typed.replace(/\.md$/, '')}.md` : typed;
  const wrong = checkPlace(toWord, to, from);
  if (wrong) return wrong;
  if (single !== undefined) return checked(new Map([[single, withExtension(to, single)]]), undefined, toolkit, movable);
  if (inside.length === 0) return moveByHand(`${from.replace(/\.md$/, '')}.md`, to, toolkit, movable);
  if (to.startsWith(`${from}/`)) {
    return {problem: `folder \`${shown(from)}\` would move into itself, expected a place outside it`, fix: USAGE};
  }
  return checked(new Map(inside.map((file) => [file, to + file.slice(from.length)])), {from, to}, toolkit, movable);
}

function pathOf(word: string, {config}: Toolkit, paths: readonly string[]): string {
  const plain = word.trim().replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/+$/, '');
  if (plain.startsWith('/')) {
    return paths.includes(`static${plain}`) ? `static${plain}` : fileOfPage(idAt(config, plain)).replace(/\.md$/, '');
  }
  return FOLDERS.some((folder) => plain === folder || plain.startsWith(`${folder}/`)) ? plain : `docs/${plain}`;
}

/** A path as people write it: a page by its id, a folder without `docs/`. */
function shown(path: string): string {
  return path.endsWith('.md') ? pageIdOf(path) : path.replace(/^docs\//, '');
}

function extensionOf(path: string): string {
  return /\.[^./]+$/.exec(path)?.[0] ?? '';
}

function withExtension(target: string, file: string): string {
  return extensionOf(target) === '' ? target + extensionOf(file) : target;
}

/** What is wrong with a target path, whatever moves there. */
function checkPlace(word: string, to: string, from: string): Fault | undefined {
  const [folder = '', ...segments] = to.split('/');
  if (segments.length === 0 || /(^|\/)\.\.?(\/|$)/.test(to) || /^(src|blog|versioned_docs|ledgers)\//.test(word)) {
    const places = listWords(FOLDERS.map((name) => `${name}/`));
    return {problem: `\`${word}\` is outside the pages, expected a path in ${places}`, fix: USAGE};
  }
  const [ownFolder] = from.split('/');
  if (folder !== ownFolder) {
    const problem = `\`${word}\` is in \`${folder}/\`, expected a path in \`${ownFolder}/\`: links work differently there`;
    return {problem, fix: USE_WITHDRAW};
  }
  const extension = extensionOf(to);
  const names = segments
    .join('/')
    .slice(0, extension === '' ? undefined : -extension.length)
    .split('/');
  if (names.every((name) => name !== '' && name === fileNameOf(name)) && extension === extension.toLowerCase())
    return undefined;
  const meant = [...(folder === 'docs' ? [] : [folder]), ...names.map(fileNameOf)];
  return {
    problem: `\`${word}\` contains characters that an address cannot have, expected lower-case words joined by hyphens`,
    fix: meant.every((name) => name !== '')
      ? `Write \`${meant.join('/')}${extension === '.md' ? '' : extension.toLowerCase()}\`.`
      : 'Write a name such as `guidance/new-name`.',
  };
}

/** The move, or the first reason why a file may not move there. */
function checked(
  files: ReadonlyMap<string, string>,
  folder: Move['folder'],
  toolkit: Toolkit,
  paths: readonly string[],
): Move | Fault {
  for (const [file, target] of files) {
    const fault = checkFile(file, target) ?? checkCollision(file, target, files, toolkit, paths);
    if (fault) return fault;
  }
  return {files, folder, isDone: false};
}

/** Why a file may not move there, whatever is there. */
function checkFile(file: string, target: string): Fault | undefined {
  if (file === target) return {problem: `\`${shown(file)}\` is there already, expected another place`, fix: USAGE};
  if (file.endsWith('.md') && isGeneratedPage(pageIdOf(file))) {
    const problem = `\`${pageIdOf(file)}\` is a generated page, expected a written one`;
    return {problem, fix: 'Keep it where it is: the code names its place.'};
  }
  if (file === 'docs/index.md') {
    return {
      problem: '`index` is the front page, expected another page',
      fix: 'Change its text instead: the front page stays.',
    };
  }
  if (file.startsWith('docs/reference/data/')) {
    const problem = `\`${file}\` contains the data of a chart, expected a page, a folder of pages or a picture`;
    return {problem, fix: 'Keep it: pages find a chart by the name of its file.'};
  }
  if (documentKind(file) !== documentKind(target)) {
    const kind = documentKind(target) === 'case-study' ? 'case studies' : 'guidance';
    return {
      problem: `\`${shown(target)}\` is a place for ${kind}, expected one for pages like \`${shown(file)}\``,
      fix: USE_WITHDRAW,
    };
  }
  if (extensionOf(file) === extensionOf(target)) return undefined;
  const problem = `\`${shown(target)}\` has another extension than \`${shown(file)}\`, expected the same`;
  return {problem, fix: `Write a name that ends with \`${extensionOf(file)}\`.`};
}

/** What is in the way: a file, a redirect, or the former address of another page. */
function checkCollision(
  file: string,
  target: string,
  moving: ReadonlyMap<string, string>,
  toolkit: Toolkit,
  paths: readonly string[],
): Fault | undefined {
  const fault = (problem: string): Fault => ({
    problem: `${problem}, expected one that is free`,
    fix: 'Choose another name.',
  });
  const there = paths.find((other) => other.toLowerCase() === target.toLowerCase() && !moving.has(other));
  if (there !== undefined) return fault(`\`${shown(there)}\` exists already and would be overwritten`);
  if (!target.endsWith('.md')) return undefined;
  const address = addressOf(toolkit.config, pageIdOf(target));
  const pages = allPages(toolkit);
  const claimant = pages.find(
    (page) =>
      !moving.has(page.document.path) &&
      [page.address, ...(page.data.redirect_from ?? [])].some(
        (claimed) => claimed.toLowerCase() === address.toLowerCase(),
      ),
  );
  if (claimant) return fault(`\`${address}\` redirects to \`${claimant.id}\``);
  const {ids = [pageIdOf(file)]} = pages.find(({document}) => document.path === file) ?? {};
  const earlier = [...publishedIds(toolkit)].find(
    (id) => addressOf(toolkit.config, id) === address && !ids.includes(id),
  );
  if (earlier === undefined || moving.has(fileOfPage(earlier))) return undefined;
  return fault(`\`${address}\` was the address of another page, \`${earlier}\``);
}

/** A published file is gone and its target exists: it was renamed by hand. */
function moveByHand(file: string, target: string, toolkit: Toolkit, paths: readonly string[]): Move | Fault {
  if (toolkit.published.texts.has(pageIdOf(file)) && paths.includes(target)) {
    return {files: new Map([[file, target]]), folder: undefined, isDone: true};
  }
  const folders = new Set(paths.map((path) => shown(path.replace(/\/[^/]*$/, ''))));
  const others = paths.filter((path) => !path.endsWith('.md'));
  const near = nearestPlace(pageIdOf(file), [...pageIds(toolkit), ...folders, ...others]);
  return {
    problem: `nothing found at \`${pageIdOf(file)}\`, expected a page, a folder of pages or a picture`,
    fix: near ? `Write \`${near}\`, the nearest of these.` : USAGE,
  };
}
