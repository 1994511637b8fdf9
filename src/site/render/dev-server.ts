import {readFileSync, statSync, utimesSync, watch} from 'node:fs';
import type {IncomingMessage, ServerResponse} from 'node:http';
import path from 'node:path';
import type {LoadContext} from '@docusaurus/types';
import {fileOfAddress} from '../../content/addresses/addresses.ts';
import type {SourceFile} from '../../content/toolkit.ts';
import {count} from '../../format/text.ts';
import type {BrowserScript} from '../feature-hooks.ts';
import {bundleScript} from './bundle-client.ts';
import {BUNDLE, clientScripts, loadBundle, marksOf} from './bundle-theme.ts';
import type {PageAssets} from './page-template.ts';
import type {SiteRenderer} from './site-renderer.ts';

/** The files of a page, which the development server has in memory. */
const ASSETS = {
  styles: {site: 'styles.css', lists: 'lists.css'},
  scripts: {site: 'site.js', charts: 'charts.js', updates: 'updates.js', lists: 'lists.js'},
};

/** Where pages hear that something changed. */
const EVENTS = '__changes';

/** Where a page asks for its problems, and its script for that. */
const PROBLEMS = '__problems';
const PROBLEMS_SCRIPT = `${PROBLEMS}.js`;
const PROBLEMS_SOURCE = path.join(import.meta.dirname, '../client/problems');

/**
 * Reloads a page that is older than the site, even if the change came while it loaded; only this server sends it. A link
 * that its reader has followed meanwhile is not lost to a reload.
 */
const RELOAD_SCRIPT = `{const {events,version}=document.currentScript.dataset,source=new EventSource(events);source.onmessage=({data})=>data===version||location.reload();addEventListener('beforeunload',()=>source.close())}`;

/** How long nothing has changed once Docusaurus has written all that its own plugins know, in milliseconds. */
const SETTLE = 300;

/** How long Docusaurus has neither read nor loaded anything when none of its reloads runs any more, in milliseconds. */
const CALM = 1500;

/** What Docusaurus or the plugin watches. */
const WATCHED_RE = /^(?:(?:docs|handbook|blog|ledgers)\/|navigation\.json$)/;

/** The parts of webpack's development server that are used here. */
interface DevServer {
  compiler: {
    hooks: {done: {tap(name: string, listener: () => void): void}};
    outputFileSystem: {readFileSync(file: string): Buffer};
  };
}

/** The content that is being written, as it is now. */
interface SiteInWork {
  createRenderer(theme: ReturnType<typeof loadBundle>, assets: PageAssets): SiteRenderer;
  /** What is wrong with it, as text; empty if nothing is. */
  explainErrors(): string;
  scripts(): readonly BrowserScript[];
  files(): readonly SourceFile[];
  /** What the check says of the page at an address, as JSON; `undefined` if its text is not of this toolkit. */
  problemsAt(pathname: string, signal: AbortSignal): Promise<string> | undefined;
}

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/**
 * Serves pages as they are built, rendered when they are asked for, and reloads open pages when content or
 * theme changed.
 */
export class DevPages {
  readonly #context: LoadContext;
  readonly #content: SiteInWork;
  readonly #listeners = new Set<ServerResponse>();
  #renderer: SiteRenderer | undefined;
  #compiled = Promise.withResolvers<DevServer['compiler']>();
  #timer: NodeJS.Timeout | undefined;
  #calmTimer: NodeJS.Timeout | undefined;
  /** Ends when nothing has changed for a moment: half of a change may not make a page. */
  #pause: PromiseWithResolvers<void> | undefined;
  /** The check that runs, or the last one. */
  #checked: Promise<void> = Promise.resolve();
  /** What the check last said of each page that was opened, by its address. */
  readonly #told = new Map<string, string>();
  /** Counts the changes that open pages have heard of. */
  #version = 0;
  /** What Docusaurus read last of each page, by its path from the root of the toolkit. */
  readonly #reads = new Map<string, string>();
  /** For each folder that Docusaurus read since the last pause, one of its pages. */
  #readFolders = new Map<string, string>();
  /** How often Docusaurus reloaded since the last pause. */
  #reloads = 0;
  /** Pages that Docusaurus has yet to be reminded of. */
  #reminders: string[] = [];
  /** Files that Docusaurus was reminded of, with what was in them: one that it does not read again is left alone. */
  readonly #reminded = new Map<string, string>();

  constructor(context: LoadContext, content: SiteInWork) {
    this.#context = context;
    this.#content = content;
  }

  /** Options for webpack's development server, which adds nothing to pages. */
  options(): object {
    return {
      client: false,
      hot: false,
      liveReload: false,
      historyApiFallback: false,
      setupMiddlewares: (middlewares: unknown[], {compiler}: DevServer) => {
        watch(this.#context.generatedFilesDir, {recursive: true}, () => this.changed());
        compiler.hooks.done.tap('toolkit', () => {
          this.#compiled.resolve(compiler);
          this.changed();
        });
        middlewares.unshift({name: 'toolkit', middleware: this.#serve});
        return middlewares;
      },
    };
  }

  /** Docusaurus has read a page. */
  read(file: string, text: string): void {
    const name = path.relative(this.#context.siteDir, file).split(path.sep).join('/');
    this.#reads.set(name, text);
    const [folder = ''] = name.split('/');
    if (folder !== 'versioned_docs') this.#readFolders.set(folder, name);
    this.#calm();
  }

  /** Docusaurus has loaded what changed in one of its plugins, perhaps nothing. */
  reloaded(): void {
    this.#reloads += 1;
    this.#settle();
  }

  /** Renders pages anew from now on, and reloads the open ones. */
  changed(): void {
    this.#pause ??= Promise.withResolvers();
    this.#settle();
  }

  #settle(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#pause) {
        this.#renderer = undefined;
        this.#version += 1;
        this.#pause.resolve();
        this.#pause = undefined;
        for (const listener of this.#listeners) listener.write(this.#event());
      }
    }, SETTLE);
    this.#calm();
  }

  /** Once no reload seems to run any more, sees to it that none was lost. */
  #calm(): void {
    clearTimeout(this.#calmTimer);
    this.#calmTimer = setTimeout(() => this.#remind(), CALM);
  }

  /**
   * Docusaurus loses a change within 50 ms of another to the same file, because its watcher does, and one that comes
   * while it reloads for another, as a comment in its `commands/start/utils` says. So it is reminded of such files, one
   * after the other, until it has read all that is on disk.
   */
  #remind(): void {
    const overlapped = this.#version > 1 && (this.#reloads > 1 || this.#readFolders.size > 1);
    if (overlapped) this.#reminders = [...this.#readFolders.values()];
    this.#reloads = 0;
    this.#readFolders = new Map();
    const file = this.#reminders.shift() ?? this.#unreadChange();
    if (file === undefined) return;
    // The watcher announces a file that was not opened after it was written. Its time of writing stays as it is.
    const {mtime} = statSync(path.join(this.#context.siteDir, file));
    utimesSync(path.join(this.#context.siteDir, file), mtime, mtime);
  }

  /** A file on disk that is not as it was read last. */
  #unreadChange(): string | undefined {
    const files = this.#content.files().filter(({path: name}) => WATCHED_RE.test(name));
    const texts = new Map([
      ...files.map(({path: name, bytes}) => [name, Buffer.from(bytes).toString()] as const),
      ...this.#reads,
    ]);
    for (const [name, text] of texts) {
      const now = readIfThere(path.join(this.#context.siteDir, name));
      if (now === undefined || now === text || this.#reminded.get(name) === now) continue;
      this.#reminded.set(name, now);
      return name;
    }
    return undefined;
  }

  #serve: Middleware = (request, response, next) => {
    this.#answer(request, response, next).catch((error: unknown) => {
      response.statusCode = 500;
      response.setHeader('content-type', 'text/html; charset=utf-8');
      // A page whose front matter cannot be read fails somewhere in the theme, which says nothing to its author.
      const message = this.#content.explainErrors() || (error instanceof Error ? error.message : String(error));
      if (this.#told.get(request.url ?? '') !== message) process.stdout.write(`${message}\n`);
      this.#told.set(request.url ?? '', message);
      response.end(
        `<pre style="white-space:pre-wrap">${message.replace(/[<&]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</pre>${this.#reloadTag()}`,
      );
    });
  };

  async #answer(request: IncomingMessage, response: ServerResponse, next: () => void): Promise<void> {
    const {pathname, search} = new URL(request.url ?? '/', 'http://localhost');
    const address = decodeURI(pathname);
    if (!address.startsWith(this.#context.baseUrl)) return next();
    const file = address.slice(this.#context.baseUrl.length);
    if (file === EVENTS) return this.#listen(response);
    if (file === PROBLEMS) {
      this.#checked = this.#checked.then(() => this.#answerProblems(decodeURIComponent(search.slice(1)), response));
      return this.#checked;
    }
    const features = this.#content.scripts();
    const scripts = {...clientScripts(features), problems: [PROBLEMS_SOURCE]};
    const script = Object.entries({...ASSETS.scripts, problems: PROBLEMS_SCRIPT}).find(([, name]) => name === file);
    if (script) {
      response.setHeader('content-type', 'text/javascript; charset=utf-8');
      response.end(await bundleScript(...scripts[script[0] as keyof typeof scripts]));
      return;
    }
    const compiler = await this.#compiled.promise;
    await this.#pause?.promise;
    const read = () => compiler.outputFileSystem.readFileSync(path.join(this.#context.outDir, BUNDLE));
    this.#renderer ??= this.#content.createRenderer(loadBundle(this.#context.outDir, read), {
      ...ASSETS,
      marks: marksOf(features),
    });
    const renderer = this.#renderer;
    const picture = renderer.pictures.get(file);
    if (picture) {
      // Browsers recognise every other kind of picture by its first bytes.
      if (file.endsWith('.svg')) response.setHeader('content-type', 'image/svg+xml');
      response.end(picture);
      return;
    }
    const page = [address, `${address}/`].find((known) => renderer.has(known));
    // Files that webpack has, such as style sheets.
    if (page === undefined && path.extname(address) !== '') return next();
    const shown = page ?? `${this.#context.baseUrl}404.html`;
    renderer.render(shown);
    response.statusCode = page === undefined ? 404 : 200;
    response.setHeader('content-type', 'text/html; charset=utf-8');
    const html = renderer.pages.get(fileOfAddress(`/${shown.slice(this.#context.baseUrl.length)}`))?.make() ?? '';
    // The script for reloading is not part of the page, so its policy does not know it.
    response.end(
      html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '') +
        this.#reloadTag() +
        this.#problemsTag(address),
    );
  }

  /** Checks a page when the check before has ended, unless the page was reloaded or closed meanwhile. */
  async #answerProblems(pathname: string, response: ServerResponse): Promise<void> {
    if (response.closed) return;
    const stop = new AbortController();
    response.once('close', () => stop.abort());
    try {
      const problems = await this.#content.problemsAt(pathname, stop.signal);
      response.statusCode = problems === undefined ? 204 : 200;
      response.end(problems);
      if (problems !== undefined) this.#tell(pathname, problems);
    } catch (error) {
      response.statusCode = 500;
      response.end(String(error));
    }
  }

  /** Says in the terminal that the open page has problems, once for each state of it. */
  #tell(pathname: string, report: string): void {
    const {problems} = JSON.parse(report) as {problems: readonly {path: string}[]};
    const [first] = problems;
    if (first && this.#told.get(pathname) !== report)
      process.stdout.write(`${first.path}: ${count(problems.length, 'problem')}, listed at the foot of the page\n`);
    this.#told.set(pathname, report);
  }

  #listen(response: ServerResponse): void {
    response.writeHead(200, {'content-type': 'text/event-stream', 'cache-control': 'no-store'});
    response.write(this.#event());
    this.#listeners.add(response);
    response.on('close', () => this.#listeners.delete(response));
  }

  #event(): string {
    return `data: ${this.#version}\n\n`;
  }

  #problemsTag(address: string): string {
    const asked = `${this.#context.baseUrl}${PROBLEMS}?${encodeURIComponent(address)}`;
    return `<script defer src="${this.#context.baseUrl}${PROBLEMS_SCRIPT}" data-problems="${asked}"></script>`;
  }

  #reloadTag(): string {
    return `<script data-events="${this.#context.baseUrl}${EVENTS}" data-version="${this.#version}">${RELOAD_SCRIPT}</script>`;
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
