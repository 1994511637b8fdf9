import {symlinkSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {renderLosses} from '../../../../src/features/import/losses.ts';
import {newMenu} from '../../../../src/features/import/new-menu.ts';
import {planImport} from '../../../../src/features/import/plan-import.ts';
import {readFolder} from '../../../../src/features/import/read-folder.ts';
import {folderWith} from '../../support/run-command.ts';

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

test.each(['docusaurus', 'mkdocs', 'wiki', 'folder'])(
  'the titles, the menu and the report of a site like %s',
  (name) => {
    const site = readFolder(folderWith({}), path.join(SITES, name));
    const {losses, pages} = planImport(site, SETTINGS);
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
    'docs/a.mdx': `${OPENING}\n\n<Card title="One">\n\nPress <Key k="f" /> or \\<a href="x" style=y>.\n\n</Card>\n\n<Method\n  args={[{name: 'a'}]}\n  returns="P<x>"\n/>\n\n<div style={{color: 'red'}}>Two</div>\n| A |\n| - |\n\n## Three\n\n\`<Kept />\`\n\nSay <<name>>.\n\n<svg></svg>\n`,
  });
  expect(textOf('docs/a.md')).toContain(
    'Write here: what readers saw in `<Card title="One">`\n\nPress Write here: what readers saw in `<Key k="f" />` or \\<a href="x" style=y>.\n\nWrite here: what readers saw in `<Method args={[{name: \'a\'}]} returns="P<x>" />`\n\nTwo\n\n| A |\n| - |\n\n## Three\n\n`<Kept />`\n\nSay <\\<name>>.\n\nWrite here: what readers saw in \\<svg>\n',
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

test('MkDocs: boxes in boxes, tabs and anchors', () => {
  const {textOf} = planned({
    'mkdocs.yml': '',
    'docs/gauges.md': `# Gauges\n\n${OPENING}\n\n## How { #how }\n\n!!! abstract "In short"\n    One.\n\n    ??? tip\n        | Two |\n        | - |\n\n=== "A"\n    Three.\n`,
  });
  expect(textOf('docs/gauges.md')).toContain(
    '## How {#how}\n\n::::note[In short]\nOne.\n\n:::details[Tip]\n| Two |\n| - |\n\n:::\n::::\n\n### A\n\nThree.\n',
  );
});

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
    'link out.md',
    'link out.md',
    'link out.md',
    'page deep.md',
    'page link.md',
    'page list.md',
    'unused _config.yml',
  ]);
  expect(() => planned({'mkdocs.yml': 'docs_dir: ../..\n'})).toThrow('`docs_dir` names `../..`');
});
