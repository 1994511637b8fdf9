import {spawn} from 'node:child_process';
import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import path from 'node:path';
import {text} from 'node:stream/consumers';
import {EDITOR} from '../../../content/addresses/editor-links.ts';
import type {Run} from '../../../io/cli/command-types.ts';
import {ExitError} from '../../../io/cli/exit-error.ts';
import type {Io} from '../../../io/cli/io.ts';
import {freePort, listen, readPort, untilStopped} from '../../../io/cli/site-server.ts';
import {loadConfig, loadToolkit} from '../../../io/load-toolkit.ts';
import {checkFile, TOOLKIT} from '../../../io/run-toolkit.ts';
import {type ReportedProblem, reportSchema} from '../../../rules/report/report-schema.ts';
import {buildEditor, PROXY} from '../build-editor.ts';
import type {EDIT} from '../feature.ts';
import {fetchDecap} from '../fetch-decap.ts';
import {localFiles, requestSchema} from './local-files.ts';

/** The types of files whose names do not say them. */
const TYPES: Readonly<Record<string, string>> = {js: 'javascript', txt: 'plain', yml: 'yaml'};

/** `toolkit edit`: serves the browser editor, which writes files of the toolkit, and the site next to it. */
export const run: Run<typeof EDIT> = async ({port, fetch, 'no-open': noOpen}, io) => {
  if (fetch) {
    // A workflow runs this for every toolkit, with or without an editor.
    if (loadConfig(io.cwd).editor) await fetchFor(io);
    return 0;
  }
  const chosen = await freePort(readPort(port));
  const sitePort = await freePort(chosen + 1);
  const site = `http://localhost:${sitePort}`;
  const server = await createEditorServer(io, site);
  // From here on a signal ends both servers.
  const stopped = untilStopped(server);
  const address = `http://localhost:${await listen(server, chosen)}${EDITOR}`;
  io.stdout.write(`The editor is at ${address}\n`);
  io.stdout.write(`It saves files of this folder. The site will be at ${site} soon. Stop both with Ctrl+C.\n`);
  if (!noOpen) openInBrowser(address);
  const shown = spawn(process.execPath, [TOOLKIT, 'start', '--no-open', '--port', `${sitePort}`], {
    cwd: io.cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await stopped;
  shown.kill();
  return 0;
};

/**
 * The server of the editor, which answers only its own page.
 *
 * @param site where the site is served meanwhile
 */
export async function createEditorServer(io: Io, site: string) {
  const toolkit = await loadToolkit(io.cwd);
  const shownAt = site + toolkit.config.baseUrl;
  const files = await buildEditor(await fetchFor(io), toolkit, shownAt);
  const local = localFiles(io.cwd, shownAt, toolkit.config);
  return createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!(error instanceof ExitError)) io.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
      const message = error instanceof Error ? error.message : String(error);
      const fix = error instanceof ExitError ? error.fix : 'See the terminal.';
      send(response, error instanceof ExitError ? 422 : 500, 'json', JSON.stringify({error: message, fix}));
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isOwn(request)) return send(response, 403, 'json', '{"error": "only the editor itself may ask"}');
    const {pathname, searchParams} = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === PROXY && request.method === 'POST') {
      const asked = requestSchema.parse(JSON.parse(await text(request)));
      return send(response, 200, 'json', JSON.stringify(await local.answer(asked)));
    }
    const name = pathname.replace(EDITOR, '') || 'index.html';
    if (request.method !== 'GET') return send(response, 405, 'json', '{"error": "expected GET"}');
    if (name === 'checks') {
      const page = searchParams.get('path') ?? '';
      return send(response, 200, 'json', JSON.stringify(await check(page, local.placeOf(page))));
    }
    const file = Object.hasOwn(files, name) ? files[name] : undefined;
    if (file === undefined) return send(response, 404, 'json', '{"error": "no such file"}');
    send(response, 200, name.slice(name.lastIndexOf('.') + 1), file);
  }

  /** The problems of a page. Each is with its text, because a form has no lines. */
  async function check(page: string, place: string) {
    const report = await checkFile(io.cwd, page).catch((error) => {
      // Somebody can delete a page while its check runs.
      if (existsSync(place)) throw error;
    });
    const problems = report ? reportSchema.parse(JSON.parse(report)).problems : [];
    const textOf = (file: string) => readFile(path.join(io.cwd, file), 'utf8').catch(() => '');
    return Promise.all(
      problems.map(async (problem) => ({...problem, text: textAt(problem, await textOf(problem.path))})),
    );
  }
}

/** The first words of the text that a problem is about, if it has a place in the body of its page. */
function textAt({path: file, related, ...own}: ReportedProblem, text: string): string | undefined {
  const lines = text.split(/\r?\n/);
  const places = [own, related?.path === file ? related : own];
  const place = places.find(({line = 0}) => line > lines.indexOf('---', 1) + 1);
  if (place?.line === undefined) return undefined;
  const written = lines[place.line - 1] ?? '';
  const at = (place.column ?? 1) - 1;
  // From the start of its sentence.
  const sentence = `${written.slice(0, at).split('. ').at(-1)}${written.slice(at)}`;
  return sentence.trim().split(/\s+/, 12).join(' ');
}

function fetchFor({cwd, stdout}: Io): Promise<string> {
  return fetchDecap(cwd, () => void stdout.write('fetching Decap CMS from npm, only this once\n'));
}

/** Any website can make a browser send requests to this computer, under any name: only the editor's page may. */
function isOwn({headers}: IncomingMessage): boolean {
  const {host = '', origin, 'sec-fetch-site': site} = headers;
  const isHere = /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(host);
  return isHere && (origin === undefined || origin === `http://${host}`) && site !== 'cross-site';
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'content-type': `text/${TYPES[type] ?? type}; charset=utf-8`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
  });
  response.end(body);
}

/** Opens an address in the browser of the system. Where none opens, the address is in the terminal. */
function openInBrowser(address: string): void {
  const programs: Partial<Record<NodeJS.Platform, string>> = {darwin: 'open', win32: 'explorer'};
  const browser = spawn(programs[process.platform] ?? 'xdg-open', [address], {stdio: 'ignore', detached: true});
  browser.on('error', () => undefined).unref();
}
