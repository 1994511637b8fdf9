import {existsSync} from 'node:fs';
import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import {z} from 'zod';
import {folderOfForm} from '../../../content/addresses/editor-links.ts';
import {addressOf, isPagePath, type PagesAt, pageIdOf} from '../../../content/pages/page-id.ts';
import {ExitError} from '../../../io/cli/exit-error.ts';
import {loadToolkit} from '../../../io/load-toolkit.ts';
import {commit} from '../../../io/transaction/commit.ts';
import {isChangeable} from '../../../io/transaction/tree.ts';

const PICTURES = 'static/img';

const pageSchema = z
  .object({path: z.string(), raw: z.string()})
  .transform(({path: file, raw}) => ({path: file, content: raw}));
const pictureSchema = z
  .object({path: z.string(), content: z.string(), encoding: z.literal('base64')})
  .transform(({path: file, content}) => ({path: file, content: Buffer.from(content, 'base64')}));

/**
 * What Decap CMS asks a server on the same computer: https://github.com/decaporg/decap-cms/tree/main/packages/decap-server
 */
export const requestSchema = z.discriminatedUnion('action', [
  z.object({action: z.literal('entriesByFolder'), params: z.object({folder: z.string()})}),
  z.object({action: z.literal('getEntry'), params: z.object({path: z.string()})}),
  z.object({
    action: z.literal('persistEntry'),
    params: z.object({dataFiles: z.array(pageSchema).min(1), assets: z.array(pictureSchema).default([])}),
  }),
  z.object({action: z.literal('deleteFiles'), params: z.object({paths: z.array(z.string())})}),
  z.object({action: z.literal('getMedia'), params: z.object({})}),
  z.object({action: z.literal('persistMedia'), params: z.object({asset: pictureSchema})}),
  z.object({action: z.literal('getDeployPreview'), params: z.object({collection: z.string(), slug: z.string()})}),
]);

/**
 * The files that the editor may read and write: pages in the folders of its forms, and pictures. Each save is one
 * transaction, and refuses to overwrite what changed since the form read it; `decap-server`, which comes with Decap CMS,
 * does neither, and answers every website that the browser shows.
 *
 * @param site the address of the site, where pages are shown
 */
export function localFiles(cwd: string, site: string, config: PagesAt) {
  /** What a form has read or written last, by path. */
  const known = new Map<string, string | Buffer>();
  return {answer, placeOf};

  async function answer({action, params}: z.infer<typeof requestSchema>): Promise<unknown> {
    switch (action) {
      case 'entriesByFolder':
        return Promise.all((await filesIn(params.folder)).map(readPage));
      case 'getEntry': {
        const entry = await readPage(params.path);
        if (entry.data === '') known.delete(params.path);
        else known.set(params.path, entry.data);
        return entry;
      }
      case 'persistEntry':
        await write([...params.dataFiles, ...params.assets]);
        return {message: 'entry persisted'};
      case 'deleteFiles':
        await remove(params.paths);
        return {message: 'entry deleted'};
      case 'getMedia':
        return Promise.all((await filesIn(PICTURES)).map(readPicture));
      case 'persistMedia':
        await write([params.asset]);
        return readPicture(params.asset.path);
      case 'getDeployPreview':
        return {
          url: site + addressOf(config, pageIdOf(`${folderOfForm(params.collection)}/${params.slug}`)).slice(1),
          status: 'success',
        };
    }
  }

  /** @throws {ExitError} for a path that no form and no list of pictures shows. */
  function placeOf(file: string): string {
    if (isShown(file)) return path.join(cwd, file);
    throw new ExitError(`\`${file}\` is no page or picture of this toolkit`, 'Choose a page from the list.');
  }

  function isShown(file: string): boolean {
    const {dir, ext} = path.posix.parse(file);
    const isPicture = dir === PICTURES && /^\.(png|jpe?g|webp|svg)$/i.test(ext);
    return isChangeable(file) && !file.includes('/.') && (isPicture || isPagePath(file));
  }

  async function filesIn(folder: string): Promise<string[]> {
    const place = path.join(cwd, folder);
    const names = existsSync(place) ? await readdir(place) : [];
    return names.map((name) => `${folder}/${name}`).filter(isShown);
  }

  /** A page; without text if there is no such file. */
  async function readPage(file: string): Promise<{data: string; file: object}> {
    const place = placeOf(file);
    const data = existsSync(place) ? await readFile(place, 'utf8') : '';
    return {data, file: {path: file, label: path.posix.basename(file), id: file}};
  }

  async function readPicture(file: string): Promise<unknown> {
    const content = await readFile(placeOf(file), 'base64');
    return {id: file, content, encoding: 'base64', path: file, name: path.posix.basename(file)};
  }

  /** A published page stays, so that its address does. */
  async function remove(files: readonly string[]): Promise<void> {
    const {published} = await loadToolkit(cwd);
    const file = files.find((name) => published.ids.has(pageIdOf(name)));
    if (file !== undefined) {
      const fix = 'Ask a colleague to withdraw it: readers then see why.';
      throw new ExitError(`\`${file}\` is published, and readers may have its address. ${fix}`, fix);
    }
    const changes = await Promise.all(
      files.map(async (name) => ({path: name, content: undefined, found: (await readPage(name)).data})),
    );
    await commit(cwd, {command: 'edit', changes});
    for (const name of files) known.delete(name);
  }

  async function write(files: readonly {path: string; content: string | Buffer}[]): Promise<void> {
    for (const file of files) placeOf(file.path);
    const changes = files.map((file) => ({...file, found: known.get(file.path)}));
    await commit(cwd, {command: 'edit', changes});
    for (const {path: file, content} of files) known.set(file, content);
  }
}
