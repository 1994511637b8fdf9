import {readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {hrefOf} from '../../../model/routes/addresses.ts';
import {type BuiltSite, listBuiltFiles} from '../built-site.ts';

const ICON = 'favicon.svg';

/** Writes the name, icon and colours for devices that add the site to a home screen. */
export async function writeManifest(site: BuiltSite): Promise<void> {
  const {title, strapline, description, language} = site.toolkit.config;
  const files = await listBuiltFiles(site);
  const sheet = files.find((file) => file.endsWith('.css'));
  const css = sheet ? await readFile(path.join(site.dir, sheet), 'utf8') : '';
  const manifest = {
    name: `${title}: ${strapline}`,
    short_name: title,
    description,
    lang: language,
    start_url: hrefOf(site, '/'),
    scope: hrefOf(site, '/'),
    display: 'browser',
    theme_color: readColour(css, 'accent'),
    background_color: readColour(css, 'paper'),
    icons: files.includes(ICON) ? [{src: hrefOf(site, `/${ICON}`), type: 'image/svg+xml', sizes: 'any'}] : [],
  };
  await writeFile(path.join(site.dir, 'manifest.webmanifest'), `${JSON.stringify(manifest, undefined, 2)}\n`);
}

/** A colour of the style sheet, where the light value comes first; `undefined` where it is missing. */
function readColour(css: string, token: string): string | undefined {
  return new RegExp(`--${token}:\\s*(#[0-9a-f]{3,8})`).exec(css)?.[1];
}
