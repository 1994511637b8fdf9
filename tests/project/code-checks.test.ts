import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {ROOT} from '../support/copy-toolkit.ts';
import {folderWith} from '../support/run-command.ts';

function runTool(program: string, args: string[], cwd = ROOT): {status: number | null; output: string} {
  const {status, stdout, stderr} = spawnSync(path.join(ROOT, 'node_modules', '.bin', program), args, {
    cwd,
    encoding: 'utf8',
  });
  return {status, output: `${stdout}${stderr}`};
}

test.each([
  {name: 'format, lint and import rules', program: 'biome', args: ['ci', '--error-on-warnings', '.']},
  {name: 'types', program: 'tsc', args: ['--noEmit']},
  {name: 'unused files, exports and packages', program: 'knip', args: []},
])('$name: nothing to complain of', ({program, args}) => {
  const {status, output} = runTool(program, args);
  expect(status, output).toBe(0);
});

/** Imports that no room may make, and what the refusal says. */
const FORBIDDEN = [
  {file: 'src/content/a.ts', from: 'node:fs', said: 'The model is pure'},
  {file: 'src/content/rules/a.ts', from: '../../store/document.ts', said: 'The model imports nothing but the model'},
  {file: 'src/store/a.ts', from: '../plugins/site-data/index.ts', said: 'The store reads and writes the model'},
  {file: 'src/plugins/a/index.ts', from: '../../components/A.tsx', said: 'Plugins take from src/content and src/store'},
  {file: 'src/plugins/b/index.ts', from: '../../../scripts/io.ts', said: 'Plugins take from src/content and src/store'},
  {file: 'src/theme/Layout/index.tsx', from: '../../store/document.ts', said: 'Markup takes plain data'},
  {file: 'src/client/a.ts', from: '../content/nearest.ts', said: 'Browser scripts are loaded by every reader'},
  {file: 'scripts/check/a.ts', from: '../preview/preview.ts', said: 'One command never imports another'},
];

const ALLOWED = [
  {file: 'scripts/check/good-a.ts', from: '../../src/content/nearest.ts'},
  {file: 'scripts/check/good-b.ts', from: '../io.ts'},
  {file: 'src/plugins/good/index.ts', from: '../../store/document.ts'},
  {file: 'src/theme/Good/index.tsx', from: '../../content/page-id.ts'},
];

test('imports against the rules of the rooms are refused, and no others', () => {
  const importing = ({file, from}: {file: string; from: string}) => [
    file,
    `import {thing} from '${from}';\n\nexport const use = thing;\n`,
  ];
  const folder = folderWith({
    'biome.json': readFileSync(path.join(ROOT, 'biome.json'), 'utf8'),
    ...Object.fromEntries([...FORBIDDEN, ...ALLOWED].map(importing)),
  });
  for (const {file, said} of FORBIDDEN) {
    const {status, output} = runTool('biome', ['lint', file], folder);
    expect(output).toContain(said);
    expect(status).toBe(1);
  }
  for (const {file} of ALLOWED) expect(runTool('biome', ['lint', file], folder).output).not.toContain('lint/');
});
