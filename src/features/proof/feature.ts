import path from 'node:path';
import {UPDATES} from '../../content/addresses/feed-addresses.ts';
import type {Command} from '../../io/cli/command-types.ts';
import {textOf} from '../../language/text.ts';
import type {Feature} from '../../site/feature-hooks.ts';
import {HEADS, QUOTATIONS, recordAddress, SENTENCES_FRAME, VERIFIER} from './addresses.ts';

export const VERIFY = {
  group: 'workflows',
  summary: 'Show that no published text was changed without a public note: in this folder, or on a site',
  text: 'address',
  options: {
    head: {
      type: 'string',
      help: 'all 64 characters of a head from an email, a feed or a page of an update',
    },
  },
  examples: [
    'npm run verify',
    'npm run verify -- https://toolkit.example --head 259bf6df5727ea6e8b0d3f6f94bb5eae5e530c9a4f403182f1aa0acbec5577ac',
  ],
} as const satisfies Command;

/** Shows the sentence history of pages, checks quotations, and lets anybody verify the records. */
export const proof: Feature = {
  name: 'proof',
  commands: {verify: {row: VERIFY, load: () => import('./verify/verify.ts')}},
  pages: (config) => {
    const {proof: t} = textOf(config);
    return [{address: QUOTATIONS, title: t.quotations, about: t.lead, list: 'updates'}];
  },
  routes: ({toolkit: {updates}}) => [
    ...(updates.length === 0 ? [] : [{address: SENTENCES_FRAME, component: 'SentencesFrame', props: {}}]),
    {address: QUOTATIONS, component: 'QuotationsPage', props: {isEmpty: updates.length === 0}},
  ],
  parts: path.join(import.meta.dirname, 'parts'),
  keeps: () => [VERIFIER, HEADS, recordAddress('*'), `${UPDATES}*/notes.txt`, `${UPDATES}*/texts/*.txt`],
  files: async (site) => (site.toolkit.updates.length === 0 ? [] : (await import('./proof-files.ts')).proofFiles(site)),
};
