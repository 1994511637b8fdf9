import {type Readable, Writable} from 'node:stream';

/** Everything outside the program that a command may use; tests pass their own. */
export interface Io {
  cwd: string;
  /** The day of the run, `2026-11-24`, for notices that depend on time. */
  today: string;
  stdout: Writer;
  stderr: Writer;
  /** Where answers are typed; defaults to the standard input of the process. */
  stdin?: Readable & {isTTY?: boolean};
  /** Aborts when the input of the terminal ends, because no answer can follow. */
  inputEnd?: AbortSignal;
  /** The environment of a job; defaults to that of the process. */
  env?: NodeJS.ProcessEnv;
  /** How long a job waits for GitHub; defaults to what GitHub asks for. */
  pace?: Pace;
}

/** How long a job waits for GitHub, in milliseconds. */
export interface Pace {
  betweenWrites: number;
  /** Between two requests that notify people: an issue, a comment, a pull request. */
  betweenNotices: number;
  /** The length of a second when GitHub asks to wait, and before a retry. */
  second: number;
  longestAnswer: number;
}

interface Writer {
  write(text: string): unknown;
  isTTY?: boolean;
  /** Whether it shows colours; terminals ask `NO_COLOR` and `FORCE_COLOR`. */
  hasColors?(): boolean;
}

/** Shows on a terminal how many things have been checked: `pages`. */
export function progressOf({stderr}: Pick<Io, 'stderr'>, things: string): (done: number, total: number) => void {
  return (done, total) => {
    if (stderr.isTTY) stderr.write(`\rchecked ${done} of ${total} ${things}${done === total ? '\n' : ''}`);
  };
}

/** Where questions are shown and answers are typed. */
export interface Terminal {
  input: Readable;
  output: Writable;
  /** Cancels an open question. */
  signal?: AbortSignal;
}

/** The terminal; `undefined` where the input or the output is a pipe or a file. */
export function terminalOf({stdin = process.stdin, stdout, inputEnd}: Io): Terminal | undefined {
  const isWatched = stdin.isTTY === true && stdout.isTTY === true;
  if (!isWatched || !(stdout instanceof Writable)) return undefined;
  return {input: stdin, output: stdout, ...(inputEnd && {signal: inputEnd})};
}
