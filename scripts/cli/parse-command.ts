import {parseArgs} from 'node:util';
import {listWords, nearest} from '../../src/format/nearest.ts';
import {type Command, helpFor, listChoices, optionHelp, unknownWord} from '../../src/io/cli/command-types.ts';
import {ExitError} from '../../src/io/cli/exit-error.ts';
import {COMMANDS} from '../commands.ts';

export interface ParsedCommand {
  name: string;
  command: Command;
  options: Readonly<Record<string, string | boolean | undefined>>;
  words: readonly string[];
  help: boolean;
}

type Options = Command['options'];

/**
 * Reads the command line; runs nothing.
 *
 * @returns `undefined` where the list of commands is asked for
 * @throws {ExitError} for an unknown command, option or value, naming the nearest valid one.
 */
export function parseCommand(argv: readonly string[]): ParsedCommand | undefined {
  const [name, ...rest] = argv;
  if (name === undefined || ['--help', '--all', 'help'].includes(name)) return undefined;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw unknownWord('command', name, Object.keys(COMMANDS), '');
  const options: Options = {...command.options, help: {type: 'boolean', help: 'show this help'}};
  const {tokens, values, positionals} = parseArgs({
    args: fillIn(rest, command.options),
    options: {...command.options, help: {type: 'boolean', short: 'h'}},
    strict: false,
    tokens: true,
    allowPositionals: true,
  });
  let words = 0;
  for (const token of tokens) {
    if (token.kind === 'option') checkOption(token, options, name);
    if (token.kind !== 'positional') continue;
    const isFree = command.text !== undefined && (command.words === undefined || words > 0);
    words += 1;
    if (isFree && token.value.trim() === '') {
      throw new ExitError(`an empty argument given, expected the ${command.text}`, helpFor(name));
    }
    if (!isFree && !command.hasMoreWords && !command.words?.includes(token.value)) {
      throw unknownWord('argument', token.value, command.words ?? [], name);
    }
  }
  const {help, ...given} = values;
  return {name, command, options: given as ParsedCommand['options'], words: positionals, help: help === true};
}

interface WrittenOption {
  name: string;
  rawName: string;
  value: string | undefined;
  inlineValue: boolean | undefined;
}

/** Rejects an option that is unknown, or has no value, an unknown value or one too many. */
function checkOption({name, rawName, value, inlineValue}: WrittenOption, options: Options, command: string): void {
  const option = options[name];
  if (!option) {
    const known = Object.keys(options).map((other) => `--${other}`);
    throw unknownWord('option', rawName, known, command);
  }
  if (option.type === 'boolean') {
    if (value === undefined) return;
    throw new ExitError(
      `option \`${rawName}\` has the value \`${value}\`, expected none`,
      `Write only \`${rawName}\`.`,
    );
  }
  // A value that begins with a dash is the next option, unless an equals sign joins it: `--title=-10-`.
  if (value === undefined || (inlineValue !== true && /^-./.test(value))) {
    const expected = option.choices ? listChoices(option.choices, option.default) : `one: ${optionHelp(option)}`;
    throw new ExitError(`option \`${rawName}\` has no value, expected ${expected}`, helpFor(command));
  }
  if (!option.choices || option.choices.includes(value)) return;
  const near = nearest(value, option.choices);
  throw new ExitError(
    `option \`${rawName}\` is \`${value}\`, expected ${listWords(option.choices)}`,
    near ? `Write \`${rawName} ${near}\`.` : 'Write one of these.',
  );
}

/** Adds the value of options that are given without one: `--edition --dry-run`. */
function fillIn(args: readonly string[], options: Options): string[] {
  return args.map((arg, index) => {
    const option = options[arg.replace(/^--/, '')];
    const alone = option?.type === 'string' ? option.alone : undefined;
    const next = args[index + 1];
    const isAlone = arg.startsWith('--') && (next === undefined || next.startsWith('-'));
    return alone !== undefined && isAlone ? `${arg}=${alone}` : arg;
  });
}
