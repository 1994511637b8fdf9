/** What a command may touch of the world; tests pass their own. */
export interface Io {
  /** The folder of the toolkit. */
  cwd: string;
  /** The day of the run, `2026-11-24`, for notices that depend on time. */
  today: string;
  stdout: Writer;
  stderr: Writer;
}

interface Writer {
  write(text: string): unknown;
}

/** A failure that is no bug: its message and fix are printed, and the command ends with this exit code. */
export class ExitError extends Error {
  override name = 'ExitError';
  readonly code: number;
  readonly fix: string;

  constructor(message: string, fix: string, code = 2) {
    super(message);
    this.code = code;
    this.fix = fix;
  }
}

/** Runs a command on its options, the world and its words; gives the exit code. */
export type Run = (options: Record<string, string | boolean | undefined>, io: Io, words: string[]) => Promise<number>;
