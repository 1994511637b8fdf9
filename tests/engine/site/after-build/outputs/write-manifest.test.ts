import {expect, test} from 'vitest';
import {writeManifest} from '../../../../../src/site/after-build/steps/write-manifest.ts';
import {read, siteWith} from '../built-site.ts';

test('the manifest takes names and colours from the configuration', async () => {
  const site = siteWith({'favicon.svg': '<svg/>'}, {baseUrl: '/flood/'});
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
