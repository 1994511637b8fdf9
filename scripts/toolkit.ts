import {asRefusal} from '../src/fs/exit-error.ts';
import type {Io} from '../src/fs/io.ts';
import {recover} from '../src/fs/transaction/recover.ts';
import {parseCommand} from './cli/parse-command.ts';
import type {Command} from './commands.ts';
import {COMMANDS, RENAMED} from './commands.ts';

/** Runs the command that the words name; gives the exit code: 0 clean, 1 problems found, 2 could not run. */
export async function runToolkit(argv: readonly string[], io: Io): Promise<number> {
  const [word = ''] = argv;
  if (Object.hasOwn(RENAMED, word)) {
    io.stderr.write(`\`npm run ${word}\` is now \`npm run ${RENAMED[word]}\`.\n`);
    return 2;
  }
  try {
    const parsed = parseCommand(argv);
    if (!parsed) {
      io.stdout.write(renderHelp());
      return 0;
    }
    if (parsed.help) {
      io.stdout.write(renderCommandHelp(parsed.name, parsed.command));
      return 0;
    }
    if (parsed.command.writes) await endInterrupted(io);
    const {run} = await parsed.command.load();
    return await run(parsed.options, io, parsed.words);
  } catch (error) {
    const refused = asRefusal(error);
    if (!refused) throw error;
    io.stderr.write(`${refused.message}\n  fix: ${refused.fix}\n`);
    if (refused.outcome !== undefined) io.stderr.write(`${refused.outcome}\n`);
    return refused.code;
  }
}

/** Ends what an interrupted command had begun, and says so. */
async function endInterrupted({cwd, stderr}: Io): Promise<void> {
  const recovery = await recover(cwd);
  if (recovery.outcome === 'nothing') return;
  const end = {completed: 'every change is made now', undone: 'every file is as it was before'}[recovery.outcome];
  stderr.write(`\`${recovery.command}\` was interrupted: ${end}\n`);
}

/** Whoever reads the output may have seen enough, as `head` has: the command goes on without readers. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

if (import.meta.main) {
  process.stdout.on('error', endQuietly);
  process.stderr.on('error', endQuietly);
  const inputEnd = new AbortController();
  // Nothing is left to do but an open question, and nobody is left to answer it.
  process.once('beforeExit', () => inputEnd.abort());
  try {
    process.exitCode = await runToolkit(process.argv.slice(2), {
      cwd: process.cwd(),
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
}

/** The list of commands. */
function renderHelp(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const lines = Object.entries(COMMANDS).map(([name, {summary}]) => `  ${name.padEnd(width)}  ${summary}`);
  return `Usage: npm run <command> -- [options]\n\n${lines.join('\n')}\n`;
}

/** How one command is used. */
function renderCommandHelp(name: string, {summary, options, words, text, examples}: Command): string {
  const all = Object.entries(options).map(([option, {help, type, alone}]) => [
    `--${option}${type === 'string' ? (alone === undefined ? ' <value>' : ' [value]') : ''}`,
    help,
  ]);
  const width = Math.max(0, ...all.map(([option]) => option?.length ?? 0));
  return [
    `${summary}.`,
    '',
    `Usage: npm run ${name}${all.length > 0 || words || text ? ' --' : ''}${words ? ` ${words.join('|')}` : ''}${text ? (words ? ` "${text}"` : ` [${text} ...]`) : ''}${all.length > 0 ? ' [options]' : ''}`,
    ...(all.length > 0 ? ['', ...all.map(([option, help]) => `  ${option?.padEnd(width)}  ${help}`)] : []),
    '',
    'Examples:',
    ...examples.map((example) => `  ${example}`),
    '',
  ].join('\n');
}
