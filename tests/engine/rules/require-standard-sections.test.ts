import {expect, test} from 'vitest';
import {parsePage} from '../../../src/content/markdown/parsed-page.ts';
import {loadCheckContext} from '../../../src/io/load-check-context.ts';
import {readDocument} from '../../../src/io/yaml/document.ts';
import {caseStudyExample} from '../../../src/rules/examples/example-files.ts';
import {requireStandardSections} from '../../../src/rules/model/require-standard-sections.ts';
import {config} from '../support/toolkits/sound-toolkit.ts';

const context = loadCheckContext('no folder: no words of its own', config);

function studyOf(...headings: string[]): string[] {
  const words = headings.map((heading) => `## ${heading}\n\nWords.`).join('\n\n');
  const {document} = readDocument('docs/case-studies/weir.md', caseStudyExample('', words));
  const findings = requireStandardSections.check(parsePage('case-study', document), context);
  return findings.map(({place, problem, fix}) => `${place?.line ?? '-'}: ${problem}. ${fix}`);
}

test('of sections out of order only the fewest that must move are named', () => {
  expect(studyOf('What they learned', 'Why', 'What they did', 'What it cost', 'What happened')).toEqual([
    '15: section `What they learned` is out of order, expected it after `What happened`. Move it below `## What happened`.',
  ]);
  expect(studyOf('What they did', 'What it cost', 'What happened', 'Why', 'What they learned')).toEqual([
    '27: section `Why` is out of order, expected it at the top. Move it before the other sections.',
  ]);
});
