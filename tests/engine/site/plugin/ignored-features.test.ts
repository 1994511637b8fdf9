import {expect, test} from 'vitest';
import {ignoredFeatures, unsupportedFeatures} from '../../../../src/site/plugin/ignored-features.ts';
import {toolkitPreset} from '../../../../src/site.ts';
import {FLOOD, ROOT} from '../../support/toolkits/copy-toolkit.ts';

test('what no page shows is named, and so is a page of a plugin outside the site', () => {
  const name = 'mine';
  const themeConfig = {navbar: {title: 'Mine'}, ours: true};
  const versions = {current: {label: 'Next'}};
  const presets = [toolkitPreset(ROOT, {docs: {versions}})];
  const siteConfig = {themeConfig, clientModules: [], presets, plugins: [], themes: [], i18n: {locales: ['en']}};
  const plugin = {name, injectHtmlTags: () => ({postBodyTags: ['<p>Last</p>']})};
  const routes = [{path: '/mine/', component: '@site/mine/Page.js', plugin}];
  const built = {plugins: [plugin], routes, baseUrl: '/flood/'};
  const problems = ignoredFeatures({siteDir: FLOOD, siteConfig, allContent: {}} as never, built as never);
  expect(problems.map(({severity, problem}) => `${severity}: ${problem}`)).toEqual([
    expect.stringMatching(/^warning: no effect here: `versions`/),
    expect.stringMatching(/^warning: no effect here: `themeConfig\.navbar`/),
    expect.stringMatching(/^warning: no effect here: `themeConfig\.ours`/),
    expect.stringMatching(/^warning: no effect here: `postBodyTags` of the plugin `mine`/),
    'error: the plugin `mine` adds the page `/mine/`, expected an address that begins with `/flood/`',
    expect.stringMatching(/^note: component is rendered once/),
  ]);
  // Its tags would be four errors later, and none of them would name it.
  const tagged = {...siteConfig, presets: [['classic', {gtag: {trackingID: 'G-1'}}]]};
  expect(unsupportedFeatures({siteConfig: tagged, allContent: {}} as never)).toMatchObject([{severity: 'error'}]);
});
