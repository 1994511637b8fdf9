import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {z} from 'zod';
import {ROOT} from '../support/toolkits/copy-toolkit.ts';

const room = z.strictObject({
  holds: z.string(),
  /** Rooms by their folders; `*` at the end stands for every room below. */
  imports: z.array(z.string()),
  /** May use files, the network, the clock and processes. */
  effects: z.boolean().optional(),
  /** May use React and Docusaurus. */
  markup: z.boolean().optional(),
});
const {rooms} = z
  .strictObject({rooms: z.record(z.string(), room)})
  .parse(JSON.parse(readFileSync(path.join(ROOT, 'src/rooms.json'), 'utf8')));

interface Import {
  from: string;
  /** A file of ours, or a package. */
  to: string;
  isType: boolean;
}

const IMPORT_RE = /^(?:import|export)\s(?<type>type\s)?[^;'"]*?from '(?<from>[^']+)'|^import '(?<bare>[^']+)'/gm;
const LAZY_RE = /\bimport\('(?<lazy>[^']+)'\)/g;

/** Every import of a file; the formatter lays imports out in one way, so these patterns find them all. */
function importsIn(file: string, text: string): (Import & {isLazy: boolean})[] {
  return [...text.matchAll(IMPORT_RE), ...text.matchAll(LAZY_RE)].map(({groups = {}}) => {
    const target = groups.from ?? groups.bare ?? groups.lazy ?? '';
    const to = target.startsWith('.') ? path.posix.join(path.posix.dirname(file), target) : target;
    return {from: file, to, isType: groups.type !== undefined, isLazy: groups.lazy !== undefined};
  });
}

/** The room of a file: the one with the longest folder, where `scripts/*` stands for each folder of commands. */
function roomOf(file: string): string {
  const folders = file.split('/').slice(0, -1);
  while (folders.length > 0) {
    const folder = folders.join('/');
    if (Object.hasOwn(rooms, folder)) return folder;
    if (folders.length > 1 && Object.hasOwn(rooms, `${folders[0]}/*`)) return folders.slice(0, 2).join('/');
    folders.pop();
  }
  throw new Error(`\`${file}\` is in no room of src/rooms.json`);
}

function mayImport(from: string, to: string): boolean {
  const allowed = (rooms[from] ?? rooms[`${from.split('/')[0]}/*`])?.imports ?? [];
  return allowed.some((name) => (name.endsWith('/*') ? to.startsWith(name.slice(0, -1)) : name === to));
}

const EFFECT_RE = /^node:|^(?:esbuild|pagefind|sirv|tinypool)$/;
const MARKUP_RE = /^react(?:-dom)?(?:\/|$)|^@docusaurus\/|^@theme\//;

/** Why an import breaks the table, with what to do; `undefined` where it is allowed. */
function explain({from, to, isType}: Import): string | undefined {
  const own = roomOf(from);
  const isOurs = /^(?:src|scripts)\//.test(to);
  if (isOurs) {
    const other = roomOf(to);
    if (other === own || mayImport(own, other)) return undefined;
    const holders = Object.entries(rooms).filter(([name]) => mayImport(own, name));
    const places = holders.map(([name, {holds}]) => `  ${name}: ${holds}`).join('\n');
    return `${from} imports ${to}, but ${own} may not import ${other}. Move what both need to a room that ${own} may import, or pass it in as data:\n${places}`;
  }
  const {effects, markup} = rooms[own] ?? rooms[`${own.split('/')[0]}/*`] ?? {};
  if (EFFECT_RE.test(to) && !effects && !isType) {
    return `${from} imports ${to}, but ${own} is pure. Files, network, clock and processes belong in src/fs, src/github, src/site or scripts.`;
  }
  if (MARKUP_RE.test(to) && !markup && !effects) {
    return `${from} imports ${to}, but ${own} has no markup. React and Docusaurus belong in src/site.`;
  }
  return undefined;
}

const files = ['src', 'scripts'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && /\.(?:tsx?|mts)$/.test(entry.name))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')),
);
const imports = files.flatMap((file) => importsIn(file, readFileSync(path.join(ROOT, file), 'utf8')));

describe('the table of rooms', () => {
  test('every import of the code is allowed', () => {
    expect(imports.length).toBeGreaterThan(1000);
    expect(imports.flatMap((found) => explain(found) ?? [])).toEqual([]);
  });

  test.each([
    {from: 'src/model/a.ts', to: 'src/markdown/visit.ts', said: 'src/model may not import src/markdown'},
    {from: 'src/fs/a.ts', to: 'scripts/cli/a.ts', said: 'src/fs may not import scripts/cli'},
    {from: 'src/site/client/a.ts', to: 'src/format/html.ts', said: 'src/site/client may not import src/format'},
    {from: 'src/diff/a.ts', to: 'node:fs', said: 'src/diff is pure'},
    {from: 'src/outputs/a.ts', to: 'react', said: 'src/outputs has no markup'},
  ])('refuses an import of $to in $from, and says where the code belongs', ({from, to, said}) => {
    expect(explain({from, to, isType: false})).toContain(said);
  });
});

test('no files import each other in a circle', () => {
  const eager = Map.groupBy(
    imports.filter(({isLazy}) => !isLazy),
    ({from}) => from,
  );
  const done = new Set<string>();
  const circles: string[] = [];
  const follow = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '));
    if (done.has(file) || trail.includes(file)) return;
    for (const {to} of eager.get(file) ?? []) follow(to, [...trail, file]);
    done.add(file);
  };
  for (const file of files) follow(file, []);
  expect(circles).toEqual([]);
});

test('the page on the architecture describes every room', () => {
  const page = readFileSync(path.join(ROOT, 'ARCHITECTURE.md'), 'utf8');
  const described = [...page.matchAll(/^\| `([a-z/]+)\/` \|/gm)].map(([, name]) => name);
  const outer = Object.keys(rooms).map((name) => name.replace(/^(src\/[a-z]+|scripts)\/.*$/, '$1'));
  expect(described).toEqual(expect.arrayContaining(outer.filter((name) => name !== 'src')));
});

test('no folder is a loose drawer: at most 14 files are directly in one', () => {
  const counts = Map.groupBy(files, (file) => path.posix.dirname(file));
  const full = [...counts].filter(([, found]) => found.length > 14);
  expect(full.map(([folder, found]) => `${folder}: ${found.length} files`)).toEqual([]);
});
