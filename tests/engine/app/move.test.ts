import {existsSync, mkdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {reviewStatuses} from '../../../src/changes/freshness/review-status.ts';
import {withNotes} from '../../../src/content/markdown/edit/note-places.ts';
import {loadToolkit} from '../../../src/io/load-toolkit.ts';
import {readTree} from '../io/transaction/trees.ts';
import {draftProposal} from '../support/intake/draft-proposal.ts';
import {issueOf, soundAnswers} from '../support/intake/proposal.ts';
import {folderWith, noteFile, notesIn, runCommand, textIn} from '../support/run-command.ts';
import {copyOf, linkedFiles, waitingFiles} from '../support/toolkits/linked-toolkit.ts';
import {config} from '../support/toolkits/sound-toolkit.ts';

async function moved(from: string, to: string, files = linkedFiles()) {
  const cwd = folderWith(files);
  const outcome = await runCommand(['move', from, to], cwd);
  expect(outcome).toMatchObject({code: 0, stderr: ''});
  return {cwd, ...outcome};
}

const MOVED = {
  kind: 'page-moved',
  significance: 'major',
  note: 'The page "Wardens" has a new address, and the old one leads there.',
};

describe('a page that moves', () => {
  test('takes along every link to it and all of its own, byte for byte else', async () => {
    const {cwd} = await moved('approaches/wardens', 'people/street-wardens');
    expect(existsSync(path.join(cwd, 'docs/approaches/wardens.md'))).toBe(false);
    expect(withNotes({text: textIn(cwd, 'docs/people/street-wardens.md')}, [])).toBe(
      String(linkedFiles()['docs/approaches/wardens.md'])
        .replace('---\n\nTwo', 'redirect_from: [/toolkit/approaches/wardens/]\n---\n\nTwo')
        .replace('(boats.md)', '(../approaches/boats.md)'),
    );
    expect(textIn(cwd, 'docs/priorities/homes.md')).toBe(
      String(linkedFiles()['docs/priorities/homes.md'])
        .replace('[wardens](../approaches/wardens.md)', '[wardens](../people/street-wardens.md)')
        .replace('../approaches/wardens.md#tasks "', '../people/street-wardens.md#tasks "')
        .replace('(/toolkit/approaches/wardens/#tasks)', '(/toolkit/people/street-wardens/#tasks)')
        .replace(
          'https://flood.example/toolkit/approaches/wardens/',
          'https://flood.example/toolkit/people/street-wardens/',
        )
        .replace('(/approaches/wardens.md?print)', '(/people/street-wardens.md?print)')
        .replace('<../approaches/wardens.md>', '<../people/street-wardens.md>'),
    );
    expect(textIn(cwd, 'docs/approaches/boats.md')).toContain('replaced_by: people/street-wardens}');
    expect(textIn(cwd, 'docs/approaches/boats.md')).toContain('(../people/street-wardens.md#tasks)');
    expect(textIn(cwd, 'README.md')).toContain('(docs/people/street-wardens.md)');
    // The label stays, although it is written as the old id.
    expect(textIn(cwd, 'navigation.json')).toBe(
      String(linkedFiles()['navigation.json'])
        .replace('"id": "approaches/wardens"', '"id": "people/street-wardens"')
        .replace('"wardens": "approaches/wardens"', '"wardens": "people/street-wardens"')
        .replace('/toolkit/approaches/wardens/#tasks', '/toolkit/people/street-wardens/#tasks'),
    );
  });

  test('leaves a sound toolkit, with a note of its own and one for the pages whose links changed', async () => {
    const {cwd, stdout} = await moved('docs/approaches/wardens.md', 'people/street-wardens');
    expect(stdout).toContain('/toolkit/approaches/wardens/ redirects to /toolkit/people/street-wardens/');
    expect(await runCommand(['check', '--model'], copyOf(cwd))).toMatchObject({code: 0, stdout: ''});
    expect(notesIn(cwd, 'docs/people/street-wardens.md')).toEqual([MOVED]);
    const {notes, updateRecords} = await loadToolkit(cwd);
    expect(notes.map(({data}) => [data.kind, data.pages])).toEqual([
      ['content-changed', ['approaches/boats', 'priorities/homes']],
      ['page-moved', ['people/street-wardens']],
    ]);
    expect(updateRecords.size).toBe(0);
    const copy = copyOf(cwd);
    expect((await runCommand(['publish'], copy)).stderr).toBe('');
    expect(textIn(copy, 'blog/_published/2026-11-24/approaches/wardens.removed')).toBe(
      'moved to people/street-wardens\n',
    );
  });

  test('keeps what was checked of it and of pages that link to it: no word has changed', async () => {
    const {cwd} = await moved('approaches/wardens', 'people/street-wardens');
    const toolkit = await loadToolkit(cwd);
    const standings = reviewStatuses(toolkit, '2026-11-24').filter(({review}) => review);
    expect(standings.map(({page, changedSince}) => [page.id, changedSince])).toEqual([
      ['people/street-wardens', undefined],
      ['priorities/homes', undefined],
    ]);
  });

  test('keeps a note that waits, under its new name, and moves on with one redirect for each known address', async () => {
    const {cwd} = await moved('approaches/wardens', 'approaches/helpers', waitingFiles());
    expect(textIn(cwd, 'blog/_pending/wardens.md')).toContain('pages: ["approaches/helpers"] # agreed\n');
    const copy = copyOf(cwd);
    expect(await runCommand(['move', 'approaches/helpers', 'approaches/street-wardens'], copy)).toMatchObject({
      code: 0,
    });
    expect(textIn(copy, 'docs/approaches/street-wardens.md')).toContain(
      'redirect_from: [/toolkit/approaches/wardens/]\n',
    );
    const {notes} = await loadToolkit(copy);
    expect(notes.filter(({data}) => data.kind === 'page-moved').map(({data}) => data.pages)).toEqual([
      ['approaches/street-wardens'],
    ]);
  });

  test('keeps its search words under its new id', async () => {
    const files = linkedFiles();
    const navigation = JSON.parse(String(files['navigation.json']));
    // A word may read like an id.
    const words = ['stewards', 'approaches/wardens'];
    const {cwd} = await moved('approaches/wardens', 'people/wardens', {
      ...files,
      'navigation.json': JSON.stringify({...navigation, synonyms: {'approaches/wardens': words}}, null, 2),
    });
    expect(JSON.parse(textIn(cwd, 'navigation.json')).synonyms).toEqual({'people/wardens': words});
  });

  test('with another title is named by both', async () => {
    const files = linkedFiles();
    const page = 'docs/approaches/wardens.md';
    const {cwd} = await moved('approaches/wardens', 'people/wardens', {
      ...files,
      [page]: String(files[page]).replace('title: Wardens', 'title: Stewards'),
    });
    expect(notesIn(cwd, 'docs/people/wardens.md')).toEqual([
      {
        ...MOVED,
        note: 'The page "Wardens" is now called "Stewards". It has a new address, and the old one leads there.',
      },
    ]);
  });

  test('that nobody knows needs no redirect and no note', async () => {
    const files = {
      ...linkedFiles(),
      'docs/priorities/new.md': String(linkedFiles()['docs/index.md'])
        .replace('Start', 'New')
        .replace('owner:', 'changes: [{significance: major, note: A new page tells what is new.}]\nowner:'),
    };
    const {cwd, stdout} = await moved('priorities/new', 'priorities/newer', files);
    expect(stdout).toContain('priorities/new was never published, so its old address needs no redirect');
    expect(textIn(cwd, 'docs/priorities/newer.md')).toBe(files['docs/priorities/new.md']);
    expect(await runCommand(['check', '--model'], copyOf(cwd))).toMatchObject({code: 0, stdout: ''});
  });

  test('takes along the note and the consent of the proposal that it was made of', async () => {
    const cwd = folderWith(linkedFiles());
    await draftProposal(cwd, issueOf(config, soundAnswers(config)));
    const long = 'anytown-evening-help-for-people-who-look';
    expect(await runCommand(['move', `case-studies/${long}`, 'case-studies/anytown'], cwd)).toMatchObject({code: 0});
    const {notes, caseStudies} = await loadToolkit(cwd);
    expect(caseStudies.map(({id}) => id)).toContain('case-studies/anytown');
    expect(notes.filter(({data}) => data.kind === 'case-study-added').map(({data}) => data.pages)).toEqual([
      ['case-studies/anytown'],
    ]);
    expect(await runCommand(['check', '--model'], cwd)).toMatchObject({code: 0});
  });

  test('was moved by hand: the check names the command, and the command does what is left', async () => {
    const cwd = folderWith(linkedFiles());
    mkdirSync(path.join(cwd, 'docs/people'));
    renameSync(path.join(cwd, 'docs/approaches/wardens.md'), path.join(cwd, 'docs/people/wardens.md'));
    const {stdout} = await runCommand(['check', '--model'], cwd);
    expect(stdout).toContain('Run `npm run move -- approaches/wardens people/wardens`');
    expect(await runCommand(['move', 'approaches/wardens', 'people/wardens'], cwd)).toMatchObject({
      code: 0,
      stderr: '',
    });
    const by = await moved('approaches/wardens', 'people/wardens');
    // Whether the words changed with the name, nobody can tell: what was checked of them is as it was.
    const unchecked = /^\.toolkit|^ledgers\/reviews\/people/;
    expect(readTree(cwd, unchecked)).toEqual(readTree(by.cwd, unchecked));
  });
});

test('a folder takes its pages along, and links among them stay as they are', async () => {
  const {cwd} = await moved('approaches', 'ways');
  expect(textIn(cwd, 'docs/ways/boats.md')).toContain('[warden](wardens.md#tasks)');
  expect(textIn(cwd, 'docs/priorities/homes.md')).toContain('<../ways/wardens.md>');
  expect(textIn(cwd, noteFile(cwd, 'boats'))).toContain('A group of 2 pages has new addresses');
  expect(await runCommand(['check', '--model'], copyOf(cwd))).toMatchObject({code: 0, stdout: ''});
});

test('a folder that a sidebar lists whole keeps its place there', async () => {
  const {cwd} = await moved('priorities', 'aims');
  expect(textIn(cwd, 'navigation.json')).toContain('"dirName": "aims"');
  expect(await runCommand(['check', '--model'], cwd)).toMatchObject({code: 0, stdout: ''});
});

test('of a group that moved, one page may go back: the note that a command wrote follows, and an edited one is named', async () => {
  const {cwd} = await moved('approaches', 'ways');
  const back = ['move', 'ways/boats', 'approaches/boats'];
  const edited = copyOf(cwd);
  expect(await runCommand(back, cwd)).toMatchObject({code: 0, stderr: ''});
  expect(notesIn(cwd, 'docs/ways/wardens.md')).toEqual([MOVED]);
  expect(await runCommand(['check', '--model'], cwd)).toMatchObject({code: 0, stdout: ''});
  const note = path.join(edited, noteFile(edited, 'boats'));
  const words = readFileSync(note, 'utf8').replace('A group of 2 pages has', 'The pages on help have');
  writeFileSync(note, words);
  expect((await runCommand(back, edited)).stdout).toContain(
    `Check that these waiting notes are still true: ${noteFile(edited, 'boats')}.`,
  );
  expect(textIn(edited, noteFile(edited, 'boats'))).toBe(words.replace('ways/boats', 'approaches/boats'));
});

test('a picture that two pages show takes both along', async () => {
  const {cwd, stdout} = await moved('docs/images/river.svg', 'docs/pictures/high-river.svg');
  for (const file of ['docs/approaches/wardens.md', 'docs/priorities/homes.md']) {
    expect(textIn(cwd, file)).toContain('![A river](../pictures/high-river.svg)');
  }
  expect(stdout).toContain('updated links on 2 pages: approaches/wardens, priorities/homes');
  expect(await runCommand(['check', '--model'], copyOf(cwd))).toMatchObject({code: 0, stdout: ''});
});

const REFUSED: readonly {words: string[]; said: string; fix: string; files?: Record<string, string>}[] = [
  {words: [], said: '0 places given, expected two', fix: 'npm run move -- <from> <to>'},
  {
    words: ['approaches/wardns', 'a/b'],
    said: 'nothing found at `approaches/wardns`',
    fix: 'Write `approaches/wardens`',
  },
  {
    words: ['approaches/wardens', 'handbook/wardens'],
    said: 'is in `handbook/`, expected a path in `docs/`',
    fix: 'npm run withdraw',
  },
  {
    words: ['approaches/wardens', 'approaches/Street Wardens'],
    said: 'contains characters that an address cannot have',
    fix: 'Write `approaches/street-wardens`',
  },
  {
    words: ['approaches/wardens', 'priorities/homes'],
    said: '`priorities/homes` exists already',
    fix: 'Choose another name',
  },
  {words: ['approaches/wardens', 'case-studies/wardens'], said: 'is a place for case studies', fix: 'npm run withdraw'},
  {
    words: ['approaches/wardens', 'approaches/pumps'],
    said: '`/toolkit/approaches/pumps/` redirects to `approaches/boats`',
    fix: 'Choose another name',
    files: {
      'docs/approaches/boats.md': String(linkedFiles()['docs/approaches/boats.md']).replace(
        '---\n\n',
        'redirect_from: [/toolkit/approaches/Pumps/]\n---\n\n',
      ),
    },
  },
  {
    words: ['approaches/wardens', 'approaches/mills'],
    said: '`/toolkit/approaches/mills/` was the address of another page',
    fix: 'Choose another name',
    files: {
      'blog/_published/2026-11-02/approaches/mills.md': '---\ntitle: Mills\n---\n',
      'blog/_published/2026-11-03/approaches/mills.removed': '',
    },
  },
];

test.each(REFUSED)(
  'move $words is refused with what to do, and nothing is written',
  async ({words, said, fix, files = {}}) => {
    const cwd = folderWith({...linkedFiles(), ...files});
    const before = readTree(cwd);
    const {code, stderr} = await runCommand(['move', ...words], cwd);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
    expect(stderr).toContain(fix);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(readTree(cwd)).toEqual(before);
  },
);
