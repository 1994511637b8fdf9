import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {stringify} from 'yaml';
import {NAVIGATION_FILE} from '../../content/schemas/navigation-schema.ts';
import {BASELINE_FILE} from '../../content/schemas/record-schemas.ts';
import type {ToolkitConfig} from '../../content/schemas/toolkit-schema.ts';
import {count} from '../../format/text.ts';
import type {Run} from '../../io/cli/command-types.ts';
import {ExitError} from '../../io/cli/exit-error.ts';
import type {Io} from '../../io/cli/io.ts';
import {loadConfig} from '../../io/load-toolkit.ts';
import {runApart} from '../../io/run-toolkit.ts';
import {commit} from '../../io/transaction/commit.ts';
import type {FileChange} from '../../io/transaction/file-change.ts';
import type {IMPORT} from './feature.ts';
import {type Loss, renderLosses} from './losses.ts';
import {idsIn, newMenu} from './new-menu.ts';
import {type PlannedImport, planImport} from './plan-import.ts';
import {type OldSite, readFolder} from './read-folder.ts';

/** What was lost, for the publisher to read: git ignores its folder. */
const REPORT = 'report/import.md';

/** `toolkit import`: brings the pages of a folder, all of them or none. A file that exists already stays as it is. */
export const run: Run<typeof IMPORT> = async (_options, io, [folder, ...others]) => {
  if (folder === undefined || others.length > 0) {
    const fix = 'Name one: `npm run toolkit -- import ../old-site`.';
    throw new ExitError('not exactly one folder is named, expected one with pages', fix);
  }
  const site = readFolder(io.cwd, folder);
  const config = loadConfig(io.cwd);
  const plan = planImport(site, config);
  const {changes, losses} = changesFor(io, site, plan, config);
  if (changes.length === 0) {
    io.stdout.write(`Nothing to import: every page of \`${folder}\` is here already.\n`);
    return 0;
  }
  const last = existsSync(path.join(io.cwd, REPORT)) ? readFileSync(path.join(io.cwd, REPORT)) : undefined;
  if (losses.length > 0) changes.push({path: REPORT, content: renderLosses(losses), found: last});
  const baseline = existsSync(path.join(io.cwd, BASELINE_FILE)) ? undefined : await baselineWith(io.cwd, changes);
  if (baseline !== undefined) changes.push({path: BASELINE_FILE, content: baseline, found: undefined});
  await commit(io.cwd, {command: 'import', changes});
  const written = changes.filter(({path: file}) => file.endsWith('.md') && plan.files.has(file)).length;
  io.stdout.write(
    [
      `Imported ${count(written, 'page')} of \`${folder}\`.`,
      ...(losses.length > 0
        ? [`${REPORT} lists ${count(losses.length, 'place')} where something could not be carried over: read it first.`]
        : []),
      ...(baseline
        ? [`Problems of prose and structure are on record in \`${BASELINE_FILE}\`: new ones are reported.`]
        : []),
      'Next: run `npm run generate` and `npm run check`, fix what it lists, and look at the pages with `npm start`.',
      '',
    ].join('\n'),
  );
  return 0;
};

const FIRST = 'docs/index.md';

function firstPage({title, owners}: ToolkitConfig): string {
  const words = `Write here: what readers find in ${title}.`;
  return `---\n${stringify({title, description: words, owner: owners[0]?.id, review_every: '12 months'})}---\n\n${words}\n`;
}

/** The files to write. A file that differs is somebody's work, and stays. */
function changesFor(
  {cwd}: Io,
  site: OldSite,
  {files, pages, losses}: PlannedImport,
  config: ToolkitConfig,
): {changes: FileChange[]; losses: Loss[]} {
  const kept: Loss[] = [];
  const changes = [...files].flatMap(([file, content]): FileChange[] => {
    const place = path.join(cwd, file);
    if (!existsSync(place)) return [{path: file, content, found: undefined}];
    if (!readFileSync(place).equals(Buffer.from(content)))
      kept.push({name: 'page', file, found: 'a file is there already'});
    return [];
  });
  // Every toolkit has a first page, and links to it.
  if (!files.has(FIRST) && !existsSync(path.join(cwd, FIRST)))
    changes.push({path: FIRST, content: firstPage(config), found: undefined});
  const text = readFileSync(path.join(cwd, NAVIGATION_FILE), 'utf8');
  const navigation = JSON.parse(text) as {sidebars?: Record<string, unknown[]>};
  const [[name, items] = ['toolkit', []]] = Object.entries(navigation.sidebars ?? {});
  const listed = new Set(items.flatMap(idsIn));
  const menu = newMenu(
    site,
    pages.filter(({id}) => !listed.has(id) && changes.some((change) => change.path === `docs/${id}.md`)),
  );
  if (menu.length > 0) {
    const sidebars = {...navigation.sidebars, [name]: [...items, ...menu]};
    const content = `${JSON.stringify({...navigation, sidebars}, null, 2)}\n`;
    changes.push({path: NAVIGATION_FILE, content, found: text});
  }
  return {changes, losses: [...losses, ...kept]};
}

/** Checks a copy of the toolkit with the new files, so that they are written together with the baseline of their problems. */
async function baselineWith(cwd: string, changes: readonly FileChange[]): Promise<string | undefined> {
  const copy = mkdtempSync(path.join(tmpdir(), 'toolkit-import-'));
  try {
    const isContent = (file: string) => !/^(node_modules|build|\.git|\.docusaurus)$/.test(path.relative(cwd, file));
    cpSync(cwd, copy, {recursive: true, filter: isContent});
    const packages = path.join(cwd, 'node_modules');
    if (existsSync(packages)) symlinkSync(packages, path.join(copy, 'node_modules'), 'junction');
    for (const {path: file, content} of changes) {
      mkdirSync(path.dirname(path.join(copy, file)), {recursive: true});
      writeFileSync(path.join(copy, file), content ?? '');
    }
    await runApart(copy, ['check', '--baseline']);
    const place = path.join(copy, BASELINE_FILE);
    return existsSync(place) ? readFileSync(place, 'utf8') : undefined;
  } finally {
    rmSync(copy, {recursive: true, force: true});
  }
}
