import {nearestPlace} from '../nearest.ts';
import {idAt, pageIdOf} from '../page-id.ts';
import type {Fault} from '../publish/judge-wishes.ts';
import type {Toolkit} from '../toolkit.ts';
import {findCollision} from './find-collision.ts';
import {judgeSubject, judgeTarget} from './judge-move.ts';
import {fileOfPage, pageIds} from './page-file.ts';
import {MOVE_USAGE, ROOMS, shownPlace, withExtension} from './places.ts';

/** What is to move, and where to. */
export interface Move {
  /** The new path of each file, by its path now. */
  files: ReadonlyMap<string, string>;
  /** Somebody moved the file by hand: links, the old address and the note are still to come. */
  isDone: boolean;
}

const ROOM_RE = /^(docs|handbook|static)\//;

/** Reads what the words on the command line ask for, or says everything that is wrong with it. */
export function readMove(words: readonly string[], toolkit: Toolkit, known: readonly string[]): Move | Fault[] {
  const [fromWord, toWord] = words;
  if (fromWord === undefined || toWord === undefined || words.length > 2) {
    const problem = `${words.length === 1 ? '1 place' : `${words.length} places`} given, expected two: where it is, and where it is to be`;
    return [{problem, fix: MOVE_USAGE}];
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
  const collisions = [...files].flatMap(([file, target]) => findCollision(file, target, files, toolkit, movable));
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
  const near = nearestPlace(shownPlace(from), [
    ...ids,
    ...[...folders].map(shownPlace),
    ...files.filter((path) => !path.endsWith('.md')),
  ]);
  return [
    {
      problem: `nothing found at \`${shownPlace(from)}\`, expected a page, a folder of pages or a picture`,
      fix: near ? `Write \`${near}\`, the nearest of these.` : MOVE_USAGE,
    },
  ];
}
