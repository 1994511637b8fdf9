import {pageOfNote, removalOf} from '../../content/markdown/edit/note-places.ts';
import type {Finding} from '../../content/problem.ts';
import {isBeforeLaunch} from '../../content/records/launch.ts';
import {CONFIG_FILE} from '../../content/schemas/toolkit-schema.ts';
import {noteExample, pageExample} from '../examples/example-files.ts';
import {placeOfKey, type Rule} from '../rule.ts';

const PUBLISHED = {'blog/_published/2026-11-02/index.md': pageExample('Start')};
const LAUNCHED = {...PUBLISHED, [CONFIG_FILE]: 'export default {"launched": "2026-11-02"};'};
const inPage = {
  'docs/floods.md': pageExample('Floods', 'changes: [{significance: major, note: There is a page about floods.}]\n'),
};
const NOTE = 'blog/_pending/floods.md';

export const noMisplacedNote: Rule = {
  id: 'no-misplaced-note',
  group: 'model',
  summary:
    'A note about one page waits in the front matter of that page, under `changes`. Before the launch no page has one.',
  why: 'The change and its note are then one file: nobody can send one without the other, in any editor.',
  good: [
    {...LAUNCHED, ...inPage},
    {...LAUNCHED, [NOTE]: noteExample('pages: [index, floods]\n'), 'docs/floods.md': pageExample('Floods')},
    {...LAUNCHED, [NOTE]: noteExample('pages: [gone]\n')},
  ],
  bad: [
    {...LAUNCHED, [NOTE]: noteExample('pages: [index]\n')},
    {...LAUNCHED, [NOTE]: noteExample('pages: [floods]\n'), 'docs/floods.md': pageExample('Floods')},
    inPage,
  ],
  check: (toolkit) =>
    toolkit.notes.flatMap((note): Finding[] => {
      const {document, data, item} = note;
      if (item !== undefined) {
        if (!isBeforeLaunch(toolkit)) return [];
        const problem = 'page has `changes`, expected none before the launch, because no reader knows an earlier text';
        const fix = 'Remove the key, or run `npm run check -- --fix`.';
        return [{...placeOfKey(document, []), problem, fix, edit: removalOf(note)}];
      }
      const page = pageOfNote(toolkit, data);
      if (!page || isBeforeLaunch(toolkit)) return [];
      const problem = `note is about one page, expected it under \`changes\` in \`${page.path}\``;
      const fix = 'Run `npm run check -- --fix`, which moves the note into the page.';
      return [{path: document.path, severity: 'warning', problem, fix}];
    }),
};
