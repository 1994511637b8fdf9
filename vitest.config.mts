import {availableParallelism} from 'node:os';
import path from 'node:path';
import {configDefaults, defineConfig} from 'vitest/config';
import {BaseSequencer, type TestSpecification} from 'vitest/node';

// Packages as toolkits run them: Vitest would take their development builds, which need twice as long to parse Markdown.
process.env.NODE_ENV = 'production';

// Commands in copies of toolkits would each compile the same code again.
process.env.NODE_COMPILE_CACHE ??= path.join(import.meta.dirname, '.tmp/compile-cache');

const ENGINE_SITE_TESTS = 'tests/engine/site/{built,browser}/**/*.test.ts';
const SERVER_TESTS = 'tests/engine/servers/**/*.test.ts';
const CONTENT_SITE_TESTS = 'tests/content/site/**/*.test.ts';
const NIGHTLY_TESTS = 'tests/engine/nightly/**/*.test.ts';
const CONTENT_NIGHTLY_TESTS = 'tests/content/nightly/**/*.test.ts';

/** Tests of jobs, which start servers and git. */
const JOB_TESTS = [
  'tests/engine/app/jobs/*.test.ts',
  'tests/engine/features/feeds/updates-by-email.test.ts',
  'tests/engine/features/outside-links/link-report.test.ts',
  'tests/engine/features/contributions/proposals/{open,receive}-proposal.test.ts',
];

/** Tests of jobs, which run on Linux only, and of builds with another path to programs. */
const LINUX_TESTS =
  process.platform === 'win32' ? [...JOB_TESTS, 'tests/engine/site/built/own-builds/reproducible.test.ts'] : [];

/** Tests that start many processes, each of which costs what the process that starts it has in memory. */
const PROCESS_TESTS = [
  'tests/engine/**/kill*.test.ts',
  'tests/engine/io/transaction/lock.test.ts',
  ...JOB_TESTS,
  'tests/engine/app/check/check-changes.test.ts',
  'tests/engine/app/undo/undo.test.ts',
  'tests/engine/features/redaction/redact.test.ts',
  'tests/engine/scripts/toolkit.test.ts',
];

/** Waits for npm for most of its time: begun last, it would keep one processor idle. */
const LONGEST_TEST = 'first-contact.test.ts';

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const {true: first = [], false: others = []} = Object.groupBy(
      await super.sort(files),
      ({moduleId}) => `${moduleId.endsWith(LONGEST_TEST)}` as const,
    );
    const next = others.findIndex(({project}) => project.name.endsWith('-site'));
    return others.toSpliced(Math.max(next, 0), 0, ...first);
  }
}

/** Long enough for a computer that does much else: a test that waits for nothing never needs it. */
const PATIENT = {testTimeout: 120_000, hookTimeout: 120_000};

const UNIT = {...PATIENT, maxWorkers: availableParallelism()};

/**
 * Files share the modules that a worker has loaded, which is most of what a short file costs: no test may leave anything
 * changed in its process.
 */
const SHARED = {isolate: false};

/** Of built sites, in a browser: two files at a time, as each starts programs that use a processor of their own. */
const SITE = {...SHARED, ...PATIENT, maxWorkers: 2, sequence: {groupOrder: 1}};

export default defineConfig({
  test: {
    sequence: {sequencer: LongestFirst},
    reporters: ['default', './tests/engine/support/plain-count-reporter.ts'],
    projects: [
      {
        test: {
          ...UNIT,
          ...SHARED,
          name: 'engine',
          include: ['tests/engine/**/*.test.ts'],
          exclude: [
            ...configDefaults.exclude,
            ENGINE_SITE_TESTS,
            SERVER_TESTS,
            NIGHTLY_TESTS,
            ...PROCESS_TESTS,
            ...LINUX_TESTS,
          ],
        },
      },
      {
        test: {
          ...UNIT,
          ...SHARED,
          name: 'engine-processes',
          include: PROCESS_TESTS,
          exclude: [...configDefaults.exclude, ...LINUX_TESTS],
        },
      },
      {
        test: {
          ...SITE,
          name: 'engine-site',
          include: [ENGINE_SITE_TESTS],
          exclude: [...configDefaults.exclude, ...LINUX_TESTS],
          globalSetup: './tests/engine/support/sites/build-sites.ts',
        },
      },
      {
        test: {
          // This toolkit's own content: another publisher keeps what holds for theirs.
          ...UNIT,
          ...SHARED,
          name: 'content',
          include: ['tests/content/**/*.test.ts'],
          exclude: [...configDefaults.exclude, CONTENT_SITE_TESTS, CONTENT_NIGHTLY_TESTS],
        },
      },
      {
        test: {
          ...SITE,
          name: 'content-site',
          include: [CONTENT_SITE_TESTS],
          globalSetup: './tests/content/site/build-site.ts',
        },
      },
      {
        test: {
          // Takes an hour, and needs Java: the workflow `nightly.yml`.
          ...UNIT,
          ...SHARED,
          name: 'nightly',
          include: [NIGHTLY_TESTS, CONTENT_NIGHTLY_TESTS],
          globalSetup: './tests/content/site/build-site.ts',
        },
      },
      {
        test: {
          // Needs web servers that no package of npm brings: `npx vitest run --project servers`.
          name: 'servers',
          include: [SERVER_TESTS],
          testTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
