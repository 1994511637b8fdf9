import {mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {buildSync} from 'esbuild';
import {afterAll, expect, test} from 'vitest';
import {textIn} from '../../../support/run-command.ts';
import {ROOT} from '../../../support/toolkits/copy-toolkit.ts';

const FOLDER = path.join(ROOT, '.github', 'workflows');

type GitHub = Pick<typeof import('@actions/languageservice'), 'validate'> &
  Pick<typeof import('vscode-languageserver-textdocument'), 'TextDocument'>;

const bundled = mkdtempSync(path.join(tmpdir(), 'toolkit-'));
afterAll(() => rmSync(bundled, {recursive: true, force: true}));

/** GitHub's own reader of workflows imports JSON in a way that Node refuses and bundlers take. */
function loadReader(): GitHub {
  const outfile = path.join(bundled, 'reader.cjs');
  const contents =
    "export {validate} from '@actions/languageservice'; export {TextDocument} from 'vscode-languageserver-textdocument';";
  buildSync({
    stdin: {contents, resolveDir: import.meta.dirname},
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
    outfile,
  });
  return createRequire(import.meta.url)(outfile) as GitHub;
}

const {validate, TextDocument} = loadReader();

/** What it says against a workflow, with the line; it asks no network here. */
async function faultsOf(file: string, text: string): Promise<string[]> {
  const document = TextDocument.create(`file:///.github/workflows/${file}`, 'yaml', 0, text);
  const faults = await validate(document);
  return faults.map(({range, message}) => `${range.start.line + 1}: ${message}`).sort();
}

test.each(readdirSync(FOLDER))('%s is a workflow that GitHub takes', async (file) => {
  expect(await faultsOf(file, textIn(FOLDER, file))).toEqual([]);
});

test('what GitHub would not take is found', async () => {
  const text = 'on: {issues: {types: [labelled]}}\njobs: {make: {runs-on: ubuntu-24.04, steps: [{run: "true"}]}}\n';
  expect(await faultsOf('bad.yml', text)).toHaveLength(1);
  expect(await faultsOf('sound.yml', text.replace('labelled', 'labeled'))).toEqual([]);
});
