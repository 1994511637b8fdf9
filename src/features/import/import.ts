import {existsSync, globSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {placePagesAt} from '../../content/addresses/addresses.ts';
import {NAVIGATION_FILE} from '../../content/schemas/navigation-schema.ts';
import {BASELINE_FILE} from '../../content/schemas/record-schemas.ts';
import {CONFIG_FILE} from '../../content/schemas/toolkit-schema.ts';
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
import {newSettings} from './new-settings.ts';
import {type PlannedImport, planImport} from './plan-import.ts';
import {type OldSite, readSite} from './read-site.ts';

/** What was lost, for the publisher to read: git ignores its folder. */
const REPORT = 'report/import.md';

/** `toolkit import`: brings the pages of another site, all of them or none. A file that exists already stays as it is. */
export const run: Run<typeof IMPORT> = async (_options, io, [folder, ...others]) => {
  if (folder === undefined || others.length > 0) {
    const fix = 'Name one: `npm run toolkit -- import ../old-site`.';
    throw new ExitError('not exactly one folder is named, expected that of a site', fix);
  }
  const site = readSite(io.cwd, folder);
  const config = loadConfig(io.cwd);
  // A toolkit without pages becomes the one that the old site was.
  const isNew = !config.launched && globSync('docs/**/*.md', {cwd: io.cwd}).length === 0;
  const found = readFileSync(path.join(io.cwd, CONFIG_FILE), 'utf8');
  const settings = isNew ? newSettings(site, found, config, io.cwd) : {text: found, taken: {}, losses: []};
  const {pages_at = config.pages_at, baseUrl = config.baseUrl}: Record<string, string> = settings.taken;
  placePagesAt(pages_at);
  const {changes, losses} = changesFor(io, site, planImport(site, {...config, baseUrl}));
  losses.push(...settings.losses);
  if (changes.length === 0) {
    io.stdout.write(`Nothing to import: every page of \`${folder}\` is here already.\n`);
    return 0;
  }
  const last = existsSync(path.join(io.cwd, REPORT)) ? readFileSync(path.join(io.cwd, REPORT)) : undefined;
  const report = losses.length > 0 ? [{path: REPORT, content: renderLosses(losses), found: last}] : [];
  const set = settings.text === found ? [] : [{path: CONFIG_FILE, content: settings.text, found}];
  await commit(io.cwd, {command: 'import', changes: [...changes, ...set, ...report]});
  const written = changes.filter(({path: file}) => file.endsWith('.md')).length;
  io.stdout.write(
    `Imported ${count(written, 'page')} of ${site.kind.name}, and ${count(changes.length - written, 'other file')}.\n`,
  );
  const taken = Object.keys(settings.taken).map((key) => `\`${key}\``);
  if (taken.length > 0) io.stdout.write(`Set in \`${CONFIG_FILE}\`, as the old site had them: ${taken.join(', ')}.\n`);
  if (losses.length > 0)
    io.stdout.write(`${REPORT} lists ${count(losses.length, 'place')} where something could not be carried over.\n`);
  io.stdout.write(await whatIsLeft(io));
  return 0;
};

/** The files to write. A file that differs is somebody's work, and stays. */
function changesFor(
  {cwd}: Io,
  site: OldSite,
  {files, pages, losses}: PlannedImport,
): {changes: FileChange[]; losses: Loss[]} {
  const kept: Loss[] = [];
  const changes = [...files].flatMap(([file, content]): FileChange[] => {
    const place = path.join(cwd, file);
    if (!existsSync(place)) return [{path: file, content, found: undefined}];
    if (!readFileSync(place).equals(Buffer.from(content))) kept.push({name: 'kept', file});
    return [];
  });
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
    changes.push({
      path: NAVIGATION_FILE,
      content: `${JSON.stringify({...navigation, sidebars}, null, 2)}\n`,
      found: text,
    });
  }
  return {changes, losses: [...losses, ...kept]};
}

/** The most rules that are listed. */
const MAX_RULES = 6;

/** Puts problems of prose and structure on record, and says in a few lines what is left to fix. */
async function whatIsLeft({cwd}: Io): Promise<string> {
  const hasBaseline = existsSync(path.join(cwd, BASELINE_FILE));
  const args = ['check', '--format', 'json', ...(hasBaseline ? [] : ['--baseline'])];
  const {stdout} = await runApart(cwd, args);
  let problems: {rule: string}[];
  let leftOut: number;
  try {
    ({problems, leftOut = 0} = JSON.parse(stdout));
  } catch {
    return 'Next: run `npm run check`, and fix what it lists.\n';
  }
  const rules = [...Map.groupBy(problems, ({rule}) => rule)].sort(([, a], [, b]) => b.length - a.length);
  const lines = rules.slice(0, MAX_RULES).map(([rule, inRule]) => `  ${String(inRule.length).padStart(4)}  ${rule}`);
  return [
    ...(hasBaseline
      ? []
      : [`Problems of prose and structure are on record in \`${BASELINE_FILE}\`: new ones are reported.`]),
    problems.length > 0
      ? `${count(problems.length + leftOut, 'problem')} to fix, most of them of these rules:`
      : 'No problem is left.',
    ...lines,
    'Next: read the report if there is one, run `npm run generate` and `npm run check`, and look at the pages with `npm start`.',
    '',
  ].join('\n');
}
