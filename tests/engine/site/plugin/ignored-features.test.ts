import {expect, test} from 'vitest';
import {ignoredFeatures} from '../../../../src/site/plugin/ignored-features.ts';
import {FLOOD} from '../../support/toolkits/copy-toolkit.ts';

test('what no page shows is named, and so is a page of a plugin outside the site', () => {
  const name = 'mine';
  const themeConfig = {navbar: {title: 'Mine'}, ours: true};
  const siteConfig = {themeConfig, clientModules: [], presets: [], plugins: [], themes: []};
  const built = {plugins: [{name}], routes: [{path: '/mine/', plugin: {name}}], baseUrl: '/flood/'};
  const problems = ignoredFeatures({siteDir: FLOOD, siteConfig, allContent: {}} as never, built as never);
  expect(problems.map(({severity, problem}) => `${severity}: ${problem}`)).toEqual([
    expect.stringMatching(/^warning: no effect here: `themeConfig\.navbar`/),
    expect.stringMatching(/^warning: no effect here: `themeConfig\.ours`/),
    'error: the plugin `mine` adds the page `/mine/`, expected an address that begins with `/flood/`',
  ]);
});
