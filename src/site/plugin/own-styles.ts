import {createRequire} from 'node:module';
import type {Plugin} from '@docusaurus/types';

const load = createRequire(import.meta.url);

/**
 * Keeps the preset's style framework and progress bar out: `src/css` holds every style of the site, and
 * 15 KB of rules to override would be 15 KB that each reader loads.
 */
export function ownStyles(): Plugin {
  const themeRoot = load.resolve('@docusaurus/theme-classic');
  const fromTheme = createRequire(themeRoot);
  return {
    name: 'own-styles',
    configureWebpack: () => ({
      resolve: {
        alias: {
          [fromTheme.resolve('infima/dist/css/default/default.css')]: false,
          [fromTheme.resolve('./nprogress.js')]: false,
        },
      },
    }),
  };
}
