import {existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {load} from 'cheerio';
import {beforeAll, expect, test} from 'vitest';
import {toolkitPlugin} from '../../../../../src/site/plugin/index.ts';
import {editFile, runCommand, textIn} from '../../../support/run-command.ts';
import {tryBuild} from '../../../support/sites/build-toolkit.ts';
import {type BuiltPage, openBuilt, readBuiltPages, squeeze} from '../../../support/sites/built-page.ts';
import {siteFolder} from '../../../support/sites/site-folder.ts';
import {copyToolkit, FLOOD} from '../../../support/toolkits/copy-toolkit.ts';

/** The texts of authors, in which a page shows what it does not take from the catalogue. */
const CONTENT = [
  'docs',
  'handbook',
  'blog',
  'ledgers',
  'versioned_docs',
  'toolkit.config.ts',
  'extensions.mts',
  'navigation.json',
];

/** The language, and two texts of the publisher. */
const SETTINGS_IN_WELSH = `language: 'cy',
  labels: {'frame.menu': 'Rhestr', 'updates.about': 'Popeth newydd yn {title}.'}`;

/** What a publisher may add to the configuration of Docusaurus, as EXTENDING.md says. */
const CONFIG = `
import fs from 'node:fs';
import path from 'node:path';
import {createSiteConfig} from 'good-practice-toolkit/site';
const config: any = createSiteConfig(__dirname);
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
);
export default config;
`;

/** The files that it names, and pages in every place where Docusaurus has some. */
const ADDED = {
  'docusaurus.config.ts': CONFIG,
  'mine/client.css': '.mine-style {color: red}\n',
  'mine/Page.js':
    'import Layout from \'@theme/Layout\';\nexport default ({data}) => <Layout title="Mine"><h1>{data?.content}</h1></Layout>;\n',
  'more/intro.md':
    '---\ntitle: More\nsidebar_position: 1\n---\n\nRemark here: remark here, rehype here. [Next](next.md)\n\n:::tip\nYes.\n:::\n\n```js {1}\nlet a;\n```\n',
  'more/next.md': '---\ntitle: Not shown\n---\n\n# Next\n\nWords, and [more](intro.md).\n',
  'more/bare.md': 'Words alone.\n',
  'news/2026-11-01-first.md': '---\ntitle: First news\n---\n\nWords of news.\n',
  'src/pages/hello.md': '# Hello\n\nWords of mine.\n',
  'src/pages/team.js':
    "import Layout from '@theme/Layout';\nexport default () => <Layout title='Team'><h1>Team</h1></Layout>;\n",
  'sidebars.ts':
    "export default {toolkit: ['index', {type: 'category', label: 'All', link: {type: 'generated-index'}, items: ['priorities/warnings', 'approaches/wardens']}]};\n",
};

/** The components that a toolkit may wrap. */
const WRAPPED = Object.entries(toolkitPlugin.getSwizzleConfig().components ?? {})
  .filter(([, {actions}]) => actions.wrap === 'safe')
  .map(([name]) => name);

let folder = '';
let site = '';
let output = '';

/** The example toolkit with its English texts, as a toolkit in Welsh, and with all that Docusaurus lets a publisher add. */
beforeAll(async () => {
  folder = copyToolkit('flood in Welsh', {contentFrom: FLOOD, isWarm: true});
  editFile(folder, 'toolkit.config.ts', "language: 'en-GB'", SETTINGS_IN_WELSH);
  // One translation of the original as it is, and one of an earlier text.
  const citation = openBuilt(siteFolder('flood'), 'toolkit')('[download$=".ris"]').attr('href') ?? '';
  translate('approaches/wardens', /Fingerprint%20(\w+?)%/.exec(citation)?.[1] ?? '');
  translate('priorities/warnings', '0123456789abcdef');
  const wraps = WRAPPED.map((name) => {
    const code = `import Original from '@theme-original/${name}';\nexport default (props) => <><i data-wrapped="${name}" /><Original {...props} /></>;\n`;
    return [`src/theme/${name}/index.js`, code] as const;
  });
  for (const [file, text] of [...Object.entries(ADDED), ...wraps]) {
    mkdirSync(path.dirname(path.join(folder, file)), {recursive: true});
    writeFileSync(path.join(folder, file), text);
  }
  const built = await tryBuild(folder);
  expect(built.code, built.output).toBe(0);
  output = built.output;
  site = path.join(folder, 'build');
}, 240_000);

function translate(id: string, fingerprint: string): void {
  const file = path.join(folder, 'docs', `${id}.md`);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/^---\n/, `---\ntranslation: {of: index, fingerprint: "${fingerprint}"}\n`));
}

const read = (file: string) => textIn(site, file);

function filesOf(place: string): string[] {
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, {recursive: true, encoding: 'utf8'})
    .map((name) => path.join(place, name))
    .filter((file) => statSync(file).isFile());
}

function textOf(names: readonly string[]): string {
  const files = names.flatMap((name) => filesOf(path.join(folder, name)));
  return files.map((file) => readFileSync(file, 'utf8')).join('\n');
}

/** All texts of authors in one line, without the marks of Markdown. */
function contentText(): string {
  return squeeze(textOf(CONTENT).replace(/[*_`\\]/g, ''));
}

/** Attributes with text for readers. */
const TEXT_ATTRIBUTE =
  /^(?:aria-label|title|placeholder|alt|data-(?:to-dark|to-light|found.*|failed|busy|loading|clear))$/;

/** Every text of a page around the text of its author. */
function furniture({html}: Pick<BuiltPage, 'html'>): string[] {
  const $ = load(html, {scriptingEnabled: false});
  $('.prose, .difference, .sentence, .contents ul, script').remove();
  const elements = $('*')
    .toArray()
    .flatMap((node) => ('attribs' in node ? [node] : []));
  const texts = elements.flatMap(({children}) => children.flatMap((node) => (node.type === 'text' ? [node.data] : [])));
  const attributes = elements.flatMap(({attribs}) =>
    Object.entries(attribs).flatMap(([name, value]) => (TEXT_ATTRIBUTE.test(name) ? [value] : [])),
  );
  const description = $('meta[name="description"]').attr('content') ?? '';
  return [...texts, ...attributes, description].map(squeeze).filter((text) => /\p{L}{2}/u.test(text));
}

/** Names of formats and of keys, which no language translates. */
const SAME = [
  'api_url',
  'Atom',
  'BibTeX',
  'CSV',
  'feed.atom',
  'index.html.md',
  'JSON',
  'JSON Feed',
  'llms.txt',
  'Markdown',
  'null',
  'RIS',
  'total',
  'Cost',
];

test('no text around the content is the same as in English, apart from names of formats', () => {
  const content = contentText();
  const english = new Map(readBuiltPages(siteFolder('flood')).map((page) => [page.file, new Set(furniture(page))]));
  const isContent = (text: string) =>
    SAME.includes(text) || !/\p{L}{2}/u.test(text) || content.includes(text) || /^(\. )?https?:|_/.test(text);
  const left = readBuiltPages(site).flatMap((page) =>
    furniture(page)
      .filter((text) => english.get(page.file)?.has(text))
      // Facts of content are joined by signs.
      .filter(
        (text) =>
          !isContent(text) &&
          !text
            .split(/ \| | · |: |[,;.] |[.,()]| \d+/)
            .map(squeeze)
            .every(isContent),
      )
      .map((text) => `${page.file}: ${text}`),
  );
  expect(left).toEqual([]);
});

test('a text of the publisher replaces that of the catalogue', () => {
  expect(openBuilt(site, '')('summary').first().text()).toBe('Rhestr');
  expect(openBuilt(site, 'updates')('meta[name="description"]').attr('content')).toBe(
    'Popeth newydd yn Ready for the river.',
  );
});

test('a translated page says that its original has changed since, if it has', () => {
  const notice = 'Mae’r dudalen wreiddiol wedi newid ers ei chyfieithu: Living beside the river.';
  expect(squeeze(openBuilt(site, 'toolkit/priorities/warnings')('.page-body > .notice').text())).toContain(notice);
  expect(squeeze(openBuilt(site, 'toolkit/approaches/wardens')('article').text())).not.toContain(notice);
});

test('every file names the language', () => {
  expect([...new Set(readBuiltPages(site).map(({$}) => $('html').attr('lang')))]).toEqual(['cy']);
  expect(read('updates/feed.atom')).toContain('xml:lang="cy"');
  expect(read('updates/feed.atom')).toContain('Diweddariadau | Ready for the river');
  expect(JSON.parse(read('updates/feed.json'))).toMatchObject({language: 'cy'});
  expect(JSON.parse(read('manifest.webmanifest'))).toMatchObject({lang: 'cy'});
  expect(JSON.parse(read('api/index.json'))).toMatchObject({locale: 'cy'});
  expect(read('toolkit/priorities/warnings/index.html')).toContain('"inLanguage":"cy"');
  expect(Object.keys(JSON.parse(read('pagefind/pagefind-entry.json')).languages)).toEqual(['cy']);
});

test('what EXTENDING.md says of Docusaurus works, each wrap of a component shows, and no warning is printed', () => {
  expect(output).not.toContain('no effect here');
  expect(output).toContain('src/pages/team.js: note: component is rendered once');
  const shown = (page: string) => openBuilt(site, page);
  const intro = shown('more/intro/');
  expect(intro('.prose').text()).toContain('changed by remark, changed by rehype');
  expect(intro('.box-title').text()).toBe('Awgrym');
  expect(intro('.highlight-line .keyword').text()).toBe('let');
  expect(intro('.prose a[href="/flood/more/next/"]').text()).toBe('Next');
  expect(intro('h1').text()).toBe('More');
  expect(shown('more/next/')('h1').text()).toBe('Next');
  expect(shown('more/bare/')('h1').text()).toBe('bare');
  expect(output).toContain('note: pages of the plugin instance `more` are not in the search');
  expect(shown('news/2026/11/01/first/')('.prose').text()).toContain('Words of news.');
  expect(shown('news/')('main').text()).toContain('First news');
  expect(shown('hello/')('.prose').text()).toContain('Words of mine.');
  expect(shown('team/')('h1').text()).toBe('Team');
  expect(shown('mine/')('h1').text()).toBe('loaded');
  expect(shown('toolkit/category/all/')('.page-body li').length).toBe(2);
  expect(shown('')('meta[name="mine"], meta[name="ours"]').length).toBe(2);
  expect(shown('')('meta[http-equiv]').attr('content')).toContain("script-src 'self' https://elsewhere.example ");
  expect(existsSync(path.join(site, 'quiet.txt'))).toBe(true);
  const sheets = shown('mine/')('link[rel="stylesheet"]').toArray();
  const styles = sheets.map(({attribs}) =>
    readFileSync(path.join(folder, attribs.href?.replace('/flood', 'build') ?? '')),
  );
  expect(styles.join()).toContain('.mine-style');
  const wrapped = readBuiltPages(site).flatMap(({$}) =>
    $('[data-wrapped]')
      .toArray()
      .map((i) => i.attribs['data-wrapped']),
  );
  expect(WRAPPED.filter((name) => !wrapped.includes(name))).toEqual([]);
});

test('rules that judge English do not run, and others do', async () => {
  const bad = [
    'Mae’r afon wedi cyrraedd lefel uchaf y gaeaf ac mae’r wardeniaid yn gweithio bob nos a phob bore i rybuddio pob tŷ sydd ar lan yr afon rhag y dŵr.',
    '',
    '## CANLLAW MAWR IAWN',
    '',
    'Gwelwyd 45% o’r cartrefi.',
    '',
    'Daeth y dŵr ar 24 Tachwedd 2026.',
    '',
    '[click here](https://river.example/)',
    '',
  ].join('\n');
  const file = path.join(folder, 'docs', 'priorities', 'warnings.md');
  writeFileSync(file, readFileSync(file, 'utf8') + bad);
  const {stdout} = await runCommand(['check', '--format', 'json'], folder);
  const {problems} = JSON.parse(stdout) as {problems: {path: string; rule: string}[]};
  const rules = new Set(
    problems.filter((problem) => problem.path === 'docs/priorities/warnings.md').map(({rule}) => rule),
  );
  expect([...rules]).toEqual(
    expect.arrayContaining(['no-shouted-heading', 'no-figure-without-source', 'no-vague-link']),
  );
  for (const rule of ['no-misspelling', 'no-long-sentence', 'no-hard-page', 'require-date-style'])
    expect(rules).not.toContain(rule);
});
