import {readdirSync, statSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {textIn} from '../support/run-command.ts';
import {ROOT} from '../support/toolkits/copy-toolkit.ts';

/** It names this repository, as `package.json` does. */
const MANIFEST = path.join('bin', 'create', 'package.json');

const CODE = ['src', 'scripts', 'template', 'manual', 'bin', 'docusaurus.config.ts'];

/** Words of the first toolkit's subject: in code they would be in every other toolkit too. `library` is an option of the bundler. */
const SUBJECT_RE = /librar(y|ies|ian)(?!Target|: {type)|council/i;

function subjectWordsIn(file: string, text: string): string[] {
  return text
    .split('\n')
    .flatMap((line, index) => (SUBJECT_RE.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : []));
}

test('the code knows nothing of the subject of a toolkit', () => {
  const files = CODE.flatMap((part) => {
    const full = path.join(ROOT, part);
    if (!statSync(full).isDirectory()) return [part];
    return readdirSync(full, {recursive: true, encoding: 'utf8'})
      .map((file) => path.join(part, file))
      .filter((file) => file !== MANIFEST && statSync(path.join(ROOT, file)).isFile());
  });
  expect(files.length).toBeGreaterThan(50);
  expect(files.flatMap((file) => subjectWordsIn(file, textIn(ROOT, file)))).toEqual([]);
});
