import type {Readable} from 'node:stream';
import {Writable} from 'node:stream';

/** What a command may touch of the world; tests pass their own. */
export interface Io {
  /** The folder of the toolkit. */
  cwd: string;
  /** The day of the run, `2026-11-24`, for notices that depend on time. */
  today: string;
  stdout: Writer;
  stderr: Writer;
  /** Where answers are typed; the process' own where it is left out. */
  stdin?: Readable & {isTTY?: boolean};
  /** Fires once nobody can answer any more, because the input of the terminal has ended. */
  inputEnd?: AbortSignal;
  /** What a job has in its environment; the process' own where it is left out. */
  env?: NodeJS.ProcessEnv;
  /** How long a job waits for GitHub; as long as GitHub asks where it is left out. */
  pace?: Pace;
}

/** How long a job waits for GitHub, in milliseconds. */
export interface Pace {
  /** From one thing that is written to the next. */
  betweenWrites: number;
  /** The same where people are told of it: an issue, a comment, a pull request. */
  betweenNotices: number;
  /** What counts as a second wherever GitHub asks to wait for some, and before a failure is tried again. */
  second: number;
  /** How long one answer may take. */
  longestAnswer: number;
}

interface Writer {
  write(text: string): unknown;
  /** Whether somebody watches; absent where nobody does. */
  isTTY?: boolean;
  /** Whether it shows colours; terminals ask `NO_COLOR` and `FORCE_COLOR`. */
  hasColors?(): boolean;
}

/** Both ends of a conversation. */
export interface Terminal {
  input: Readable;
  output: Writable;
  /** Breaks an open question off. */
  signal?: AbortSignal;
}

/** The terminal that somebody sits at; `undefined` where a pipe or a file stands at either end. */
export function terminalOf({stdin = process.stdin, stdout, inputEnd}: Io): Terminal | undefined {
  const isWatched = stdin.isTTY === true && stdout.isTTY === true;
  if (!isWatched || !(stdout instanceof Writable)) return undefined;
  return {input: stdin, output: stdout, ...(inputEnd && {signal: inputEnd})};
}

/** A failure that is no bug: its message and fix are printed, and the command ends with this exit code. */
export class ExitError extends Error {
  override name = 'ExitError';
  readonly code: number;
  readonly fix: string;
  /** What the command did after all, in a sentence of its own after long lists of reasons. */
  readonly outcome: string | undefined;

  constructor(message: string, fix: string, code = 2, outcome?: string) {
    super(message);
    this.code = code;
    this.fix = fix;
    this.outcome = outcome;
  }
}

/** Runs a command on its options, the world and its words; gives the exit code. */
export type Run = (options: Record<string, string | boolean | undefined>, io: Io, words: string[]) => Promise<number>;
