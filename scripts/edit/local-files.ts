import {existsSync} from 'node:fs';
import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import {z} from 'zod';
import {ExitError} from '../../src/fs/exit-error.ts';
import {commit} from '../../src/fs/transaction/commit.ts';
import {addressOf} from '../../src/model/pages/page-id.ts';

/** The folder of pictures. */
const PICTURES = 'static/img';

const fileSchema = z.object({path: z.string(), raw: z.string()});
const assetSchema = z.object({path: z.string(), content: z.string(), encoding: z.literal('base64')});

/**
 * What Decap CMS asks a server on the same computer: https://github.com/decaporg/decap-cms/tree/main/packages/decap-server
 */
export const requestSchema = z.discriminatedUnion('action', [
  z.object({action: z.literal('entriesByFolder'), params: z.object({folder: z.string()})}),
  z.object({action: z.literal('getEntry'), params: z.object({path: z.string()})}),
  z.object({
    action: z.literal('persistEntry'),
    params: z.object({dataFiles: z.array(fileSchema).min(1), assets: z.array(assetSchema).default([])}),
  }),
  z.object({action: z.literal('getMedia'), params: z.object({})}),
  z.object({action: z.literal('getMediaFile'), params: z.object({path: z.string()})}),
  z.object({action: z.literal('persistMedia'), params: z.object({asset: assetSchema})}),
  z.object({action: z.literal('deleteFiles'), params: z.object({paths: z.array(z.string()).min(1)})}),
  z.object({action: z.literal('getDeployPreview'), params: z.object({collection: z.string(), slug: z.string()})}),
]);

type EditorRequest = z.infer<typeof requestSchema>;

/**
 * The files that the editor may read and write: pages in the folders of its collections, and pictures. Each save is one
 * transaction, and refuses to overwrite what changed since the editor read it; `decap-server`, which comes with Decap
 * CMS, does neither, and answers every website that the browser shows.
 */
export class LocalFiles {
  readonly #cwd: string;
  readonly #site: string;
  readonly #folders: readonly string[];
  /** What a form has read or written last, by path. */
  readonly #known = new Map<string, string>();

  /** @param site the address of the site, where pages are shown */
  constructor(cwd: string, folders: readonly string[], site: string) {
    this.#site = site;
    this.#cwd = cwd;
    this.#folders = folders;
  }

  async answer({action, params}: EditorRequest): Promise<unknown> {
    switch (action) {
      case 'entriesByFolder':
        return Promise.all((await this.#filesIn(params.folder)).map((file) => this.#entry(file)));
      case 'getEntry': {
        const entry = await this.#entry(params.path);
        if (entry.data === '') this.#known.delete(params.path);
        else this.#known.set(params.path, entry.data);
        return entry;
      }
      case 'persistEntry':
        await this.#write(
          params.dataFiles.map((file) => ({path: file.path, content: file.raw})),
          params.assets,
        );
        return {message: 'entry persisted'};
      case 'getMedia':
        return Promise.all((await this.#filesIn(PICTURES)).map((file) => this.#picture(file)));
      case 'getMediaFile':
        return this.#picture(params.path);
      case 'persistMedia':
        await this.#write([], [params.asset]);
        return this.#picture(params.asset.path);
      case 'deleteFiles':
        await this.#remove(params.paths);
        return {message: 'deleted'};
      case 'getDeployPreview':
        return {url: this.#site + addressOf(`${params.collection}/${params.slug}`).slice(1), status: 'success'};
    }
  }

  /** @throws {ExitError} for a path that no form and no list of pictures shows. */
  placeOf(file: string): string {
    if (this.#isShown(file)) return path.join(this.#cwd, file);
    throw new ExitError(`\`${file}\` is no page or picture of this toolkit`, 'Choose a page from the list.');
  }

  #isShown(file: string): boolean {
    const folder = path.posix.dirname(file);
    const isKnownType = folder === PICTURES ? /\.(png|jpe?g|webp|svg)$/i : /\.md$/;
    return [...this.#folders, PICTURES].includes(folder) && !/\/\.[^/]*$/.test(file) && isKnownType.test(file);
  }

  async #filesIn(folder: string): Promise<string[]> {
    const place = path.join(this.#cwd, folder);
    const names = existsSync(place) ? await readdir(place) : [];
    return names.map((name) => `${folder}/${name}`).filter((file) => this.#isShown(file));
  }

  /** A page; without text if there is no such file. */
  async #entry(file: string): Promise<{data: string; file: object}> {
    const place = this.placeOf(file);
    const data = existsSync(place) ? await readFile(place, 'utf8') : '';
    return {data, file: {path: file, label: path.posix.basename(file), id: file}};
  }

  async #picture(file: string): Promise<unknown> {
    const content = await readFile(this.placeOf(file), 'base64');
    return {id: file, content, encoding: 'base64', path: file, name: path.posix.basename(file)};
  }

  async #write(pages: readonly {path: string; content: string}[], assets: readonly z.infer<typeof assetSchema>[]) {
    const pictures = assets.map((asset) => ({path: asset.path, content: Buffer.from(asset.content, 'base64')}));
    const changes = [...pages, ...pictures].map((file) => {
      this.placeOf(file.path);
      return {kind: 'write' as const, ...file, found: this.#known.get(file.path)};
    });
    await commit(this.#cwd, {command: 'edit', changes});
    for (const page of pages) this.#known.set(page.path, page.content);
  }

  async #remove(files: readonly string[]): Promise<void> {
    const found = await Promise.all(files.map((file) => readFile(this.placeOf(file))));
    const changes = files.map((file, index) => ({kind: 'remove' as const, path: file, found: found[index] ?? ''}));
    await commit(this.#cwd, {command: 'edit', changes});
    for (const file of files) this.#known.delete(file);
  }
}
