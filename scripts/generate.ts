import {generate} from '../src/app/generate/generate.ts';
import {COMMANDS, type Run} from './commands.ts';

/** `toolkit generate`: writes the generated files that differ and removes those for another host; with `--check` it reports them and writes nothing. */
export const run: Run<'generate'> = (options, io) => generate(options, io, COMMANDS);
