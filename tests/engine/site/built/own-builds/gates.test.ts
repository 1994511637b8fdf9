import {appendFileSync, existsSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {tryBuild} from '../../../support/sites/build-toolkit.ts';
import {copyToolkit, FLOOD} from '../../../support/toolkits/copy-toolkit.ts';
import {forgetPublished} from '../../../support/toolkits/forget-published.ts';

test('broken front matter stops the build with a report before anything is built', async () => {
  const folder = copyToolkit('flood broken', {contentFrom: FLOOD});
  writeFileSync(path.join(folder, 'docs/priorities/broken.md'), '---\ntitle: [a, b]\nowner: a: b\n---\n');
  const {code, output} = await tryBuild(folder);
  expect(code).toBe(1);
  expect(output).toContain('docs/priorities/broken.md:3:');
  expect(output).not.toMatch(/^\s+at /m);
  expect(existsSync(path.join(folder, 'build'))).toBe(false);
});

test('the content gate stops a build that the check did not see', async () => {
  const folder = copyToolkit('flood gate', {contentFrom: FLOOD});
  writeFileSync(path.join(folder, 'docs/run.mdx'), 'export const ran = process.exit(7);\n');
  writeFileSync(path.join(folder, 'package.json'), '{"scripts": {"build": "docusaurus build"}}\n');
  const {code, output} = await tryBuild(folder);
  expect(code).toBe(1);
  expect(output).toContain('docs/run.mdx: error: this kind of file does not belong in this folder');
  expect(output).not.toMatch(/^\s+at /m);
});

test('dead links and anchors stop the build, each with its page and a repair', async () => {
  const folder = forgetPublished(copyToolkit('flood dead links', {contentFrom: FLOOD, isWarm: true}));
  appendFileSync(
    path.join(folder, 'docs/priorities/warnings.md'),
    '\nA [dead page](/toolkit/flods/), a [dead anchor](../approaches/wardens.md#no-such-heading).\n',
  );
  const {code, output} = await tryBuild(folder);
  expect(code).toBe(1);
  expect(output).toContain('docs/priorities/warnings.md: error: link to `/toolkit/flods/` leads nowhere');
  expect(output).toContain('`npm run check` names its line');
  expect(output).toContain('#no-such-heading');
  expect(output).toContain('2 errors in 1 file');
  expect(output).not.toMatch(/^\s+at /m);
});

test('a script that pages would leave out without a word stops the build', async () => {
  const folder = copyToolkit('flood head', {contentFrom: FLOOD});
  const file = path.join(folder, 'docusaurus.config.ts');
  const config =
    "const config = createSiteConfig(__dirname);\nconfig.scripts = ['https://elsewhere.example/count.js'];\n";
  const code = readFileSync(file, 'utf8').replace(
    'export default createSiteConfig(__dirname)',
    `${config}export default config`,
  );
  writeFileSync(file, code);
  const built = await tryBuild(folder);
  expect(built.code).toBe(1);
  expect(built.output).toContain('docusaurus.config.ts: error: `scripts` adds elements to pages, expected none');
  expect(built.output).not.toMatch(/^\s+at /m);
});
