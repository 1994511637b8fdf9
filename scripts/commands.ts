import type {ParseArgsOptionsConfig} from 'node:util';
import type {Run} from './io.ts';

type Option = ParseArgsOptionsConfig[string] & {help: string};

export interface Command {
  summary: string;
  options: Readonly<Record<string, Option>>;
  /** The words it takes beside options. */
  words?: readonly string[];
  examples: readonly string[];
  load(): Promise<{run: Run}>;
}

/** Every command; help, parsing and the names in messages come from this table alone. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  check: {
    summary: 'Check the pages and report every problem, with what to do',
    options: {
      model: {type: 'boolean', help: 'only what a build needs: files, front matter, addresses'},
      release: {type: 'boolean', help: 'refuse values that only a publisher can decide'},
    },
    examples: ['npm run check', 'npm run check -- --model'],
    load: () => import('./check/check.ts'),
  },
  'record-edition': {
    summary: 'Put the pages that an unfinished edition has gained on its record',
    options: {edition: {type: 'string', help: 'the name of the edition'}},
    examples: ['npm run record-edition -- --edition 2017-03'],
    load: () => import('./record-edition/record-edition.ts'),
  },
  generate: {
    summary: 'Write the files that follow from the configuration and the schemas, such as issue forms',
    options: {check: {type: 'boolean', help: 'write nothing; report files that differ'}},
    examples: ['npm run generate', 'npm run generate -- --check'],
    load: () => import('./generate/generate.ts'),
  },
  preview: {
    summary: 'Serve the built site on this machine',
    options: {port: {type: 'string', help: 'the first port to try (3000)'}},
    examples: ['npm run preview'],
    load: () => import('./preview/preview.ts'),
  },
  bench: {
    summary: 'Measure what a page weighs, beside stock Docusaurus',
    options: {},
    words: ['weight'],
    examples: ['npm run bench -- weight'],
    load: () => import('./bench/bench.ts'),
  },
};
