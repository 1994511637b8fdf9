import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {buildSync} from 'esbuild';
import {afterAll, expect, test} from 'vitest';
import {ROOT} from '../../support/toolkits/copy-toolkit.ts';

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
  expect(await faultsOf(file, readFileSync(path.join(FOLDER, file), 'utf8'))).toEqual([]);
});

const SOUND = `name: Greet
on:
  issues:
    types: [labeled]
  schedule:
    - cron: "0 5 * * *"
permissions: {}
jobs:
  make:
    runs-on: ubuntu-24.04
    permissions:
      issues: write
    timeout-minutes: 5
    outputs:
      base: \${{ steps.patch.outputs.base }}
    steps:
      - id: patch
        run: echo "base=x" >> "$GITHUB_OUTPUT"
  open:
    needs: make
    if: startsWith(github.event.label.name, 'proposal:')
    runs-on: ubuntu-24.04
    steps:
      - run: "true"
        env:
          BASE: \${{ needs.make.outputs.base }}
`;

test('a sound workflow has no fault', async () => {
  expect(await faultsOf('sound.yml', SOUND)).toEqual([]);
});

test.each([
  ['an event that is none', '  issues:\n', '  issue:\n'],
  ['a type of event that is none', '[labeled]', '[labelled]'],
  ['a time that is none', '0 5 * * *', '0 99 * * *'],
  ['a permission that is none', 'issues: write', 'issue: write'],
  ['a key that is none', 'timeout-minutes', 'timeout-minute'],
  ['a step that is none', 'steps.patch', 'steps.pach'],
  ['a job that is none', 'needs: make', 'needs: mark'],
  ['a function that is none', 'startsWith', 'startWith'],
  ['a context that is none', 'github.event', 'githb.event'],
  ['a step that does nothing', '      - run: "true"\n', '      - name: Nothing\n'],
])('%s is found', async (_what, from, to) => {
  expect(SOUND).toContain(from);
  expect(await faultsOf('bad.yml', SOUND.replace(from, to))).not.toEqual([]);
});
