import type {Command} from '../../io/cli/command-types.ts';
import type {Feature} from '../../site/feature-hooks.ts';

export const EDIT = {
  group: 'every-day',
  summary: 'Write pages and their change notes in forms in a browser, with a preview',
  options: {
    port: {
      type: 'string',
      help: 'the port of the editor (3000), or the next free one; the site has the one after it',
    },
    'no-open': {type: 'boolean', help: 'do not open a browser'},
    fetch: {
      type: 'boolean',
      help: 'only fetch what the editor needs, for a build with `editor` in the configuration',
    },
  },
  writes: true,
  examples: ['npm run edit', 'npm run edit -- --port 4001'],
} as const satisfies Command;

/** Writing in forms in a browser, on the site or on this computer. */
export const editor: Feature = {
  name: 'editor',
  needs: ['contributions'],
  commands: {edit: {row: EDIT, load: () => import('./server/edit.ts')}},
  files: async (site) => (await import('./build-editor.ts')).editorFiles(site),
  headers: async (config) => (await import('./build-editor.ts')).editorHeaders(config),
};
