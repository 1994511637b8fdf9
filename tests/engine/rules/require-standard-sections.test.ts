import {expect, test} from 'vitest';
import {parsePage} from '../../../src/content/markdown/parsed-page.ts';
import {loadCheckContext} from '../../../src/io/load-check-context.ts';
import {readDocument} from '../../../src/io/yaml/document.ts';
import {caseStudyExample} from '../../../src/rules/examples/example-files.ts';
import {requireStandardSections} from '../../../src/rules/model/require-standard-sections.ts';
import {config, page} from '../support/toolkits/sound-toolkit.ts';

const context = loadCheckContext('no folder: no words of its own', {
  ...config,
  sections: {...config.sections, guidance: ['What to do', 'Who helps']},
});

function reportOf(path: string, text: string): string[] {
  const kind = path.startsWith('docs/case-studies/') ? 'case-study' : 'page';
  const findings = requireStandardSections.check(parsePage(kind, readDocument(path, text).document), context);
  return findings.map(({place, problem, fix}) => `${place?.line ?? '-'}: ${problem}. ${fix}`);
}

function studyOf(...headings: string[]): string[] {
  const words = headings.map((heading) => `## ${heading}\n\nWords.`).join('\n\n');
  return reportOf('docs/case-studies/weir.md', caseStudyExample('', words));
}

test('of sections out of order only the fewest that must move are named', () => {
  expect(studyOf('What they learned', 'Why', 'What they did', 'What it cost', 'What happened')).toEqual([
    '15: section `What they learned` is out of order, expected it after `What happened`. Move it below `## What happened`.',
  ]);
  expect(studyOf('What they did', 'What it cost', 'What happened', 'Why', 'What they learned')).toEqual([
    '27: section `Why` is out of order, expected it at the top. Move it before the other sections.',
  ]);
});

test('pages on a priority or an approach have the sections that the configuration names, others are free', () => {
  const words = page('Floods', '').replace('Words.', '## What to do\n\nRun.\n\n## Who helps\n\nThe wardens.');
  expect(reportOf('docs/approaches/floods.md', words)).toEqual([]);
  expect(reportOf('docs/priorities/rivers/floods.md', page('Floods'))).toHaveLength(2);
  expect(reportOf('docs/priorities/index.md', page('Floods'))).toEqual([]);
  expect(reportOf('docs/reference/floods.md', page('Floods'))).toEqual([]);
  expect(reportOf('handbook/approaches/floods.md', page('Floods'))).toEqual([]);
});
