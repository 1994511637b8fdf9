import {defineConfig} from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', './tests/support/plain-count-reporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/{client,content,store,plugins,scripts,deploy,project}/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          // Needs web servers that no package of npm brings: `npm run test:servers`.
          name: 'servers',
          include: ['tests/servers/**/*.test.ts'],
          testTimeout: 60_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/{built,browser}/**/*.test.ts'],
          globalSetup: './tests/support/build-sites.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // The browser and the builds share two cores; one file after another is faster than a jam.
          fileParallelism: false,
        },
      },
    ],
  },
});
