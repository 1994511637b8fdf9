import {loadConfig} from '../../src/store/load-toolkit.ts';
import type {Run} from '../io.ts';
import {checkOutside} from './external/check-outside.ts';
import {renderOutside} from './external/render-outside.ts';

/** `toolkit links --external`: checks the links to other sites. */
export const run: Run = async (options, io) => {
  const since = options.since === undefined ? undefined : String(options.since);
  const {problems, closing} = await checkOutside(io, {since});
  if (problems.length > 0) io.stdout.write(`${renderOutside(problems, loadConfig(io.cwd))}\n`);
  io.stderr.write(`${closing.join('\n')}\n`);
  return problems.some(({severity}) => severity === 'error') ? 1 : 0;
};
