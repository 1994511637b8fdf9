import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {build, transform} from 'esbuild';
import {shortHash} from './hash.ts';

/** The `browserslist` of `package.json` in the names of esbuild. */
export const BROWSERS = ['chrome123', 'edge123', 'firefox121', 'safari17.5'];

/** Bundles a script of the pages; returns its path from the folder of the built files. */
export async function bundleClient(dir: string, modules: readonly string[]): Promise<string> {
  const code = await bundleScript(...modules);
  const file = `assets/site.${shortHash(code)}.js`;
  await mkdir(path.join(dir, 'assets'), {recursive: true});
  await writeFile(path.join(dir, file), code);
  return file;
}

/** A browser script of one or more modules with everything that they import, minified. */
export async function bundleScript(...modules: readonly string[]): Promise<string> {
  const {outputFiles} = await build({
    stdin: {contents: modules.map((file) => `import ${JSON.stringify(file)};`).join('\n'), resolveDir: '/'},
    bundle: true,
    minify: true,
    format: 'iife',
    target: BROWSERS,
    legalComments: 'none',
    // Otherwise it would read the `tsconfig.json` of the toolkit.
    tsconfigRaw: {},
    logLevel: 'silent',
    write: false,
  });
  return outputFiles.map(({text}) => text).join('');
}

/** A module of another package, minified; it keeps its exports. */
export async function minifyModule(code: string): Promise<string> {
  return (await transform(code, {minify: true, format: 'esm', target: BROWSERS, legalComments: 'none'})).code;
}
