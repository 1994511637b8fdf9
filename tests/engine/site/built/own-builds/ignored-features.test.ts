import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {toolkitPlugin} from '../../../../../src/site/plugin/index.ts';
import {tryBuild} from '../../../support/sites/build-toolkit.ts';
import {openBuilt, readBuiltPages} from '../../../support/sites/built-page.ts';
import {copyToolkit, FLOOD} from '../../../support/toolkits/copy-toolkit.ts';

/** A copy of the flood toolkit with more in its Docusaurus configuration, and other files. */
function floodWith(name: string, code: string, files: Readonly<Record<string, string>> = {}): string {
  const folder = copyToolkit(name, {contentFrom: FLOOD, isWarm: true});
  const lines = [
    "import fs from 'node:fs';",
    "import path from 'node:path';",
    "import {createSiteConfig} from 'good-practice-toolkit/site';",
    'const config: any = createSiteConfig(__dirname);',
    code,
    'export default config;\n',
  ];
  for (const [file, text] of Object.entries({'docusaurus.config.ts': lines.join('\n'), ...files})) {
    mkdirSync(path.dirname(path.join(folder, file)), {recursive: true});
    writeFileSync(path.join(folder, file), text);
  }
  return folder;
}

const EXTENSIONS = `
config.markdown.mermaid = true;
config.onBrokenLinks = 'throw';
config.presets[0][1].docs.remarkPlugins = [() => () => {}];
config.presets[0][1].gtag = {trackingID: 'G-1'};
Object.assign(config.themeConfig, {navbar: {title: 'Mine'}, mermaid: {}, ours: true});
config.clientModules = [require.resolve('./mine/client.js'), require.resolve('./mine/client.css')];
config.plugins.push(
  (context) => ({
    name: 'mine',
    loadContent: () => 'loaded',
    async contentLoaded({content, actions: {addRoute, createData}}) {
      const data = await createData('data.json', JSON.stringify({content}));
      const component = '@site/mine/Page.js';
      addRoute({path: context.baseUrl + 'mine/', component, exact: true, modules: {data}});
      addRoute({path: context.baseUrl + 'other/', component, exact: true, modules: {code: '@site/mine/client.js'}});
    },
    injectHtmlTags: () => ({headTags: [{tagName: 'meta', attributes: {name: 'mine'}}]}),
  }),
  () => ({
    name: 'quiet',
    injectHtmlTags: () => ({}),
    getClientModules: () => [require.resolve('./mine/client.css')],
    postBuild: ({outDir}) => fs.writeFileSync(path.join(outDir, 'quiet.txt'), 'written'),
  }),
);`;

test('one warning names all that no page shows, and what works is not in it', async () => {
  const folder = floodWith('flood ignored', EXTENSIONS, {
    'mine/client.js': 'export default {};\n',
    'mine/client.css': '.mine-style {color: red}\n',
    'mine/Page.js':
      'import Layout from \'@theme/Layout\';\nexport default ({data}) => <Layout title="Mine"><h1>{data?.content}</h1></Layout>;\n',
    'src/pages/hello.md': '# Hello\n',
    'src/theme/Navbar/index.js': 'export default () => null;\n',
    'src/theme/Mine/index.js': 'export default () => null;\n',
  });
  const {code, output} = await tryBuild(folder);
  expect(code, output).toBe(0);
  expect(output.match(/Please check/g)).toHaveLength(1);
  const named = output.matchAll(/^(\S+): warning: no effect here: (.*?), expected/gm);
  expect([...named].map(([, file, what]) => `${file}: ${what}`).sort()).toEqual([
    'docusaurus.config.ts: `clientModules`',
    'docusaurus.config.ts: `injectHtmlTags` of the plugin `mine`',
    'docusaurus.config.ts: `markdown.mermaid`, `themeConfig.mermaid`',
    'docusaurus.config.ts: `modules` of the page `/flood/other/` of the plugin `mine`',
    'docusaurus.config.ts: `onBrokenLinks`',
    'docusaurus.config.ts: `plugin-google-gtag`, `gtag`',
    'docusaurus.config.ts: `remarkPlugins`',
    'docusaurus.config.ts: `themeConfig.navbar`',
    'docusaurus.config.ts: `themeConfig.ours`',
    'src/pages/hello.md: no page is made from this file',
    'src/theme/Navbar: no page of the engine shows `Navbar`',
  ]);
  expect(openBuilt(`${folder}/build`, 'mine/')('h1').text()).toBe('loaded');
  expect(existsSync(path.join(folder, 'build/quiet.txt'))).toBe(true);
  const sheets = openBuilt(`${folder}/build`, 'mine/')('link[rel="stylesheet"]').toArray();
  const styles = sheets.map(({attribs}) =>
    readFileSync(path.join(folder, attribs.href?.replace('/flood', 'build') ?? '')),
  );
  expect(styles.join()).toContain('.mine-style');
});

test('what would end the build later is an error that names it', async () => {
  const code = `
config.plugins.push(
  ['@docusaurus/plugin-content-blog', {id: 'news', path: 'blog', routeBasePath: '/news'}],
  ['@docusaurus/plugin-content-docs', {id: 'more', path: 'handbook', routeBasePath: '/more', sidebarPath: false}],
  ['@docusaurus/plugin-content-pages', {id: 'own', path: 'src/pages', routeBasePath: '/own'}],
);
config.i18n = {...config.i18n, locales: ['en-GB', 'cy']};`;
  const folder = floodWith('flood unsupported', code, {
    'src/pages/hello.md': '# Hello\n',
    'sidebars.ts':
      "export default {toolkit: ['index', {type: 'category', label: 'All', link: {type: 'generated-index'}, items: ['priorities/warnings']}]};\n",
  });
  const built = await tryBuild(folder);
  expect(built.code).toBe(1);
  expect(built.output).not.toMatch(/^\s+at /m);
  for (const part of [
    'config.ts: error: `plugins` adds `docusaurus-plugin-content-blog` with the id `news`',
    'config.ts: error: `plugins` adds `docusaurus-plugin-content-docs` with the id `more`',
    'src/pages/hello.md: error: `plugin-content-pages` reads this page of Markdown',
    'sidebars.ts: error: a category has a link of the type `generated-index`',
    '`i18n.locales` lists several languages',
  ]) {
    expect(built.output).toContain(part);
  }
});

test('a script that pages would leave out without a word stops the build', async () => {
  const code = "config.scripts = ['https://elsewhere.example/count.js'];";
  const built = await tryBuild(floodWith('flood head', code));
  expect(built.code).toBe(1);
  expect(built.output).toContain('docusaurus.config.ts: error: `scripts` adds elements to pages, expected none');
});

test('a page of a plugin outside the site is an error that says how to write its address', async () => {
  const code =
    "config.plugins.push(() => ({name: 'mine', contentLoaded: ({actions}) => actions.addRoute({path: '/mine/', component: '@site/Page.js', exact: true})}));";
  const {output} = await tryBuild(floodWith('flood outside', code, {'Page.js': 'export default () => null;\n'}));
  expect(output).toContain(
    'error: the plugin `mine` adds the page `/mine/`, expected an address that begins with `/flood/`',
  );
  expect(output).toContain("fix: Write `path: context.baseUrl + '...'` in its `addRoute`.");
});

test('each component that `swizzle` calls safe shows its wrap, and a wrapped toolkit has no warning', async () => {
  const components = Object.entries(toolkitPlugin.getSwizzleConfig().components ?? {});
  const names = components.filter(([, {actions}]) => actions.wrap === 'safe').map(([name]) => name);
  const wraps = names.map((name) => {
    const code = `import Original from '@theme-original/${name}';\nexport default (props) => <><i data-wrapped="${name}" /><Original {...props} /></>;\n`;
    return [`src/theme/${name}/index.js`, code] as const;
  });
  const folder = floodWith('flood wrapped', '', Object.fromEntries(wraps));
  const settings = path.join(folder, 'toolkit.config.ts');
  // The page of thanks is only in toolkits with a form.
  const relay = "defineToolkit({feedback_relay: {address: 'https://relay.flood.example', operator: 'our editors'},";
  writeFileSync(settings, readFileSync(settings, 'utf8').replace('defineToolkit({', relay));
  const {code, output} = await tryBuild(folder);
  expect(code, output).toBe(0);
  expect(output).not.toContain('no effect here');
  const shown = new Set(
    readBuiltPages(`${folder}/build`).flatMap(({$}) =>
      $('[data-wrapped]')
        .toArray()
        .map((i) => i.attribs['data-wrapped']),
    ),
  );
  expect(names.filter((name) => !shown.has(name))).toEqual([]);
});
