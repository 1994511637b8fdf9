import type {CANCEL_SYMBOL} from '@clack/prompts';
import {confirm, isCancel, multiselect, select, text} from '@clack/prompts';
import type {Terminal} from '../io.ts';
import {ExitError} from '../io.ts';

/** Puts questions to whoever sits at the terminal. */
export interface Asker {
  /** Asks for words until `fault` finds nothing wrong with them. */
  words(message: string, fault: (answer: string) => string | undefined, example?: string): Promise<string>;
  oneOf(message: string, terms: readonly string[]): Promise<string>;
  someOf(message: string, terms: readonly string[], required: boolean): Promise<string[]>;
  agree(message: string): Promise<boolean>;
}

/** Asks at a terminal. Every question throws an `ExitError` where it is broken off. */
export function createAsker(terminal: Terminal): Asker {
  const toOptions = (terms: readonly string[]) => terms.map((value) => ({value, label: value}));
  return {
    words: async (message, fault, placeholder = '') =>
      answered(await text({message, placeholder, validate: (answer = '') => fault(answer), ...terminal})),
    oneOf: async (message, terms) => answered(await select({message, options: toOptions(terms), ...terminal})),
    someOf: async (message, terms, required) =>
      answered(await multiselect({message, options: toOptions(terms), required, ...terminal})),
    agree: async (message) => answered(await confirm({message, initialValue: false, ...terminal})),
  };
}

function answered<T>(answer: T | typeof CANCEL_SYMBOL): T {
  if (isCancel(answer)) throw notWritten();
  return answer;
}

/** Somebody thought better of it. */
export function notWritten(): ExitError {
  return new ExitError('nothing was written, expected an answer', 'Run the command again when you are ready.');
}
