import {explainError} from '../src/app/explain-error.ts';
import {keepResultsIn} from '../src/content/memo.ts';
import {type Command, GROUPS, shownOptions} from '../src/io/cli/command-types.ts';
import {reportFailure} from '../src/io/cli/exit-error.ts';
import type {Io} from '../src/io/cli/io.ts';
import {FileResultStore} from '../src/io/result-store.ts';
import {recover} from '../src/io/transaction/commit.ts';
import type {FeatureCommand} from '../src/site/feature-hooks.ts';
import {type ParsedCommand, parseCommand} from './cli/parse-command.ts';
import {COMMANDS, type CommandName, FEATURE_COMMANDS, type Run} from './commands.ts';

/** The code of each command, loaded only when it runs. */
const IMPLEMENTATIONS: {readonly [Name in CommandName]: () => Promise<{run: Run<Name>}>} = {
  check: () => import('./check.ts'),
  new: () => import('./new.ts'),
  review: () => import('./review.ts'),
  publish: () => import('./publish.ts'),
  move: () => import('./move.ts'),
  withdraw: () => import('./withdraw.ts'),
  generate: () => import('./generate.ts'),
  preview: () => import('./preview.ts'),
  build: async () => ({run: (await import('./docusaurus.ts')).build}),
  start: async () => ({run: (await import('./docusaurus.ts')).start}),
  create: () => import('./create.ts'),
  job: () => import('./job.ts'),
};

/** Commands that check a whole toolkit: with many editions, most texts are the same and are read once. */
const CHECKING_COMMANDS = ['check', 'publish', 'review'];

/** Runs the command that the arguments name; returns the exit code: 0 clean, 1 problems found, 2 could not run. */
export async function runToolkit(argv: readonly string[], io: Io): Promise<number> {
  try {
    const parsed = parseCommand(argv);
    if (!parsed) {
      io.stdout.write(renderHelp(argv.includes('--all')));
      return 0;
    }
    const {name, command} = parsed;
    if (parsed.help) {
      io.stdout.write(renderCommandHelp(name, command));
      return 0;
    }
    if (command.writes) await endInterrupted(io);
    return await runParsed(parsed, io);
  } catch (error) {
    return reportFailure(explainError(error), io);
  }
}

async function runParsed({name, options, words}: ParsedCommand, io: Io): Promise<number> {
  const feature = FEATURE_COMMANDS.get(name);
  const load: FeatureCommand['load'] = feature?.load ?? IMPLEMENTATIONS[name as CommandName];
  const {run} = await load();
  // The parser has compared every option and argument with the row of the command.
  return run(options as never, io, words as never);
}

/** Completes or undoes what an interrupted command had begun, and reports which. */
async function endInterrupted({cwd, stderr}: Io): Promise<void> {
  const recovery = await recover(cwd);
  if (recovery.outcome === 'nothing') return;
  const end = {completed: 'every change is made now', undone: 'every file is as it was before'}[recovery.outcome];
  stderr.write(`\`${recovery.command}\` was interrupted: ${end}\n`);
}

/** The reader of the output may stop early, as `head` does; the command continues. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

if (import.meta.main) {
  process.stdout.on('error', endQuietly);
  process.stderr.on('error', endQuietly);
  const inputEnd = new AbortController();
  // Only an open question is left, and its input has ended.
  process.once('beforeExit', () => inputEnd.abort());
  const cwd = process.cwd();
  const argv = process.argv.slice(2);
  const results = CHECKING_COMMANDS.includes(argv[0] ?? '') ? new FileResultStore(cwd, 'commands') : undefined;
  keepResultsIn(results);
  try {
    process.exitCode = await runToolkit(argv, {
      cwd,
      today: process.env.TOOLKIT_TODAY ?? new Date().toISOString().slice(0, 10),
      stdout: process.stdout,
      stderr: process.stderr,
      inputEnd: inputEnd.signal,
    });
  } catch (error) {
    console.error(error);
    process.stderr.write('\nThis is a bug in the toolkit: report it with the lines above.\n');
    process.exitCode = 2;
  }
  results?.save();
}

/** The list of commands, by group. */
function renderHelp(isAll: boolean): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const groups = Object.entries(GROUPS).filter(([group]) => isAll || group !== 'workflows');
  const blocks = groups.map(([group, title]) => {
    const rows = Object.entries(COMMANDS).filter(([, command]) => command.group === group);
    return [title, ...rows.map(([name, {summary}]) => `  ${name.padEnd(width)}  ${summary}`)].join('\n');
  });
  const more = [
    'How to use one: npm run toolkit -- <command> --help',
    ...(isAll ? [] : ['Commands that workflows run: npm run toolkit -- --help --all']),
  ];
  return `Usage: npm run <command> -- [options]\n\n${blocks.join('\n\n')}\n\n${more.join('\n')}\n`;
}

function renderCommandHelp(name: string, command: Command): string {
  const {summary, words, text, usage, examples} = command;
  const all = shownOptions(command);
  const width = Math.max(0, ...all.map(([option]) => option.length));
  const byRun = `npm run ${name}${all.length > 0 || words || text ? ' --' : ''}${words ? ` ${words.join('|')}` : ''}${text ? (words ? ` "${text}"` : ` [${text} ...]`) : ''}${all.length > 0 ? ' [options]' : ''}`;
  return [
    `${summary}.`,
    '',
    `Usage: ${usage ?? byRun}`,
    ...(all.length > 0 ? ['', ...all.map(([option, help]) => `  ${option.padEnd(width)}  ${help}`)] : []),
    '',
    'Examples:',
    ...examples.map((example) => `  ${example}`),
    '',
  ].join('\n');
}
