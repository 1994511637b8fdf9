import {expect, test} from 'vitest';
import {fileOfAddress} from '../../../../src/content/addresses/addresses.ts';
import {addressOfSource} from '../../../../src/content/addresses/source-files.ts';
import {searchIndexes} from '../../../../src/features/search/index-search.ts';
import {caseStudyExample} from '../../../../src/rules/examples/example-files.ts';
import {siteWith} from '../../site/after-build/built-site.ts';
import {readSearchIndex} from '../../support/sites/search-index.ts';
import {config} from '../../support/toolkits/sound-toolkit.ts';

const page = (title: string, text: string, more = '') =>
  `---\ntitle: ${title}\ndescription: What ${title} is.\nowner: editors\n${more}---\n\n${text}\n`;

/** A site that was built from pages, with an empty file for each. */
function builtFrom(toolkit: Record<string, string>) {
  const pages = Object.keys(toolkit).map((file) => fileOfAddress(addressOfSource(config, file)));
  return siteWith(Object.fromEntries(pages.map((file) => [file, ''])), {toolkit});
}

test('the text of a page is indexed in sections, and pages that were not built or are withdrawn are left out', async () => {
  const text = 'A cellar.\n\n## First steps {#steps}\n\nPump it.\n\n| A | B |\n| --- | --- |\n| one | two |\n';
  const withdrawn = "withdrawn:\n  'on': 2026-01-01\n  why: It is out of date now.\n";
  const site = builtFrom({
    'docs/topics/floods.md': page('Floods', text),
    'docs/topics/gone.md': page('Gone', text, withdrawn),
  });
  site.output.write(await searchIndexes(site));
  const files = site.output.list();
  const results = readSearchIndex(site.dir);
  expect([...results.keys()]).toEqual(['/toolkit/topics/floods/']);
  expect(results.get('/toolkit/topics/floods/')).toMatchObject({
    content: 'A cellar. First steps. Pump it. one. two.',
    meta: {title: 'Floods', lead: 'What Floods is.', kind: 'Guidance'},
    anchors: [{element: 'h2', id: 'steps', text: 'First steps'}],
  });
  expect(files).toContain('pagefind/pagefind.js');
  expect(files.filter((file) => /ui|highlight|worker/.test(file))).toEqual([]);
});

test('a case study has its facts and sources, and a page of an edition is in an index of its own', async () => {
  const site = builtFrom({
    'docs/case-studies/weir.md': caseStudyExample(),
    'versioned_docs/version-2026-10/case-studies/weir.md': caseStudyExample(),
    'versions.json': '["2026-10"]',
  });
  site.output.write(await searchIndexes(site));
  const live = readSearchIndex(site.dir);
  expect([...live.keys()]).toEqual(['/toolkit/case-studies/weir/']);
  expect(live.get('/toolkit/case-studies/weir/')).toMatchObject({
    meta: {kind: 'Case study', facts: 'Lower Ford · Riverside'},
    content: expect.stringMatching(/ Sources\. Minutes\.$/),
  });
  const older = readSearchIndex(site.dir, 'pagefind/editions');
  expect([...older.values()].map(({url, meta}) => [url, meta.facts])).toEqual([
    ['/toolkit/2026-10/case-studies/weir/', 'Edition 2026-10'],
  ]);
});
