import path from 'node:path';
import {inject} from 'vitest';
import type {TestProject} from 'vitest/node';
import {findBrowser} from '../browser/find-browser.ts';
import {ROOT} from '../toolkits/copy-toolkit.ts';

/** The example as it is; the example with more laid over it, published on the day of the build; and this toolkit. */
type SiteName = 'flood' | 'large' | 'toolkit';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folders of the sites that the global setup built. */
    sites: Partial<Record<SiteName, string>>;
  }
}

/**
 * Builds sites once for all tests of a project, and makes a browser ready. Where a build fails, what it printed is shown,
 * the tests of that site fail, and all others run.
 */
export async function provideSites(
  project: TestProject,
  builds: Partial<Record<SiteName, () => Promise<string>>>,
): Promise<void> {
  const built = Object.entries(builds).map(async ([name, build]) => {
    try {
      return [[name, await build()]];
    } catch (error) {
      process.stderr.write(`The site \`${name}\` could not be built: ${(error as Error).message}\n`);
      return [];
    }
  });
  const browser = await findBrowser(path.join(ROOT, '.tmp'));
  project.provide('browser', browser);
  process.stdout.write(`Browser tests use ${browser.description}.\n`);
  project.provide('sites', Object.fromEntries((await Promise.all(built)).flat()));
}

/**
 * The folder of a site that the global setup of the project built.
 *
 * @throws {Error} where the build failed.
 */
export function siteFolder(name: SiteName): string {
  const folder = inject('sites')[name];
  if (folder !== undefined) return folder;
  const error = new Error(`the site \`${name}\` could not be built, see what the build printed above`);
  // Without the place that asked, it is the same error in every file, and Vitest shows it once.
  error.stack = error.message;
  throw error;
}
