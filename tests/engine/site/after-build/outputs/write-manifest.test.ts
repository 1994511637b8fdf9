import {expect, test} from 'vitest';
import {writeManifest} from '../../../../../src/site/after-build/steps/write-manifest.ts';
import {read, siteWith} from '../built-site.ts';

test('the manifest takes names from the configuration and the light colours from the style sheet', async () => {
  const site = siteWith(
    {
      'favicon.svg': '<svg/>',
      'assets/css/styles.1234abcd.css': ':root{--paper:#fcf9f3;--accent: #0a5468}[data-theme=dark]{--accent:#86d0e4}',
    },
    {baseUrl: '/flood/'},
  );
  await writeManifest(site);
  expect(JSON.parse(read(site, 'manifest.webmanifest'))).toMatchObject({
    name: 'Ready for the river: Good practice',
    short_name: 'Ready for the river',
    start_url: '/flood/',
    scope: '/flood/',
    theme_color: '#0a5468',
    background_color: '#fcf9f3',
    icons: [{src: '/flood/favicon.svg'}],
  });
});

test('what is not there is left out', async () => {
  const site = siteWith({});
  await writeManifest(site);
  const manifest = JSON.parse(read(site, 'manifest.webmanifest'));
  expect(manifest.icons).toEqual([]);
  expect(manifest).not.toHaveProperty('theme_color');
});
