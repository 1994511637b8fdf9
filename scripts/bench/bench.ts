import {listWords} from '../../src/format/nearest.ts';
import type {Io, Run} from '../../src/fs/io.ts';
import {ExitError} from '../../src/fs/io.ts';
import {benchCheck} from './bench-check.ts';
import {benchLinks} from './bench-links.ts';
import {benchWeight} from './bench-weight.ts';

const BENCHES: Readonly<Record<string, (io: Io) => Promise<void>>> = {
  weight: benchWeight,
  check: benchCheck,
  links: benchLinks,
};

/** `toolkit bench <what>`: measures ours and a peer on the same pages in the same run. */
export const run: Run = async (_options, io, [name]) => {
  const bench = name === undefined ? undefined : BENCHES[name];
  if (!bench) {
    const names = Object.keys(BENCHES);
    throw new ExitError(
      `nothing was named to measure, expected ${listWords(names)}`,
      `Run \`npm run bench -- ${names[0]}\`.`,
    );
  }
  await bench(io);
  return 0;
};
