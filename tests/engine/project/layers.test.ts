import {readdirSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {z} from 'zod';
import {FEATURES} from '../../../src/features/features.ts';
import {textIn} from '../support/run-command.ts';
import {ROOT} from '../support/toolkits/copy-toolkit.ts';

const layer = z.strictObject({
  holds: z.string(),
  /** What belongs in another layer. */
  never: z.string().default(''),
  imports: z.array(z.string()),
  /** May use files, the network, the clock and processes. */
  effects: z.boolean().default(false),
  /** May use React and Docusaurus. */
  markup: z.boolean().default(false),
  /** What its folders hold that are counted apart: those of the theme, and each feature. */
  parts: z.record(z.string(), z.string()).default({}),
});
const LAYERS = z.record(z.string(), layer).parse(JSON.parse(textIn(ROOT, 'src/layers.json')));

/** The files that put the layers together: the entry points of the package and of the command, and the list of features. */
const ENTRY_POINTS = [
  'src/index.ts',
  'src/site.ts',
  'src/features/features.ts',
  'scripts/toolkit.ts',
  'scripts/commands.ts',
  'scripts/job.ts',
];

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

function layerOf(file: string): string {
  return file.startsWith('scripts/') ? 'scripts' : (file.split('/')[1] ?? '');
}

function featureOf(file: string): string | undefined {
  return /^src\/features\/([^/]+)\//.exec(file)?.[1];
}

/** Whether browsers of readers run a file. */
function isOfClient(file: string): boolean {
  return /^src\/(?:site|features\/[^/]+)\/client\//.test(file);
}

/** Whether a feature may import another: `needs` names it. */
function needs(feature: string, other: string): boolean {
  return FEATURES.some(({name, needs = []}) => name === feature && needs.includes(other));
}

const EFFECT_RE = /^node:|^(?:esbuild|pagefind|sirv|tinypool)$/;
const MARKUP_RE = /^react(?:-dom)?(?:\/|$)|^@docusaurus\/|^@theme\//;

/** Why an import breaks the table, with what to do; `undefined` where it is allowed. */
function explain({from, to, isType}: Import): string | undefined {
  if (ENTRY_POINTS.includes(from) || from.startsWith('scripts/bench/')) return undefined;
  const own = layerOf(from);
  const {imports, effects, markup} = LAYERS[own] ?? layer.parse({holds: '', imports: []});
  if (/^(?:src|scripts)\//.test(to)) {
    if (isOfClient(from) && !isOfClient(to))
      return `${from} imports ${to}, but the scripts of readers import nothing else.`;
    const other = layerOf(to);
    if (other === own) {
      const [feature, second] = [featureOf(from), featureOf(to)];
      if (feature === second || (feature && second && needs(feature, second))) return undefined;
      return `${from} imports ${to}, but \`needs\` of the feature does not name that one.`;
    }
    if (imports.includes(other)) return undefined;
    const places = Object.entries(LAYERS).filter(([name]) => imports.includes(name));
    const list = places.map(([name, {holds}]) => `  ${name}: ${holds}`).join('\n');
    return `${from} imports ${to}, but ${own} may not import ${other}. Move what both need to a layer that ${own} may import, or pass it in as data:\n${list}`;
  }
  if (EFFECT_RE.test(to) && !effects && !isType)
    return `${from} imports ${to}, but ${own} is pure. Files, network, clock and processes belong in io, app, site or a feature.`;
  if (MARKUP_RE.test(to) && !markup)
    return `${from} imports ${to}, but ${own} has no markup. React and Docusaurus belong in site or a feature.`;
  return undefined;
}

/** The files with code and styles. */
const sources = ['src', 'scripts'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && /\.(?:tsx?|mts|css)$/.test(entry.name))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')),
);
const files = sources.filter((file) => !file.endsWith('.css'));
const imports = files.flatMap((file) => importsIn(file, textIn(ROOT, file)));

describe('the table of layers', () => {
  test('every import of the code is allowed', () => {
    expect(imports.length).toBeGreaterThan(1000);
    expect(imports.flatMap((found) => explain(found) ?? [])).toEqual([]);
  });

  test('features come after those that they need, each in a folder of its name', () => {
    const names = FEATURES.map(({name}) => name);
    for (const [index, {name, needs = []}] of FEATURES.entries()) {
      expect(names.slice(0, index)).toEqual(expect.arrayContaining([...needs]));
      expect(files).toContain(`src/features/${name}/feature.ts`);
    }
  });
});

test('the theme holds no parser of Markdown', () => {
  const theme = /^src\/(?:site\/(?:theme|components|render\/compiled)|features\/[^/]+\/parts)\b/;
  const reached = new Set(files.filter((file) => theme.test(file)));
  const needed = Map.groupBy(
    imports.filter(({isType}) => !isType),
    ({from}) => from,
  );
  for (const file of reached) for (const {to} of needed.get(file) ?? []) reached.add(to);
  expect(reached).toContain('react');
  expect([...reached].filter((file) => /satteri|remark|micromark/.test(file))).toEqual([]);
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

const README = 'src/README.md';

/** What readers see, and what a toolkit could do without; every toolkit needs the rest. */
const KINDS: Readonly<Record<string, string>> = {site: 'theme', features: 'battery'};

const folders = Object.entries(LAYERS).flatMap(([name, {holds, never, parts}]) => {
  const inside = Object.entries(parts).map(
    ([part, about]) => [`${name}/${part}`, about, KINDS[name] ?? '', ''] as const,
  );
  return [[name, holds, 'core', never] as const, ...inside];
});

/** The lines of code and styles in a folder, in hundreds: as written before, unless that is wrong by more than a tenth. */
function linesIn(folder: string): number {
  const inside = folders.map(([name]) => name).filter((name) => name === folder || name.startsWith(`${folder}/`));
  const of = (file: string) => inside.findLast((name) => `${file.replace(/^src\//, '')}`.startsWith(`${name}/`));
  const own = sources.filter((file) => of(file) === folder);
  const lines = own.reduce((sum, file) => sum + textIn(ROOT, file).split('\n').length - 1, 0);
  const row = new RegExp(`^\\| \`${folder}/\` \\| ([\\d,]+)`, 'm').exec(textIn(ROOT, README));
  const written = Number(row?.[1]?.replace(',', ''));
  return Math.abs(written - lines) <= Math.max(100, lines / 10) ? written : Math.max(Math.round(lines / 100), 1) * 100;
}

test('src/README.md lists what each folder holds, and how long it is: `-u` writes it', async () => {
  expect(Object.keys(LAYERS.features?.parts ?? {})).toEqual(FEATURES.map(({name}) => name).sort());
  const number = (lines: number) => lines.toLocaleString('en-GB');
  const rows = folders.map(([name, holds, kind, never]) => ({name, holds, kind, never, lines: linesIn(name)}));
  const table = rows.map(
    ({name, lines, holds, kind, never}) => `| \`${name}/\` | ${number(lines)} | ${holds} | ${kind} | ${never} |`,
  );
  const sums = [...Map.groupBy(rows, ({kind}) => kind)].map(
    ([kind, of]) => `${kind} ${number(of.reduce((sum, {lines}) => sum + lines, 0))}`,
  );
  await expect(`# The source

| Folder | Lines | What is in it | For | What does not belong there |
| --- | ---: | --- | --- | --- |
${table.join('\n')}

Lines in total, in round numbers: ${sums.join(', ')}. Every toolkit needs the core, the theme is what readers see, and a toolkit could do without a battery. \`layers.json\` has what each folder holds and may import. [ARCHITECTURE.md](../ARCHITECTURE.md) shows how the layers work together.
`).toMatchFileSnapshot(path.join(ROOT, README));
});

test('no folder is a loose drawer: at most 14 files are directly in one', () => {
  const counts = Map.groupBy(files, (file) => path.posix.dirname(file));
  const full = [...counts].filter(([, found]) => found.length > 14);
  expect(full.map(([folder, found]) => `${folder}: ${found.length} files`)).toEqual([]);
});
