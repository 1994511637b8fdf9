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

const WORKING = `
const words = (tree, change) => (tree.children ?? []).forEach((node) => {
  if (node.type === 'text') node.value = change(node.value);
  words(node, change);
});
const preset = config.presets[0][1];
preset.docs.remarkPlugins = [() => (tree) => words(tree, (text) => text.replace('remark here', 'changed by remark'))];
preset.docs.rehypePlugins = [() => (tree) => words(tree, (text) => text.replace('rehype here', 'changed by rehype'))];
config.headTags = [{tagName: 'meta', attributes: {name: 'ours', content: 'yes'}}];
config.scripts = [{src: 'https://elsewhere.example/count.js', integrity: 'sha256-abc', crossorigin: 'anonymous'}];
config.clientModules = [require.resolve('./mine/client.css')];
config.plugins.push(
  ['@docusaurus/plugin-content-docs', {id: 'more', path: 'more', routeBasePath: 'more'}],
  ['@docusaurus/plugin-content-blog', {id: 'news', path: 'news', routeBasePath: 'news', onUntruncatedBlogPosts: 'ignore'}],
  (context) => ({
    name: 'mine',
    loadContent: () => 'loaded',
    async contentLoaded({content, actions: {addRoute, createData}}) {
      const data = await createData('data.json', JSON.stringify({content}));
      addRoute({path: context.baseUrl + 'mine/', component: '@site/mine/Page.js', exact: true, modules: {data}});
    },
    injectHtmlTags: () => ({headTags: [{tagName: 'meta', attributes: {name: 'mine', content: 'yes'}}]}),
    postBuild: ({outDir}) => fs.writeFileSync(path.join(outDir, 'quiet.txt'), 'written'),
  }),
);`;

test('what EXTENDING.md says of Docusaurus works, each wrap of a component shows, and no warning is printed', async () => {
  const components = Object.entries(toolkitPlugin.getSwizzleConfig().components ?? {});
  const names = components.filter(([, {actions}]) => actions.wrap === 'safe').map(([name]) => name);
  const wraps = names.map((name) => {
    const code = `import Original from '@theme-original/${name}';\nexport default (props) => <><i data-wrapped="${name}" /><Original {...props} /></>;\n`;
    return [`src/theme/${name}/index.js`, code] as const;
  });
  const folder = floodWith('flood working', WORKING, {
    ...Object.fromEntries(wraps),
    'mine/client.css': '.mine-style {color: red}\n',
    'mine/Page.js':
      'import Layout from \'@theme/Layout\';\nexport default ({data}) => <Layout title="Mine"><h1>{data?.content}</h1></Layout>;\n',
    'more/intro.md':
      '---\ntitle: More\nsidebar_position: 1\n---\n\nRemark here: remark here, rehype here. [Next](next.md)\n\n:::tip\nYes.\n:::\n\n```js {1}\nlet a;\n```\n',
    'more/next.md': '# Next\n\nWords.\n',
    'news/2026-11-01-first.md': '---\ntitle: First news\n---\n\nWords of news.\n',
    'src/pages/hello.md': '# Hello\n\nWords of mine.\n',
    'src/pages/team.js':
      "import Layout from '@theme/Layout';\nexport default () => <Layout title='Team'><h1>Team</h1></Layout>;\n",
    'sidebars.ts':
      "export default {toolkit: ['index', {type: 'category', label: 'All', link: {type: 'generated-index'}, items: ['priorities/warnings', 'approaches/wardens']}]};\n",
  });
  const {code, output} = await tryBuild(folder);
  expect(code, output).toBe(0);
  expect(output).not.toContain('no effect here');
  const shown = (page: string) => openBuilt(`${folder}/build`, page);
  const intro = shown('more/intro/');
  expect(intro('.prose').text()).toContain('changed by remark, changed by rehype');
  expect(intro('.box-title').text()).toBe('Tip');
  expect(intro('.highlight-line .keyword').text()).toBe('let');
  expect(intro('.prose a[href="/flood/more/next/"]').text()).toBe('Next');
  expect(intro('h1').text()).toBe('More');
  expect(shown('more/next/')('h1').text()).toBe('Next');
  expect(shown('news/2026/11/01/first/')('.prose').text()).toContain('Words of news.');
  expect(shown('news/')('main').text()).toContain('First news');
  expect(shown('hello/')('.prose').text()).toContain('Words of mine.');
  expect(shown('team/')('h1').text()).toBe('Team');
  expect(shown('mine/')('h1').text()).toBe('loaded');
  expect(shown('toolkit/category/all/')('.page-body li').length).toBe(2);
  expect(shown('')('meta[name="mine"], meta[name="ours"]').length).toBe(2);
  expect(shown('')('meta[http-equiv]').attr('content')).toContain("script-src 'self' https://elsewhere.example ");
  expect(existsSync(path.join(folder, 'build/quiet.txt'))).toBe(true);
  const sheets = shown('mine/')('link[rel="stylesheet"]').toArray();
  const styles = sheets.map(({attribs}) =>
    readFileSync(path.join(folder, attribs.href?.replace('/flood', 'build') ?? '')),
  );
  expect(styles.join()).toContain('.mine-style');
  const wrapped = readBuiltPages(`${folder}/build`).flatMap(({$}) =>
    $('[data-wrapped]')
      .toArray()
      .map((i) => i.attribs['data-wrapped']),
  );
  expect(names.filter((name) => !wrapped.includes(name))).toEqual([]);
});
