import type {Command} from '../../io/cli/command-types.ts';
import type {Feature} from '../../site/feature-hooks.ts';

export const IMPORT = {
  group: 'now-and-then',
  summary: 'Bring the Markdown pages of another site from a folder',
  options: {},
  writes: true,
  text: 'folder',
  usage: 'npm run toolkit -- import <folder>',
  examples: ['npm run toolkit -- import ../old-site'],
} as const satisfies Command;

/** Brings the pages, pictures and addresses of another site. */
export const importing: Feature = {
  name: 'import',
  commands: {import: {row: IMPORT, load: () => import('./import.ts')}},
};
