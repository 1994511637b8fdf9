import {writeFile} from 'node:fs/promises';
import path from 'node:path';
import {hrefOf} from '../../../model/routes/addresses.ts';
import {lightColour} from '../../../model/theme.ts';
import {type BuiltSite, listBuiltFiles} from '../built-site.ts';

const ICON = 'favicon.svg';

/** Writes the name, icon and colours for devices that add the site to a home screen. */
export async function writeManifest(site: BuiltSite): Promise<void> {
  const {title, strapline, description, language, theme} = site.toolkit.config;
  const files = await listBuiltFiles(site);
  const manifest = {
    name: `${title}: ${strapline}`,
    short_name: title,
    description,
    lang: language,
    start_url: hrefOf(site, '/'),
    scope: hrefOf(site, '/'),
    display: 'browser',
    theme_color: lightColour(theme, 'accent'),
    background_color: lightColour(theme, 'paper'),
    icons: files.includes(ICON) ? [{src: hrefOf(site, `/${ICON}`), type: 'image/svg+xml', sizes: 'any'}] : [],
  };
  await writeFile(path.join(site.dir, 'manifest.webmanifest'), `${JSON.stringify(manifest, undefined, 2)}\n`);
}
