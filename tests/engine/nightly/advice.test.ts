import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {noteExample, pageExample} from '../../../src/rules/examples/example-files.ts';
import type {ExampleFiles} from '../../../src/rules/rule.ts';
import {git, startRepository} from '../support/git.ts';
import {folderWith, runCommand} from '../support/run-command.ts';
import {copyOf} from '../support/toolkits/linked-toolkit.ts';
import {unseenFiles} from '../support/toolkits/unseen-toolkit.ts';
import {publishedFiles, waitingFiles} from '../support/toolkits/waiting-toolkit.ts';

/** What an author adds to a command that a message names: only they know it. */
const ADDED: Readonly<Record<string, readonly string[]>> = {
  'review --done': ['--as', 'editor', '--scope', 'facts'],
  'new note': ['--significance', 'major', '--note', 'The page says how many boats a village keeps.', '--covers', 'all'],
};

const WORDS = 'The reason is public.';

/** Reports, which always do what they are for; what needs a network or a browser; commands without what they are about. */
const ELSEWHERE =
  /^(?:(?:build|start|edit|preview|serve|links|toolkit|bench|check|generate)\b.*|review|review -- --done|move|withdraw|redact)$/;

/** The commands that a message names, as words. A pattern such as `<page>` is not one. */
function commandsIn(message: string): string[][] {
  const named = [...message.matchAll(/`npm run ([a-z-]+)(?: -- ([^`]+))?`/g)];
  return named.flatMap(([, name = '', options = '']) => {
    const line = options === '' ? name : `${name} -- ${options}`;
    if (ELSEWHERE.test(line) || /<|"text"/.test(line)) return [];
    const words = [...options.matchAll(/"([^"]*)"|'([^']*)'|\S+/g)].map(([word, a, b]) => a ?? b ?? word);
    const argv = [name, ...words.map((word) => (word === '...' ? WORDS : word))];
    const added = ADDED[name] ?? ADDED[argv.slice(0, 2).join(' ')] ?? [];
    return [[...argv, ...(argv.includes(added[0] ?? '') ? [] : added)]];
  });
}

/** Runs commands, each in a folder with the same files, and once; gives what they print by their words. */
function runnerIn(folder: string): (argv: readonly string[]) => Promise<Ran> {
  const known = new Map<string, Ran>();
  let copy: string | undefined;
  return async (argv) => {
    const line = argv.join(' ');
    const before = known.get(line);
    if (before) return before;
    const cwd = copy ?? copyOf(folder);
    const {code, stdout, stderr} = await runCommand(argv, cwd);
    // What refuses or reports changes no file.
    const isSame = code !== 0 || ['check'].includes(argv[0] ?? '');
    copy = isSame ? cwd : undefined;
    const ran = {isRefused: code !== 0, text: `${stdout}${stderr}`, folder: isSame ? undefined : cwd};
    known.set(line, ran);
    return ran;
  };
}

/** What a command did. */
interface Ran {
  isRefused: boolean;
  text: string;
  /** The folder as it is since, where it may be another. */
  folder: string | undefined;
}

/** Runs the commands that a message names; returns those that refuse. */
async function refusedAdvice(message: string, run: ReturnType<typeof runnerIn>): Promise<string[]> {
  const refused: string[] = [];
  for (const argv of commandsIn(message)) {
    const {isRefused, text} = await run(argv);
    if (isRefused) refused.push(`${argv.join(' ')}: ${text}`);
  }
  return refused;
}

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

const someone = noteExample('pages: [priorities/homes]\n');

/** States in which people have been stuck: files, and then the states that follow from each other, each with what happened. */
const STATES: readonly (readonly [ExampleFiles, Readonly<Record<string, readonly ((cwd: string) => unknown)[]>>])[] = [
  [
    unseenFiles(),
    {
      'before launch': [],
      'before launch, with a note': [run('new', 'note'), write('blog/_pending/a.md', noteExample('pages: [boats]\n'))],
    },
  ],
  [unseenFiles(), {'launched and changed': [run('publish', '--launch'), homes]}],
  [
    publishedFiles(),
    {
      'nothing waits': [],
      'changed without a note': [homes],
      'changed with a note that leaves it out': [write('blog/_pending/a.md', someone)],
    },
  ],
  [
    waitingFiles(),
    {
      'notes wait': [],
      'published just now': [run('publish')],
      'published, and changed since': [homes],
    },
  ],
  [publishedFiles(), {'an edition frozen alone': [run('publish', '--edition')]}],
  [publishedFiles(), {'a note about a page that is as it was': [write('blog/_pending/a.md', someone)]}],
  [publishedFiles(), {'a published page that is gone': [remove('handbook/contribute/help.md')]}],
  [
    {...publishedFiles(), 'docs/priorities/homes.md': CHANGED},
    {
      'a heading that is gone': [
        run('new', 'note', '--significance', 'major', '--note', 'The page asks for three boats.', '--covers', 'all'),
        run('publish'),
        write('docs/priorities/homes.md', CHANGED.replace('## Ropes', '## Lines')),
      ],
    },
  ],
];

const COMMANDS = [
  ['check'],
  ['review'],
  ['new', 'note'],
  ['publish'],
  ['publish', '--edition'],
  ['publish', '--undo'],
  ['review', '--done', 'priorities/homes', '--as', 'editor', '--scope', 'facts'],
];

const chains = STATES.map(([files, states]) => [Object.keys(states).join('; '), files, states] as const);

test.each(chains)('in these states, no message names a command that refuses: %s', async (_, files, states) => {
  const folder = folderWith(files as Record<string, string>);
  startRepository(folder);
  git(folder, 'clone', '--quiet', '--bare', '.', '.git/remote');
  git(folder, 'remote', 'add', 'origin', './.git/remote');
  git(folder, 'fetch', '--quiet', 'origin');
  // One file for all objects: the folder is copied often.
  git(folder, 'repack', '-a', '-d', '--quiet');
  for (const [name, steps] of Object.entries(states)) {
    for (const step of steps) await step(folder);
    const runHere = runnerIn(folder);
    const isAtLaunch = /launch|nothing/.test(name);
    for (const argv of [...COMMANDS, ...(isAtLaunch ? [['publish', '--launch']] : [])]) {
      const ran = await runHere(argv);
      const refused = await refusedAdvice(ran.text, ran.folder === undefined ? runHere : runnerIn(ran.folder));
      expect(refused, `${name}: ${argv.join(' ')}: ${ran.text}`).toEqual([]);
    }
  }
});
