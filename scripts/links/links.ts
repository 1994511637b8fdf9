import {readFileSync} from 'node:fs';
import path from 'node:path';
import {renderText} from '../../src/checks/report/render-text.ts';
import {renderCount} from '../../src/checks/report/sections.ts';
import {count} from '../../src/format/text.ts';
import {ExitError} from '../../src/fs/exit-error.ts';
import {sourcesHash} from '../../src/fs/fingerprint.ts';
import type {Io} from '../../src/fs/io.ts';
import {loadToolkit} from '../../src/fs/load-toolkit.ts';
import {commit} from '../../src/fs/transaction/commit.ts';
import type {FileChange} from '../../src/fs/transaction/file-change.ts';
import {checkBuiltSite} from '../../src/links/check-built-site.ts';
import {recordMissing} from '../../src/markdown/headings/record-addresses.ts';
import type {Problem} from '../../src/model/problem.ts';
import type {Toolkit} from '../../src/model/toolkit.ts';
import {readLinkedSite} from '../../src/site/after-build/read-linked-site.ts';
import type {OptionsOf, Run} from '../commands.ts';
import {checkOutside} from './external/check-outside.ts';

const BUILD = 'build';

/**
 * Checks the links of the built site, from its files.
 *
 * @throws {ExitError} where there is no built site, or it was built from other pages.
 */
function checkInside(toolkit: Toolkit, cwd: string): {problems: Problem[]; pages: number} {
  const sources = readSources(path.join(cwd, BUILD, 'build.json'));
  if (sources !== sourcesHash(toolkit)) {
    throw new ExitError(
      sources === undefined
        ? `no built site found in \`${BUILD}/\`, expected one: the check reads its files`
        : `\`${BUILD}/\` was built from other pages than those here, expected the same`,
      'Run `npm run build`, then this command again. Broken links end the build, but the site is still written.',
    );
  }
  const site = readLinkedSite(path.join(cwd, BUILD), toolkit.config, toolkit);
  const {length} = site.pages.filter(({file}) => file.endsWith('.html'));
  return {problems: checkBuiltSite(site, toolkit), pages: length};
}

/** The fingerprint of the sources of a build; `undefined` where it has none. */
function readSources(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).sources;
  } catch {
    return undefined;
  }
}

/**
 * `toolkit links`: checks every link and every published address of the built site, or writes the records; with
 * `--external`, checks links to other sites and records the results.
 */
export const run: Run<'links'> = async (options, io) => {
  refuseStray(options);
  if (options.external) {
    const {problems, closing} = await checkOutside(io, options.since);
    return report(problems, closing.join('\n'), io);
  }
  const toolkit = await loadToolkit(io.cwd);
  if (options.record) return recordPublished(toolkit, io);
  const {problems, pages} = checkInside(toolkit, io.cwd);
  const isClean = problems.length === 0;
  return report(problems, isClean ? `no broken links in ${count(pages, 'page')}` : renderCount(problems, pages), io);
};

/** An option without effect is a mistake. */
function refuseStray({external, record, since}: OptionsOf<'links'>): void {
  if (external && record) throw new ExitError('`--external` and `--record` given, expected one of them', HELP);
  if (since !== undefined && !external) {
    throw new ExitError('`--since` given alone, expected it with `--external`', HELP);
  }
}

const HELP = 'Run `npm run toolkit -- links --help` to see what each does.';

function report(problems: readonly Problem[], closing: string, {stdout, stderr}: Io): number {
  if (problems.length > 0) stdout.write(`${renderText(problems)}\n`);
  stderr.write(`${closing}\n`);
  return problems.some(({severity}) => severity === 'error') ? 1 : 0;
}

/** Records every address and heading that was ever published; a record that cannot be read is written again. */
async function recordPublished(toolkit: Toolkit, io: Io): Promise<number> {
  const planned = recordMissing(toolkit);
  const bytes = new Map(toolkit.files.map((file) => [file.path, file.bytes]));
  const changes = planned.map(
    ({path, content}): FileChange => ({kind: 'write', path, content, found: bytes.get(path)}),
  );
  await commit(io.cwd, {command: 'links --record', changes});
  for (const {path} of planned.filter((file) => bytes.has(file.path) && !toolkit.addressRecords.has(file.path))) {
    io.stdout.write(`${path} could not be read, and was written again from the published texts\n`);
  }
  const isUnseen = toolkit.published.versions.size === 0 && toolkit.editions.length === 0;
  io.stdout.write(
    isUnseen
      ? 'nothing has been published yet: there is no address to record\n'
      : planned.length === 0
        ? 'every address and heading that was published is on record\n'
        : `wrote ${count(planned.length, 'record')} in ledgers/addresses/\n`,
  );
  return 0;
}
