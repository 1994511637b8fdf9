import {parseArgs} from 'node:util';
import {listWords, nearest} from '../../src/format/nearest.ts';
import {ExitError} from '../../src/fs/io.ts';
import type {Command} from '../commands.ts';
import {COMMANDS} from '../commands.ts';

/** What the words on the command line ask for. */
export interface ParsedCommand {
  name: string;
  command: Command;
  options: Record<string, string | boolean | undefined>;
  /** Words that are no options, such as the bench to run. */
  words: string[];
  help: boolean;
}

/**
 * Reads the command line; runs nothing.
 *
 * @throws {ExitError} for an unknown command or option, naming the nearest valid one.
 */
export function parseCommand(argv: readonly string[]): ParsedCommand | undefined {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === 'help') return undefined;
  const command = COMMANDS[name];
  if (!command) throw unknownWord('command', name, Object.keys(COMMANDS), '');
  const options = {...command.options, help: {type: 'boolean', short: 'h', help: 'show this help'} as const};
  const args = fillIn(rest, command.options);
  const {tokens, values, positionals} = parseArgs({args, options, strict: false, tokens: true, allowPositionals: true});
  let words = 0;
  for (const token of tokens) {
    if (token.kind === 'option') judgeOption(token, options, name);
    if (token.kind !== 'positional') continue;
    const isFree = command.text !== undefined && (command.words === undefined || words > 0);
    words += 1;
    if (isFree && token.value.trim() === '') {
      throw new ExitError(`an empty word given, expected the ${command.text}`, helpFor(name));
    }
    if (!isFree && !command.words?.includes(token.value)) {
      throw unknownWord('word', token.value, command.words ?? [], name);
    }
  }
  const {help, ...given} = values as ParsedCommand['options'];
  return {name, command, options: given, words: positionals, help: help === true};
}

/** An option as it was written. */
interface WrittenOption {
  name: string;
  rawName: string;
  value: string | undefined;
  inlineValue: boolean | undefined;
}

/** Refuses an option that is not known, that lacks its value, or that has one too many. */
function judgeOption({name, rawName, value, inlineValue}: WrittenOption, options: Command['options'], command: string) {
  const option = options[name];
  if (!option) {
    throw unknownWord(
      'option',
      rawName,
      Object.keys(options).map((known) => `--${known}`),
      command,
    );
  }
  if (option.type === 'boolean') {
    if (value === undefined) return;
    throw new ExitError(
      `option \`${rawName}\` has the value \`${value}\`, expected none`,
      `Write \`${rawName}\` alone.`,
    );
  }
  // What begins with a dash is the next option, unless a sign of equality joins it: `--title=-10-`.
  if (value !== undefined && (inlineValue === true || !/^-./.test(value))) return;
  throw new ExitError(`option \`${rawName}\` has no value, expected one: ${option.help}`, helpFor(command));
}

/** Gives options that may stand alone the value that they then hold: `--edition --dry-run`. */
function fillIn(args: readonly string[], options: Command['options']): string[] {
  return args.map((arg, index) => {
    const {alone} = options[arg.replace(/^--/, '')] ?? {};
    const next = args[index + 1];
    const isAlone = arg.startsWith('--') && (next === undefined || next.startsWith('-'));
    return alone !== undefined && isAlone ? `${arg}=${alone}` : arg;
  });
}

function unknownWord(kind: string, word: string, valid: readonly string[], command: string): ExitError {
  const near = nearest(word, valid);
  const expected = valid.length > 0 ? `, expected ${listWords(valid)}` : ', expected none';
  return new ExitError(
    `unknown ${kind} \`${word}\`${expected}`,
    near ? `Write \`${near}\`, the nearest of these.` : helpFor(command),
  );
}

function helpFor(command: string): string {
  return `Run \`npm run toolkit -- ${command ? `${command} ` : ''}--help\` to see how it is used.`;
}
