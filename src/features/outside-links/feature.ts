import type {Command} from '../../io/cli/command-types.ts';
import {type Feature, requireFile} from '../../site/feature-hooks.ts';

export const LINKS = {
  group: 'now-and-then',
  summary: 'Check links to other sites; `ledgers/links.json` keeps those that fail or have moved',
  writes: true,
  options: {
    since: {type: 'string', help: 'only links added since this commit or branch; nothing is kept'},
  },
  examples: ['npm run links', 'npm run links -- --since origin/main'],
} as const satisfies Command;

/** Asks every week whether links to other sites still open, and reports those that do not. */
export const outsideLinks: Feature = {
  name: 'outside-links',
  commands: {links: {row: LINKS, load: () => import('./links.ts')}},
  review: async (toolkit, today) => {
    const {changedSourceSection, linkSection} = await import('./link-problems.ts');
    return [linkSection(toolkit), changedSourceSection(toolkit, today)];
  },
  jobs: {
    'report-links': async (folder, env, io) =>
      (await import('./job/report.ts')).reportLinks(requireFile(folder, 'the folder with the ledger'), env, io),
  },
};
