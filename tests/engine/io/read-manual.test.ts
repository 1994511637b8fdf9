import {expect, test} from 'vitest';
import {parsePage} from '../../../src/content/markdown/parsed-page.ts';
import {loadCheckContext} from '../../../src/io/load-check-context.ts';
import {readManual} from '../../../src/io/read-manual.ts';
import {readDocument} from '../../../src/io/yaml/document.ts';
import {checkPage} from '../../../src/rules/rule-set.ts';
import {config} from '../support/toolkits/sound-toolkit.ts';

const pages = readManual({...config, manual: true}).flatMap(({path, bytes}) =>
  path.endsWith('.md') ? [{path, text: new TextDecoder().decode(bytes)}] : [],
);

test('the manual has the licence and the roles of its toolkit', () => {
  const text = pages.map((page) => page.text).join('\n');
  expect(text).not.toContain('{{');
  expect(text).toContain(`[${config.licence.name}](${config.licence.url})`);
  expect(text).toContain('\nowner: editor\n');
});

test('a toolkit without the manual has none of its pages', () => {
  expect(readManual({...config, manual: false})).toEqual([]);
});

test.each(pages)('$path breaks no rule that is an error', async ({path, text}) => {
  const context = loadCheckContext('no folder: no words of a toolkit', config);
  const problems = checkPage(parsePage('page', readDocument(path, text).document), context);
  expect(problems.filter(({severity}) => severity === 'error')).toEqual([]);
});
