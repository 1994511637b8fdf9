import {cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {noteExample, pageExample} from '../../../../src/rules/examples/example-files.ts';
import {folderWith, runCommand} from '../../support/run-command.ts';
import {waitingFiles} from '../../support/toolkits/waiting-toolkit.ts';

/** What is to be taken out, as an operator types it. */
export const NAME = "Ann O'Leary";

export const WHY = 'Somebody asked for a name to be taken out.';

/** The name as files write it: with a line end, several spaces, other quotes, emphasis, escapes, and in another form of Unicode. */
const VARIANTS = [
  "Ann O'Leary",
  'Ann\nO’Leary',
  'Ann   O‘Leary',
  '**Ann** O’Leary',
  'Ann O&rsquo;Leary',
  "Ann\u00A0O\\'Leary",
];

/** A toolkit that holds a name wherever it can: live, waiting, published, in an edition, in data and in records. */
async function namedToolkit(): Promise<string> {
  const cwd = folderWith({
    ...waitingFiles(),
    'docs/wardens.md': pageExample(
      'Wardens',
      "sources: [{title: 'Minutes of Ann O''Leary', publisher: Parish, url: 'https://parish.example/Ann%20O%27Leary/'}]\n",
      VARIANTS.map((name) => `We thank ${name} for it.`).join('\n\n'),
    ),
    'docs/ann.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>Ann O’Leary</title></svg>\n',
    'docs/levels.csv': 'day,level,by\n2026-11-01,3,Ann O’Leary\n',
    'static/people.json': '{"warden": "Ann O\\u2019Leary",\n "Ann O\'Leary": [1]}\n',
    'README.md': '# Ready\n\nAsk Ann O’Leary.\n',
    'words.txt': 'levee\n',
    'docs/priorities/homes.md': pageExample(
      'Homes',
      '',
      'Keep three boats by the levee for every 40 homes: ask Ann O’Leary.',
    ),
    'blog/_pending/wardens.md': noteExample('pages: [wardens]\n')
      .replace('content-changed', 'page-added')
      .replace('The figure for 2024 was put right.', 'Ann O’Leary wrote a page on how many wardens a street needs.'),
  });
  const {code, stderr} = await runCommand(['publish', '--edition', '2026-11'], cwd);
  if (code !== 0) throw new Error(stderr);
  // A later change waits, with the name and without.
  const later = pageExample('How to help', '', 'Write to Ann O’Leary when something is wrong or missing.');
  writeFileSync(path.join(cwd, 'handbook/contribute/help.md'), later);
  mkdirSync(path.join(cwd, 'blog/_pending'), {recursive: true});
  writeFileSync(
    path.join(cwd, 'blog/_pending/help.md'),
    noteExample('pages: [handbook/contribute/help]\nwhy: Ann O’Leary said so.\n', 'minor').replace(
      'The figure for 2024 was put right.',
      'The page on helping says to whom to write.',
    ),
  );
  return cwd;
}

let template: string | undefined;

/** A fresh copy of the toolkit that holds the name. */
export async function freshToolkit(): Promise<string> {
  if (template === undefined) {
    template = mkdtempSync(path.join(tmpdir(), 'toolkit-template-'));
    const folder = template;
    process.on('exit', () => rmSync(folder, {recursive: true, force: true}));
    cpSync(await namedToolkit(), template, {recursive: true});
  }
  const cwd = folderWith({});
  cpSync(template, cwd, {recursive: true});
  return cwd;
}

/** Every file of a folder, as text. */
export function textsIn(cwd: string): Record<string, string> {
  const entries = readdirSync(cwd, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile());
  return Object.fromEntries(
    entries.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(cwd, file), readFileSync(file, 'utf8')];
    }),
  );
}
