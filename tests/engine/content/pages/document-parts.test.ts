import {expect, test} from 'vitest';
import {documentParts} from '../../../../src/content/pages/document-parts.ts';
import {caseStudyExample} from '../../../../src/rules/examples/example-files.ts';
import {page, toolkitWith} from '../../support/toolkits/sound-toolkit.ts';

const files = {
  'docs/approaches/wardens.md': page('Wardens'),
  'docs/approaches/old.md': page('Old ways', 'withdrawn: {on: 2026-01-10, why: The law has changed.}\n'),
  'docs/case-studies/weir.md': caseStudyExample(),
  'docs/case-studies/bank.md': caseStudyExample().replace('The weir at Lower Ford', 'a bank'),
  'handbook/about.md': page('About'),
};

function outline(sidebars?: unknown): [string | undefined, string[]][] {
  const given = sidebars ? {'navigation.json': JSON.stringify({sidebars})} : {};
  const parts = documentParts(toolkitWith({...files, ...given}));
  return parts.map(({label, sections}) => [label, sections.map(({title}) => title)]);
}

test('pages stand in the order and groups of the sidebar, unlisted ones after it, case studies last and by title', () => {
  const approaches = {type: 'category', label: 'Approaches', items: ['approaches/wardens', 'index']};
  expect(
    outline({toolkit: ['index', approaches, {type: 'category', label: 'Priorities', items: ['priorities/homes']}]}),
  ).toEqual([
    [undefined, ['Start']],
    ['Approaches', ['Wardens']],
    ['Priorities', ['Homes']],
    [undefined, ['Old ways']],
    ['Case studies', ['a bank', 'The weir at Lower Ford']],
  ]);
});
