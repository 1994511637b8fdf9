import {hrefOf} from '../../../content/addresses/addresses.ts';
import {lightColour} from '../../../content/theme.ts';
import type {BuiltSite} from '../built-site.ts';

const ICON = 'favicon.svg';

/** Writes the name, icon and colours for devices that add the site to a home screen. */
export async function writeManifest(site: BuiltSite): Promise<void> {
  const {title, strapline, description, language, theme} = site.toolkit.config;
  const manifest = {
    name: [title, strapline].filter(Boolean).join(': '),
    short_name: title,
    description,
    lang: language,
    start_url: hrefOf(site, '/'),
    scope: hrefOf(site, '/'),
    display: 'browser',
    theme_color: lightColour(theme, 'accent'),
    background_color: lightColour(theme, 'paper'),
    icons: site.output.has(ICON) ? [{src: hrefOf(site, `/${ICON}`), type: 'image/svg+xml', sizes: 'any'}] : [],
  };
  site.output.write([['manifest.webmanifest', `${JSON.stringify(manifest, undefined, 2)}\n`]]);
}
