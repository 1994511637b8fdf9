import {fileNameOf} from '../drafts/file-name.ts';
import {isGeneratedPage} from '../generated-pages.ts';
import {listWords, nearest} from '../nearest.ts';
import {addressOf, documentKind, idAt, idsOf, pageIdOf} from '../page-id.ts';
import type {Fault} from '../publish/judge-wishes.ts';
import type {Toolkit} from '../toolkit.ts';
import {allPages} from '../toolkit.ts';
import {fileOfPage, pageIds} from './page-file.ts';

/** What is to move, and where to. */
export interface Move {
  /** The new path of each file, by its path now. */
  files: ReadonlyMap<string, string>;
  /** Somebody moved the file by hand: links, the old address and the note are still to come. */
  isDone: boolean;
}

const ROOMS = ['docs', 'handbook', 'static'] as const;
const ROOM_RE = /^(docs|handbook|static)\//;
const CHARTS = 'docs/reference/data/';
const USAGE = 'Write `npm run move -- <from> <to>`, such as `npm run move -- approaches/old-name approaches/new-name`.';

/** Reads what the words on the command line ask for, or says everything that is wrong with it. */
export function readMove(words: readonly string[], toolkit: Toolkit, known: readonly string[]): Move | Fault[] {
  const [fromWord, toWord] = words;
  if (fromWord === undefined || toWord === undefined || words.length > 2) {
    const problem = `${words.length === 1 ? '1 place' : `${words.length} places`} given, expected two: where it is, and where it is to be`;
    return [{problem, fix: USAGE}];
  }
  const from = pathOf(fromWord, known);
  const movable = known.filter((file) => ROOM_RE.test(file));
  const subject = subjectAt(from, fromWord.endsWith('/'), movable);
  const to = targetOf(toWord, subject ?? [`${from}.md`], from);
  const outside = judgeTarget(toWord, to, from);
  if (outside.length > 0) return outside;
  if (!subject) return moveByHand(from, to, toolkit, movable);
  const faults = judgeSubject(subject, from, to);
  if (faults.length > 0) return faults;
  const isFolder = subject[0] !== from && subject[0] !== `${from}.md`;
  const files = new Map(
    subject.map((file) => [file, isFolder ? to + file.slice(from.length) : withExtension(to, file)]),
  );
  const collisions = [...files].flatMap(([file, target]) => collision(file, target, files, toolkit, movable));
  return collisions.length > 0 ? collisions : {files, isDone: false};
}

/** A path from the toolkit's root, of a page without its extension where none is written. */
function pathOf(word: string, known: readonly string[]): string {
  const plain = word.trim().replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/+$/, '');
  if (plain.startsWith('/')) {
    return known.includes(`static${plain}`) ? `static${plain}` : fileOfPage(idAt(plain)).replace(/\.md$/, '');
  }
  return ROOMS.some((room) => plain === room || plain.startsWith(`${room}/`)) ? plain : `docs/${plain}`;
}

/** The files that a path means: one file, a page, or everything in a folder. */
function subjectAt(path: string, isFolder: boolean, files: readonly string[]): string[] | undefined {
  const single = isFolder ? undefined : [path, `${path}.md`].find((file) => files.includes(file));
  if (single !== undefined) return [single];
  const inside = files.filter((file) => file.startsWith(`${path}/`));
  return inside.length > 0 ? inside : undefined;
}

/** A target that ends with a slash is a folder to put it into. */
function targetOf(word: string, subject: readonly string[], from: string): string {
  const name = from.split('/').at(-1) ?? '';
  const path = pathOf(word.endsWith('/') ? `${word}${name}` : word, []);
  return subject[0]?.endsWith('.md') ? path.replace(/\.md$/, '') : path;
}

function withExtension(target: string, file: string): string {
  const extension = /\.[^./]+$/.exec(file)?.[0] ?? '';
  return /\.[^./]+$/.test(target) ? target : target + extension;
}

function judgeTarget(word: string, to: string, from: string): Fault[] {
  const [room = '', ...segments] = to.split('/');
  if (segments.length === 0 || /(^|\/)\.\.?(\/|$)/.test(to) || /^(src|blog|versioned_docs|ledgers)\//.test(word)) {
    return [
      {
        problem: `\`${word}\` lies outside the pages, expected a place in ${listWords(ROOMS.map((name) => `${name}/`))}`,
        fix: USAGE,
      },
    ];
  }
  const ownRoom = from.split('/')[0];
  if (room !== ownRoom) {
    return [
      {
        problem: `\`${word}\` lies in \`${room}/\`, expected a place in \`${ownRoom}/\`: links are written in another way there`,
        fix: 'Write a new page there, and withdraw this one in its favour with `npm run withdraw`.',
      },
    ];
  }
  const [, extension = ''] = /(\.[A-Za-z0-9]+)$/.exec(to) ?? [];
  const names = segments.map((segment, index) =>
    index === segments.length - 1 ? segment.slice(0, segment.length - extension.length) : segment,
  );
  if (names.every((name) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)) && extension === extension.toLowerCase())
    return [];
  const meant = segments.map((segment, index) =>
    index === segments.length - 1 ? fileNameOf(names[index] ?? '') + extension.toLowerCase() : fileNameOf(segment),
  );
  return [
    {
      problem: `\`${word}\` holds capital letters, spaces or other signs, expected lower-case words joined by hyphens: it is an address`,
      fix: meant.every((name) => name !== '')
        ? `Write \`${[...(room === 'docs' ? [] : [room]), ...meant].join('/')}\`.`
        : 'Write it so, such as `approaches/new-name`.',
    },
  ];
}

function judgeSubject(subject: readonly string[], from: string, to: string): Fault[] {
  const isFolder = subject[0] !== from && subject[0] !== `${from}.md`;
  const target = isFolder ? to : withExtension(to, subject[0] ?? '');
  if (target === subject[0] || to === from) {
    return [{problem: `\`${shown(from)}\` is where it is to be, expected another place`, fix: USAGE}];
  }
  if (isFolder && to.startsWith(`${from}/`)) {
    return [{problem: `folder \`${shown(from)}\` would move into itself, expected a place outside it`, fix: USAGE}];
  }
  const faults = subject.flatMap((file) => judgeFile(file, isFolder ? to + file.slice(from.length) : target));
  return faults.slice(0, 1);
}

/** Why a file may not move there, whatever lies there. */
function judgeFile(file: string, target: string): Fault[] {
  if (file.endsWith('.md') && isGeneratedPage(pageIdOf(file))) {
    const problem = `\`${pageIdOf(file)}\` is a generated page, expected one that somebody wrote`;
    return [{problem, fix: 'Leave it where it is: code names its place.'}];
  }
  if (file === 'docs/index.md') {
    return [
      {
        problem: '`index` is the front page, expected another page',
        fix: 'Change its words instead: the front page stays.',
      },
    ];
  }
  if (file.startsWith(CHARTS)) {
    const problem = `\`${file}\` holds the data of a chart, expected a page, a folder of pages or a picture`;
    return [{problem, fix: 'Leave it: pages find a chart by the name of its file.'}];
  }
  if (documentKind(file) !== documentKind(target)) {
    const problem = `\`${shown(target)}\` is a place for ${documentKind(target) === 'case-study' ? 'case studies' : 'guidance'}, expected one for pages of the same kind as \`${shown(file)}\``;
    return [{problem, fix: 'Write a new page there, and withdraw this one in its favour with `npm run withdraw`.'}];
  }
  const extension = (path: string) => /\.[^./]+$/.exec(path)?.[0];
  if (extension(file) !== extension(target)) {
    const problem = `\`${shown(target)}\` ends otherwise than \`${shown(file)}\`, expected the same kind of file`;
    return [{problem, fix: `Write a name that ends with \`${extension(file)}\`.`}];
  }
  return [];
}

/** What is in the way at a target: a file, an address that leads elsewhere, or one that readers knew another page by. */
function collision(
  file: string,
  target: string,
  moving: ReadonlyMap<string, string>,
  toolkit: Toolkit,
  files: readonly string[],
): Fault[] {
  const there = files.find((other) => other.toLowerCase() === target.toLowerCase() && !moving.has(other));
  const fix = 'Choose another name, or withdraw the page that is in the way.';
  if (there !== undefined) {
    const differs = there === target ? '' : ', with other capitals,';
    return [
      {
        problem: `\`${shown(there)}\` is there already${differs} and would be overwritten, expected a free place`,
        fix: 'Choose another name.',
      },
    ];
  }
  if (!target.endsWith('.md')) return [];
  const address = addressOf(pageIdOf(target));
  const own = idsOf(pageIdOf(file), redirectsOf(toolkit, pageIdOf(file)));
  const claiming = allPages(toolkit).find(
    (page) =>
      !moving.has(page.document.path) &&
      [page.address, ...(page.data.redirect_from ?? [])].some((one) => one.toLowerCase() === address.toLowerCase()),
  );
  if (claiming) {
    return [
      {
        problem: `\`${address}\` leads to \`${claiming.id}\`, expected an address that was never used`,
        fix: 'Choose another name.',
      },
    ];
  }
  const earlier = [...toolkit.published.ids].find((id) => addressOf(id) === address && !own.includes(id));
  if (earlier === undefined || moving.has(fileOfPage(earlier))) return [];
  return [
    {problem: `\`${address}\` was the address of another page, \`${earlier}\`, expected one that was never used`, fix},
  ];
}

function redirectsOf(toolkit: Toolkit, id: string): readonly string[] | undefined {
  return allPages(toolkit).find((page) => page.id === id)?.data.redirect_from;
}

/** A file that is gone and was published, where its target exists: somebody renamed it by hand. */
function moveByHand(from: string, to: string, toolkit: Toolkit, files: readonly string[]): Move | Fault[] {
  const [file, target] = [`${from.replace(/\.md$/, '')}.md`, `${to}.md`];
  const id = pageIdOf(file);
  if (toolkit.published.texts.has(id) && files.includes(target))
    return {files: new Map([[file, target]]), isDone: true};
  const ids = pageIds(toolkit);
  const folders = new Set(
    files.flatMap((path) =>
      path
        .split('/')
        .slice(0, -1)
        .map((_, depth, all) => all.slice(0, depth + 1).join('/')),
    ),
  );
  const near = nearest(shown(from), [
    ...ids,
    ...[...folders].map(shown),
    ...files.filter((path) => !path.endsWith('.md')),
  ]);
  return [
    {
      problem: `nothing found at \`${shown(from)}\`, expected a page, a folder of pages or a picture`,
      fix: near ? `Write \`${near}\`, the nearest of these.` : USAGE,
    },
  ];
}

/** A path as people write it. */
function shown(path: string): string {
  return path.endsWith('.md') ? pageIdOf(path) : path.replace(/^docs\//, '');
}
