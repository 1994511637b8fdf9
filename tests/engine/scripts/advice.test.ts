import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {noteExample, pageExample} from '../../../src/checks/examples/example-files.ts';
import {EXAMPLE_DAY, type ExampleFiles} from '../../../src/checks/rule.ts';
import {TOOLKIT_RULES} from '../../../src/checks/rule-set.ts';
import {git} from '../support/git.ts';
import {folderWith, runCommand} from '../support/run-command.ts';
import {copyOf} from '../support/toolkits/linked-toolkit.ts';
import {configFile, soundFiles, toolkitWith} from '../support/toolkits/sound-toolkit.ts';
import {unseenFiles} from '../support/toolkits/unseen-toolkit.ts';
import {publishedFiles, waitingFiles} from '../support/toolkits/waiting-toolkit.ts';

/** What an author adds to a command that a message names: only they know it. */
const ADDED: Readonly<Record<string, readonly string[]>> = {
  'mark-reviewed': ['--as', 'editor', '--scope', 'facts'],
  'new note': ['--significance', 'major', '--note', 'The page says how many boats a village keeps.', '--covers', 'all'],
};

const WORDS = 'The reason is public.';

/** Reports, which always do what they are for; what needs a network or a browser; commands without what they are about. */
const ELSEWHERE =
  /^(?:(?:build|start|edit|preview|serve|links|toolkit|bench|check|review|status)\b.*|move|withdraw|redact|rename-heading|mark-reviewed|mark-reviewed -- --.*)$/;

/** The commands that a message names, as words. A pattern such as `<page>` is not one. */
function commandsIn(message: string): string[][] {
  const named = [...message.matchAll(/`npm run ([a-z-]+)(?: -- ([^`]+))?`/g)];
  return named.flatMap(([, name = '', options = '']) => {
    const line = options === '' ? name : `${name} -- ${options}`;
    if (ELSEWHERE.test(line) || /<|--from-issue|"text"/.test(line)) return [];
    const words = [...options.matchAll(/"([^"]*)"|'([^']*)'|\S+/g)].map(([word, a, b]) => a ?? b ?? word);
    const argv = [name, ...words.map((word) => (word === '...' ? WORDS : word))];
    const added = ADDED[name] ?? ADDED[argv.slice(0, 2).join(' ')] ?? [];
    return [[...argv, ...(argv.includes(added[0] ?? '') ? [] : added)]];
  });
}

/** Runs the commands that a message names, each in a copy of a folder; returns those that refuse. */
async function refusedAdvice(message: string, folder: string, known = new Map<string, string>()): Promise<string[]> {
  const refused: string[] = [];
  for (const argv of commandsIn(message)) {
    const line = argv.join(' ');
    if (!known.has(line)) {
      const {code, stdout, stderr} = await runCommand(argv, copyOf(folder));
      known.set(line, code === 0 ? '' : `${line}: ${stderr || stdout}`);
    }
    refused.push(known.get(line) ?? '');
  }
  return refused.filter(Boolean);
}

/** An example with its pages on record, where it leaves that out and is about something else. */
function onRecord(files: ExampleFiles): ExampleFiles {
  const pages = Object.entries({...soundFiles(), ...files}).filter(([file]) => /^docs\/.*\.md$/.test(file));
  const recorded = pages.map(([file, text]) => [file.replace('docs/', 'blog/_published/2026-11-02/'), text]);
  return {...Object.fromEntries(recorded), ...files};
}

const withAdvice = TOOLKIT_RULES.flatMap(([rule]) =>
  rule.bad.map((example, index): [string, ExampleFiles, string[]] => {
    const published = onRecord(example);
    const fixesIn = (files: ExampleFiles) => rule.check(toolkitWith(files), EXAMPLE_DAY).map(({fix}) => fix);
    const fixes = fixesIn(example);
    const files = String(fixesIn(published)) === String(fixes) ? published : example;
    return [`${rule.id} ${index + 1}`, files, fixes.filter((fix) => commandsIn(fix).length > 0)];
  }),
).filter(([, , fixes]) => fixes.length > 0);

test.each(withAdvice)('the command that %s names does something there', async (_, files, fixes) => {
  const config = files['toolkit.config.ts'];
  const folder = folderWith({
    ...soundFiles(),
    ...(files as Record<string, string>),
    ...(config && {'toolkit.config.ts': configFile(config)}),
  });
  for (const fix of fixes) expect(await refusedAdvice(fix, folder), fix).toEqual([]);
});

const CHANGED = pageExample('Homes', '', 'Keep three boats for every 40 homes.\n\n## Ropes\n\nLong ones.');
const write = (file: string, text: string) => (cwd: string) => {
  mkdirSync(path.dirname(path.join(cwd, file)), {recursive: true});
  writeFileSync(path.join(cwd, file), text);
};
const remove = (file: string) => (cwd: string) => rmSync(path.join(cwd, file));
const run =
  (...argv: string[]) =>
  (cwd: string) =>
    runCommand(argv, cwd);
const homes = write('docs/priorities/homes.md', CHANGED);

/** States in which people have been stuck: files, and what happened to them since. */
const STATES: Readonly<Record<string, readonly [ExampleFiles, ...((cwd: string) => unknown)[]]>> = {
  'before launch': [unseenFiles()],
  'before launch, with a note': [
    unseenFiles(),
    run('new', 'note'),
    write('blog/_pending/a.md', noteExample('pages: [boats]\n')),
  ],
  launched: [unseenFiles(), run('publish', '--launch')],
  'launched and changed': [unseenFiles(), run('publish', '--launch'), homes],
  'nothing waits': [publishedFiles()],
  'changed without a note': [publishedFiles(), homes],
  'changed with a note that leaves it out': [
    publishedFiles(),
    homes,
    write('blog/_pending/a.md', noteExample('pages: [priorities/homes]\n')),
  ],
  'notes wait': [waitingFiles()],
  'published just now': [waitingFiles(), run('publish')],
  'published, and changed since': [waitingFiles(), run('publish'), homes],
  'an edition frozen alone': [publishedFiles(), run('publish', '--edition')],
  'a note about a page that is as it was': [
    publishedFiles(),
    write('blog/_pending/a.md', noteExample('pages: [priorities/homes]\n')),
  ],
  'a published page that is gone': [publishedFiles(), remove('handbook/contribute/help.md')],
  'a heading that is gone': [
    {...publishedFiles(), 'docs/priorities/homes.md': CHANGED},
    run('new', 'note', '--significance', 'major', '--note', 'The page asks for three boats.', '--covers', 'all'),
    run('publish'),
    write('docs/priorities/homes.md', CHANGED.replace('## Ropes', '## Lines')),
  ],
};

const COMMANDS = [
  ['check'],
  ['status', '--format', 'markdown'],
  ['new', 'note'],
  ['publish'],
  ['publish', '--launch'],
  ['publish', '--edition'],
  ['publish', '--undo'],
  ['publish', '--undo', '--force'],
  ['mark-reviewed', 'priorities/homes', '--as', 'editor', '--scope', 'facts'],
  ['withdraw', 'priorities/homes', '--undo'],
];

test.each(Object.keys(STATES))('in the state "%s", no message names a command that refuses', async (name) => {
  const [files = {}, ...steps] = STATES[name] ?? [];
  const folder = folderWith(files as Record<string, string>);
  git(folder, 'init', '--quiet');
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', 'A toolkit');
  for (const step of steps) await step(folder);
  const refused: Record<string, string[]> = {};
  const known = new Map<string, string>();
  for (const argv of COMMANDS) {
    const copy = copyOf(folder);
    const {code, stdout, stderr} = await runCommand(argv, copy);
    const isSame = code !== 0 || argv.includes('--dry-run') || argv.includes('markdown');
    const found = await refusedAdvice(stdout + stderr, copy, isSame ? known : undefined);
    if (found.length > 0) refused[`${argv.join(' ')}: ${stdout}${stderr}`] = found;
  }
  expect(refused).toEqual({});
});
