import {listWords} from '../../src/content/nearest.ts';
import type {Io, Run} from '../io.ts';
import {ExitError} from '../io.ts';
import {benchCheck} from './bench-check.ts';
import {benchDifferences} from './bench-differences.ts';
import {benchLinks} from './bench-links.ts';
import {benchOutlets} from './bench-outlets.ts';
import {benchWeight} from './bench-weight.ts';
import {benchLinksYear} from './links-year/bench-links-year.ts';

const BENCHES: Readonly<Record<string, (io: Io) => Promise<void>>> = {
  check: benchCheck,
  differences: benchDifferences,
  links: benchLinks,
  'links-year': benchLinksYear,
  outlets: benchOutlets,
  weight: benchWeight,
};

/** `toolkit bench <what>`: measures ours, and peers in the same run where there are any. */
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
