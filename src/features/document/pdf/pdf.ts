import {existsSync} from 'node:fs';
import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import type {Run} from '../../../io/cli/command-types.ts';
import {ExitError} from '../../../io/cli/exit-error.ts';
import {findBrowser} from '../../../io/cli/find-browser.ts';
import {createSiteServer, listen, readPort} from '../../../io/cli/site-server.ts';
import {loadConfig} from '../../../io/load-toolkit.ts';
import type {PDF} from '../feature.ts';
import {printDocument} from './print-document.ts';

/** `toolkit pdf`: prints the built toolkit as one PDF. */
export const run: Run<typeof PDF> = async ({out}, io) => {
  const {baseUrl} = loadConfig(io.cwd);
  const folder = path.join(io.cwd, 'build');
  if (!existsSync(path.join(folder, 'index.html'))) {
    throw new ExitError('no built site found in `build/`', 'Run `npm run build` first.');
  }
  const browser = await findBrowser(path.join(io.cwd, '.tmp'));
  const server = createSiteServer(folder, baseUrl);
  const port = await listen(server, readPort(undefined));
  try {
    const {pdf, sheets, beginsOn} = await printDocument(
      `http://localhost:${port}${baseUrl.slice(0, -1)}`,
      browser,
      (done, all) => {
        if (done % 10 === 0 || done === all) io.stderr.write(`Counted the sheets of ${done} of ${all} pages\n`);
      },
    );
    const file = path.resolve(io.cwd, out);
    await mkdir(path.dirname(file), {recursive: true});
    await writeFile(file, pdf);
    io.stdout.write(`wrote ${out}: ${beginsOn.length} pages of the toolkit on ${sheets} sheets\n`);
    return 0;
  } finally {
    server.close();
  }
};
