import {listWords, nearest} from '../../format/nearest.ts';
import {ExitError} from './exit-error.ts';
import type {Io} from './io.ts';

interface Flag {
  type: 'boolean';
  help: string;
}

interface ValueOption {
  type: 'string';
  help: string;
  /** The only values it may have. */
  choices?: readonly string[];
  /** Its value when the option is left out. */
  default?: string;
  /** Its value when the option is given without one; other options with a value require theirs. */
  alone?: string;
}

export type Option = Flag | ValueOption;

/** The groups of commands in help; the last is shown only with `--all`. */
export const GROUPS = {
  'every-day': 'Every day',
  'now-and-then': 'Now and then',
  workflows: 'For workflows',
} as const;

export interface Command {
  group: keyof typeof GROUPS;
  summary: string;
  options: Readonly<Record<string, Option>>;
  /** Whether it writes files of the toolkit; an interrupted command is then completed or undone first. */
  writes?: boolean;
  /** What the first argument may be. */
  words?: readonly string[];
  /** Whether a toolkit can add to them: the command itself then rejects an unknown one. */
  hasMoreWords?: boolean;
  /** What free arguments are, `title`: those after the first if there are `words`, otherwise all. */
  text?: string;
  /** How it is called, if not by `npm run`. */
  usage?: string;
  examples: readonly string[];
}

type ValueOf<O extends Option> = O extends Flag
  ? boolean
  : O extends {choices: readonly (infer Choice)[]}
    ? Choice
    : string;

type WithDefault<Options> = {
  [Name in keyof Options]: Options[Name] extends {default: string} ? Name : never;
}[keyof Options];

/** The values of a command's options, as its row describes them. */
export type OptionValues<Options extends Command['options']> = {
  readonly [Name in WithDefault<Options>]: ValueOf<Options[Name]>;
} & {readonly [Name in Exclude<keyof Options, WithDefault<Options>>]?: ValueOf<Options[Name]>};

type Arguments<Row extends Command> = Row extends {words: readonly (infer Word)[]}
  ? readonly [word?: Row extends {hasMoreWords: true} ? string : Word, ...others: string[]]
  : readonly string[];

/** Runs a command with its options and arguments; returns the exit code. */
export type Run<Row extends Command> = (
  options: OptionValues<Row['options']>,
  io: Io,
  words: Arguments<Row>,
) => Promise<number>;

/** The options of a command in help and on the page of commands, each with what it does. */
export function shownOptions({options}: Command): [label: string, help: string][] {
  return Object.entries(options).map(([name, option]) => [optionLabel(name, option), optionHelp(option)]);
}

/** `--format <value>` */
function optionLabel(name: string, option: Option): string {
  if (option.type === 'boolean') return `--${name}`;
  return `--${name} ${option.alone === undefined ? '<value>' : '[value]'}`;
}

/** What an option does, with the values that it may have. */
export function optionHelp(option: Option): string {
  if (option.type === 'boolean' || !option.choices) return option.help;
  return `${option.help}: ${listChoices(option.choices, option.default)}`;
}

/** `text (the default), json or markdown` */
export function listChoices(choices: readonly string[], byDefault?: string): string {
  return listWords(choices.map((choice) => (choice === byDefault ? `${choice} (the default)` : choice))).replaceAll(
    '`',
    '',
  );
}

/** Rejects a word of the command line, and names the nearest valid one. */
export function unknownWord(kind: string, word: string, valid: readonly string[], command: string): ExitError {
  const near = nearest(word, valid);
  const expected = valid.length > 0 ? `, expected ${listWords(valid)}` : ', expected none';
  return new ExitError(
    `unknown ${kind} \`${word}\`${expected}`,
    near ? `Write \`${near}\`, the nearest of these.` : valid.length > 0 ? 'Write one of these.' : helpFor(command),
  );
}

export function helpFor(command: string): string {
  return `Run \`npm run toolkit -- ${command ? `${command} ` : ''}--help\` to see how to use it.`;
}
