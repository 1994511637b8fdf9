import type {Command} from '../../io/cli/command-types.ts';
import type {Feature} from '../../site/feature-hooks.ts';

export const IMPORT = {
  group: 'now-and-then',
  summary: 'Bring the pages of a site of Docusaurus, Jekyll or Material for MkDocs from a folder',
  options: {},
  writes: true,
  text: 'folder',
  usage: 'npm run toolkit -- import <folder>',
  examples: ['npm run toolkit -- import ../old-site'],
} as const satisfies Command;

export const importing: Feature = {
  name: 'import',
  description: 'Brings the pages, pictures and addresses of another site.',
  commands: {import: {row: IMPORT, load: () => import('./import.ts')}},
};
