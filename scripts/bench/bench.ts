import {listWords} from '../../src/format/nearest.ts';
import {ExitError} from '../../src/fs/exit-error.ts';
import type {Run} from '../commands.ts';
import {benchBuild} from './bench-build.ts';
import {benchFaults} from './bench-faults.ts';
import {benchWeight} from './bench-weight.ts';

const BENCHES = {build: benchBuild, weight: benchWeight, faults: benchFaults};

/** `toolkit bench <what>`: measures ours and peers in the same run, or how many seeded faults the tests find. */
export const run: Run<'bench'> = async (options, io, [name]) => {
  if (name === undefined) {
    const names = Object.keys(BENCHES);
    throw new ExitError(
      `nothing was named to measure, expected ${listWords(names)}`,
      `Run \`npm run bench -- ${names[0]}\`.`,
    );
  }
  await BENCHES[name](io, options);
  return 0;
};
