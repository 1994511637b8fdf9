import {configDefaults, defineConfig} from 'vitest/config';

const SITE_TESTS = ['tests/engine/site/{built,browser}/**/*.test.ts', 'tests/content/site/**/*.test.ts'];
const SERVER_TESTS = ['tests/engine/servers/**/*.test.ts'];

export default defineConfig({
  test: {
    reporters: ['default', './tests/engine/support/plain-count-reporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...SITE_TESTS, ...SERVER_TESTS],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          // Needs web servers that no package of npm brings: `npm run test:servers`.
          name: 'servers',
          include: SERVER_TESTS,
          testTimeout: 60_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'site',
          include: SITE_TESTS,
          globalSetup: './tests/engine/support/sites/build-sites.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // The browser and the builds share two cores; one file after another is faster than a jam.
          fileParallelism: false,
        },
      },
    ],
  },
});
