import {cpSync} from 'node:fs';
import {noteExample, pageExample} from '../../../../src/rules/examples/example-files.ts';
import {folderWith} from '../run-command.ts';
import {configFile, navigationFile} from './sound-toolkit.ts';
import {ALL_PRIORITIES, FIRST_RECORD, publishedFiles} from './waiting-toolkit.ts';

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>\n';

/** Every way to write a link to the page on wardens, and some that only look like one. */
const LINKS = `See [wardens](../approaches/wardens.md), [their tasks](../approaches/wardens.md#tasks "Tasks"), [all][w],
[by address](/toolkit/approaches/wardens/#tasks), [in full](https://flood.example/toolkit/approaches/wardens/) and
[from the root](/approaches/wardens.md?print). \`[code](../approaches/wardens.md)\` is no link, and
[wardens elsewhere](https://wardens.example/approaches/wardens.md) are others.

![A river](../images/river.svg)

[w]: <../approaches/wardens.md> 'All wardens'
`;

const REVIEWED = 'reviewed: {on: 2026-11-03, by: editor, scope: facts, text: 2026-11-02}\n';

const WARDENS = pageExample(
  'Wardens',
  `${REVIEWED}approaches: [wardens]\nsources: [{title: Minutes, publisher: Parish, url: "https://flood.example/toolkit/priorities/homes/"}]\n`,
  `Two wardens for every street: see [homes](../priorities/homes.md), [below](#tasks) and [boats](boats.md).

![A river](../images/river.svg)

## Tasks

They knock on doors.

## Costs

Nothing.
`,
);

const BOATS = pageExample(
  'Boats',
  'withdrawn: {on: 2026-11-01, why: The boats were sold., replaced_by: approaches/wardens}\n',
  'Row, says the [warden](wardens.md#tasks).',
);
const HOMES = pageExample('Homes', REVIEWED, LINKS.trimEnd());

/** A published toolkit in which pages link to each other in every way, and configuration and sidebars name them. */
export function linkedFiles(): Record<string, string | Uint8Array> {
  const pages = {'approaches/wardens.md': WARDENS, 'approaches/boats.md': BOATS, 'priorities/homes.md': HOMES};
  const live = Object.entries(pages).map(([file, text]) => [`docs/${file}`, text]);
  const recorded = Object.entries(pages).map(([file, text]) => [`${FIRST_RECORD}/${file}`, text]);
  return {
    ...publishedFiles(),
    ...Object.fromEntries([...live, ...recorded]),
    'docs/images/river.svg': PICTURE,
    [`${FIRST_RECORD}/images/river.svg`]: PICTURE,
    'README.md': '# Ready\n\nRead [about wardens](docs/approaches/wardens.md).\n',
    'toolkit.config.ts': configFile('export default {};\n'),
    'navigation.json': navigationFile({
      // A label may be written as an id.
      sidebars: {
        toolkit: ['index', {type: 'doc', id: 'approaches/wardens', label: 'approaches/wardens'}, ALL_PRIORITIES],
      },
      pages: {wardens: 'approaches/wardens'},
      footer: [{label: 'Wardens', to: '/toolkit/approaches/wardens/#tasks'}],
    }),
  };
}

/** A copy of a folder, as a process of its own would read it: code that was read once stays in this one. */
export function copyOf(cwd: string): string {
  const copy = folderWith({});
  cpSync(cwd, copy, {recursive: true});
  return copy;
}

/** The same toolkit while a note waits that names the page on wardens. */
export function waitingFiles(): Record<string, string | Uint8Array> {
  return {
    ...linkedFiles(),
    'docs/approaches/wardens.md': WARDENS.replace('They knock', 'They now knock'),
    'blog/_pending/wardens.md': noteExample('pages: ["approaches/wardens"] # agreed\n').replace(
      'The figure for 2024 was put right.',
      'The page on wardens says that they knock on doors.',
    ),
  };
}
