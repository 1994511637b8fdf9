import type {Command} from '../../io/cli/command-types.ts';
import type {Feature} from '../../site/feature-hooks.ts';

export const REDACT = {
  group: 'now-and-then',
  summary: 'Remove a text or a whole page from every text file, with a public note that something was removed',
  writes: true,
  options: {
    why: {type: 'string', help: 'the reason, which is public'},
    page: {type: 'string', help: 'the id of a page to remove whole, instead of a text'},
    'dry-run': {type: 'boolean', help: 'show the files and the public note; write nothing'},
  },
  text: 'text',
  examples: [
    'npm run redact -- "text" --why "A person asked us to remove their name." --dry-run',
    'npm run redact -- --page case-studies/small-firms --why "..."',
  ],
} as const satisfies Command;

/** Removes a text or a page from every file for law or privacy, with a public note that something was removed. */
export const redaction: Feature = {
  name: 'redaction',
  commands: {redact: {row: REDACT, load: () => import('./redact.ts')}},
};
