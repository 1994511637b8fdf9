import {existsSync, globSync, readFileSync, rmSync, symlinkSync} from 'node:fs';
import path from 'node:path';
import {toString as textOf} from 'mdast-util-to-string';
import {expect, test} from 'vitest';
import {parseMarkdown} from '../../../../src/content/markdown/parse-markdown.ts';
import {renderLosses} from '../../../../src/features/import/losses.ts';
import {newMenu} from '../../../../src/features/import/new-menu.ts';
import {planImport} from '../../../../src/features/import/plan-import.ts';
import {readFolder} from '../../../../src/features/import/read-folder.ts';
import {folderWith, runCommand, textIn} from '../../support/run-command.ts';
import {soundFiles} from '../../support/toolkits/sound-toolkit.ts';

const SETTINGS = {pages_at: '/toolkit/', owners: [{id: 'editor', label: 'Editor', team: '@a/b', owns: []}]};

const SITES = path.join(import.meta.dirname, '../../fixtures/import');

const OPENING = 'Rivers rise fast here, and this page says what to do first.';

const front = (keys: string) => `---\n${keys}\n---\n\n`;

/** What is planned for a site in a folder of its own. */
function planned(files: Record<string, string | Uint8Array>) {
  const root = folderWith({
    'toolkit/a.txt': '',
    ...Object.fromEntries(Object.entries(files).map(([file, text]) => [`old/${file}`, text])),
  });
  const plan = planImport(readFolder(path.join(root, 'toolkit'), '../old'), SETTINGS);
  return {...plan, textOf: (file: string) => String(plan.files.get(file)), root};
}

/** The words of Markdown, without what marks them. */
const wordsOf = (markdown: string) =>
  textOf(parseMarkdown(markdown.replaceAll(/\\?:(?=\w)/g, ': ')))
    .replaceAll(/Write here: what readers saw in|[^\p{L}\p{N}]+/gu, ' ')
    .replaceAll(/ +/g, ' ')
    .trim();

test.each(['docusaurus', 'mkdocs', 'wiki', 'folder'])(
  'every heading and paragraph of a site like %s is on a page, or in the report',
  (name) => {
    const site = readFolder(folderWith({}), path.join(SITES, name));
    const {files, losses, pages} = planImport(site, SETTINGS);
    const written = [...files].map(([file, text]) => (file.endsWith('.md') ? String(text) : '')).join('\n');
    const found = wordsOf(`${written}\n${renderLosses(losses)}`);
    for (const file of globSync('**/*.{md,mdx}', {cwd: path.join(SITES, name)})) {
      if (losses.some((loss) => file.startsWith(loss.file) && loss.name === 'part')) continue;
      const body = readFileSync(path.join(SITES, name, file), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
      const blocks = body.split(/\n\s*\n/).filter((block) => /^#|^[A-Z]|^ {4}[A-Z]|^[*|-] /.test(block));
      for (const block of blocks) expect(found, `${file}: ${block}`).toContain(wordsOf(block.replace(/^ {4}/gm, '')));
    }
    const brief = losses.map(({name: kind, file, found: what = '', line}) => [kind, file, line, what].join(' ').trim());
    expect({
      titles: pages.map(({id, title}) => `${id}: ${title}`),
      menu: newMenu(site, pages),
      brief,
    }).toMatchSnapshot();
  },
);

test('Docusaurus: numbers, slugs, boxes with titles, tabs and HTML', () => {
  const {textOf, losses} = planned({
    'docusaurus.config.js': "module.exports = {url: 'https://old.example', baseUrl: '/', routeBasePath: 'docs'}",
    'docs/02-water/01-gauges.mdx': `${front('slug: /levels')}import Tabs from '@theme/Tabs';\n\n# Gauges\n\n${OPENING}\n\n:::note Read this\nWords.\n:::\n\n<TabItem value="a" label="Linux">\n\nOne <b>bold</b> <kbd>Ctrl</kbd>.\n\n</TabItem>\n\n<video src="/film.mp4"></video>\n\n\`\`\`js title="a.js"\n{% kept %} !!! note\n\`\`\`\n`,
    'docs/other.md': `${OPENING} See [levels](/docs/levels).\n`,
  });
  const text = textOf('docs/water/gauges.md');
  expect(text).toContain('title: Gauges\n');
  expect(text).toContain('redirect_from:\n  - /levels/\n  - /docs/levels/\n');
  expect(text).toContain(':::note[Read this]\nWords.\n:::\n\n## Linux\n\nOne **bold** <kbd>Ctrl</kbd>.\n');
  expect(text).toContain('```js title="a.js"\n{% kept %} !!! note\n```');
  expect(textOf('docs/other.md')).toContain('[levels](water/gauges.md)');
  expect(losses).toContainEqual({name: 'link', file: 'docs/02-water/01-gauges.mdx', found: '/film.mp4', line: 21});
});

test('MDX: components leave a mark where they were, and what is around stays', () => {
  const {textOf, losses} = planned({
    'docusaurus.config.js': 'module.exports = {}',
    'docs/a.mdx': `${OPENING}\n\n<Card title="One">\n\nPress <Key k="f" /> or \\<a href="x" style=y>.\n\n</Card>\n\n<Method\n  args={[{name: 'a'}]}\n  returns="P<x>"\n/>\n\n<div style={{color: 'red'}}>Two</div>\n| A |\n| - |\n\n## Three\n\n\`<Kept />\`\n`,
  });
  expect(textOf('docs/a.md')).toContain(
    'Write here: what readers saw in `<Card title="One">`\n\nPress Write here: what readers saw in `<Key k="f" />` or \\<a href="x" style=y>.\n\nWrite here: what readers saw in `<Method args={[{name: \'a\'}]} returns="P<x>" />`\n\nTwo\n\n| A |\n| - |\n\n## Three\n\n`<Kept />`\n',
  );
  expect(losses).toContainEqual({name: 'component', file: 'docs/a.mdx', found: '<Card title="One">', line: 3});
  const late = planned({'a.md': `${front('title: A')}Before.\n\n# Harvest\n\nIn August.\n`});
  expect(late.textOf('docs/a.md')).toContain('Before.\n\n## Harvest\n\nIn August.\n');
});

test('opened and shared pictures are files of their own, texts in keys are reported, and open tags end', () => {
  const {textOf, files, losses} = planned({
    'mkdocs.yml': '',
    'docs/a/b.md': `${front('image: ../map.png\nhero: A text that readers saw')}${OPENING}\n\n[![Map](../map.png)](../map.png) <img src="../../map.png"> {.x}\n\nAn <i>open tag\n\n> Next\n`,
    'docs/map.png': 'png',
  });
  const text = textOf('docs/a/b.md');
  expect(text).toContain('image: /files/map.png\n');
  expect(text).toContain('[![Map](../map.png)](/files/map.png) ![](../map.png)\n\nAn _open tag_\n\n> Next\n');
  expect([...files.keys()].sort()).toEqual(['docs/a/b.md', 'docs/map.png', 'static/files/map.png']);
  expect(renderLosses(losses)).toContain('- docs/a/b.md:1: `hero: A text that readers saw`\n');
});

test('MkDocs: boxes in boxes, tabs, anchors and the menu', async () => {
  const root = folderWith({
    ...Object.fromEntries(Object.entries(soundFiles()).map(([file, text]) => [`toolkit/${file}`, text])),
    'old/mkdocs.yml': 'site_url: https://old.example/guide/\nnav:\n  - Water:\n    - Levels: gauges.md\n',
    'old/docs/gauges.md': `# Gauges\n\n${OPENING}\n\n## How { #how }\n\n!!! abstract "In short"\n    One.\n\n    ??? tip\n        Two.\n\n=== "A"\n    Three.\n`,
  });
  const toolkit = path.join(root, 'toolkit');
  rmSync(path.join(toolkit, 'docs/index.md'));
  const first = await runCommand(['import', '../old'], toolkit);
  expect(first.stdout).toContain('Imported 1 page of `../old`');
  const file = path.join(toolkit, 'docs/gauges.md');
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(
    '## How {#how}\n\n::::note[In short]\nOne.\n\n:::details[Tip]\nTwo.\n:::\n::::\n\n### A\n\nThree.\n',
  );
  expect(text).toContain('redirect_from:\n  - /gauges/\n');
  const {sidebars} = JSON.parse(textIn(toolkit, 'navigation.json'));
  expect(Object.values(sidebars).flat()).toContainEqual({type: 'category', label: 'Water', items: ['gauges']});
  expect(textIn(toolkit, 'docs/index.md')).toContain('\n\nWrite here: ');
  expect(textIn(toolkit, 'report/import.md')).toContain('- mkdocs.yml');
  expect(existsSync(path.join(toolkit, 'ledgers/baseline.json'))).toBe(true);

  const second = await runCommand(['import', '../old'], toolkit);
  expect(second.stdout).toContain('Nothing to import');
  expect(readFileSync(file, 'utf8')).toBe(text);
}, 60_000);

test('what is hostile is refused by name, and nothing outside the folder is read', () => {
  const root = folderWith({
    'secret.md': 'secret',
    'toolkit/a.txt': '',
    'old/_config.yml': '',
    'old/list.md': `${front('- a\n- b')}Words.`,
    'old/deep.md': `${'>'.repeat(9000)} Words.`,
    'old/out.md': `${OPENING} [Out](../secret.md#a) [up](#no) {% include ../secret.md %} ![Out](../../../etc/passwd)`,
  });
  symlinkSync(path.join(root, 'secret.md'), path.join(root, 'old/link.md'));
  const {files, losses} = planImport(readFolder(path.join(root, 'toolkit'), '../old'), SETTINGS);
  expect([...files.keys()]).toEqual(['docs/out.md']);
  expect(String(files.get('docs/out.md'))).toContain(
    ' Out up Write here: what readers saw in `{% include ../secret.md %}`',
  );
  expect(losses.map(({name, file}) => `${name} ${file}`).sort()).toEqual([
    'component out.md',
    'file link.md',
    'link out.md',
    'link out.md',
    'link out.md',
    'page deep.md',
    'page list.md',
    'unused _config.yml',
  ]);
  expect(() => planned({'mkdocs.yml': 'docs_dir: ../..\n'})).toThrow('names the folder `../..`');
});
