import {appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {noteExample, pageExample} from '../../../../../src/rules/examples/example-files.ts';
import {editFile, runCommand} from '../../../support/run-command.ts';

/** A change to the example toolkit, and a later change in the same place. */
export interface Edit {
  name: string;
  first(folder: string): void | Promise<void>;
  later?(folder: string): void | Promise<void>;
  /** Its page is removed again, which only a page that was never published can be. */
  isDraft?: true;
}

const ADDED = 'priorities/nights';
const WARDENS = 'docs/approaches/wardens.md';
const LINK = '\nAt night, follow [another plan](../priorities/nights.md).\n';

/** What an author, an editor or a publisher may change between two builds. */
export const EDITS: readonly Edit[] = [
  {
    name: 'text of a page, which later is as it was',
    first: (folder) => {
      editFile(folder, 'docs/priorities/warnings.md', 'every autumn', 'every spring and autumn');
      writeNote(folder, 'text', 'priorities/warnings');
    },
    later: (folder) => {
      editFile(folder, 'docs/priorities/warnings.md', 'every spring and autumn', 'every autumn');
      writeNote(folder, 'text-again', 'priorities/warnings');
    },
  },
  {
    name: 'title and lead of a page that others show',
    first: (folder) => {
      editFile(folder, WARDENS, 'title: Flood wardens', 'title: Wardens of the river');
      editFile(folder, WARDENS, 'description: What', 'description: All that');
      writeNote(folder, 'front-matter', 'approaches/wardens', 'covers: [title is now Wardens of the river]\n');
    },
  },
  {
    name: 'vocabulary label',
    first: (folder) => editFile(folder, 'toolkit.config.ts', "label: 'Homes'", "label: 'Houses'"),
    later: (folder) => editFile(folder, 'toolkit.config.ts', "label: 'Houses'", "label: 'Dwellings'"),
  },
  {
    name: 'ledger of links: a source no longer opens',
    first: (folder) =>
      editFile(
        folder,
        'ledgers/links.json',
        /"first_failure": "2026-11-09",\s+"strikes": 3/,
        '"first_failure": "2026-05-11", "strikes": 29',
      ),
  },
  {
    name: 'page added and linked, then removed',
    isDraft: true,
    first: (folder) => {
      writeFileSync(path.join(folder, `docs/${ADDED}.md`), pageExample('Floods at night', 'priorities: [homes]\n'));
      appendFileSync(path.join(folder, WARDENS), LINK);
      editFile(folder, 'navigation.json', '["priorities/warnings"]', `["priorities/warnings", "${ADDED}"]`);
      writeNote(folder, 'nights', `${ADDED}, approaches/wardens`);
    },
    later: (folder) => {
      rmSync(path.join(folder, `docs/${ADDED}.md`));
      editFile(folder, WARDENS, LINK, '');
      editFile(folder, 'navigation.json', `, "${ADDED}"`, '');
      rmSync(path.join(folder, 'blog/_pending/nights.md'));
    },
  },
  {
    name: 'page moved',
    first: (folder) => run(folder, 'move', 'case-studies/lower-ford-pumps', 'case-studies/one-shed'),
  },
  {
    name: 'data of a chart',
    first: (folder) => {
      editFile(folder, 'docs/reference/data/river-levels.json', 'Board at the bridge', 'Board at the old bridge');
      writeNote(folder, 'chart', 'index');
    },
  },
  {
    name: 'picture added, then renamed and redrawn',
    first: (folder) => {
      drawPicture(folder, 'bridge', 10);
      appendFileSync(path.join(folder, 'docs/index.md'), '\n![The bridge at high water](bridge.svg)\n');
      writeNote(folder, 'picture', 'index');
    },
    later: (folder) => {
      renameSync(path.join(folder, 'docs/bridge.svg'), path.join(folder, 'docs/weir.svg'));
      drawPicture(folder, 'weir', 20);
      editFile(folder, 'docs/index.md', 'bridge.svg', 'weir.svg');
      writeNote(folder, 'picture-again', 'index');
    },
  },
];

/** Changes a setting that every page shows, and the toolkit's own theme: after that, all are rendered again. */
export function changeEveryPage(folder: string): void {
  editFile(folder, 'toolkit.config.ts', /strapline: '.*'/, "strapline: 'Our own strapline'");
  const theme = path.join(folder, 'src/theme/Root');
  mkdirSync(theme, {recursive: true});
  writeFileSync(path.join(theme, 'own.css'), '.own { color: #123456; }\n');
  writeFileSync(
    path.join(theme, 'index.tsx'),
    'import \'./own.css\';\nexport default ({children}) => <>{children}<p className="own">Our words</p></>;\n',
  );
}

function drawPicture(folder: string, name: string, width: number): void {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="9"/>`;
  writeFileSync(path.join(folder, `docs/${name}.svg`), svg);
}

function writeNote(folder: string, name: string, pages: string, more = ''): void {
  mkdirSync(path.join(folder, 'blog/_pending'), {recursive: true});
  writeFileSync(path.join(folder, `blog/_pending/${name}.md`), noteExample(`pages: [${pages}]\n${more}`));
}

/** Runs a command of the toolkit, which must succeed. */
export async function run(folder: string, ...argv: string[]): Promise<void> {
  const {code, stdout, stderr} = await runCommand(argv, folder);
  if (code !== 0) throw new Error(`${argv.join(' ')} ended with ${code}:\n${stdout}${stderr}`);
}
