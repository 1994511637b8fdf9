import type {Command} from '../../io/cli/command-types.ts';
import type {Feature} from '../../site/feature-hooks.ts';

export const AUDIT = {
  group: 'workflows',
  summary: 'Check the built pages: valid HTML, and accessibility in a browser on a phone and a desktop screen',
  options: {},
  usage: 'npm run toolkit -- audit',
  examples: ['npm run build && npm run toolkit -- audit'],
} as const satisfies Command;

export const audit: Feature = {
  name: 'audit',
  description: 'Checks the built pages for valid HTML and accessibility in a browser.',
  commands: {audit: {row: AUDIT, load: () => import('./audit.ts')}},
};
