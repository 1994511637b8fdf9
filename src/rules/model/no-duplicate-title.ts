import type {Finding} from '../../content/problem.ts';
import type {SourceDocument} from '../../content/source-document.ts';
import type {Toolkit} from '../../content/toolkit.ts';
import {caseStudyExample, pageExample, updateExample} from '../examples/example-files.ts';
import {placeOfKey, type Rule} from '../rule.ts';

export const noDuplicateTitle: Rule = {
  id: 'no-duplicate-title',
  group: 'model',
  summary: 'No two pages of a folder have the same title.',
  why: 'Readers find pages by title in tabs, lists and search results. With a screen reader, the title may be all they get.',
  good: [
    {'docs/homes.md': pageExample('Homes by the river')},
    {'versioned_docs/version-2025-10/priorities/homes.md': pageExample('Homes')},
    {'docs/overview.md': pageExample('Overview'), 'docs/priorities/overview.md': pageExample('Overview')},
    {'blog/a.md': updateExample('2026-11-24', 'index').replace(/title: .*/, 'title: Homes')},
  ],
  bad: [
    {'docs/wardens-a.md': pageExample('Wardens'), 'docs/wardens-b.md': pageExample('Wardens')},
    {'docs/priorities/homes-2.md': pageExample('HOMES')},
    {
      'docs/case-studies/weir.md': caseStudyExample(),
      'docs/case-studies/lower-ford.md': caseStudyExample(),
    },
    {'docs/priorities/homes-3.md': pageExample('"Homes "')},
  ],
  check: (toolkit) => duplicateTitles(toolkit),
};

/** Compares titles as written, including those of pages with other mistakes in their front matter. */
function duplicateTitles({documents}: Toolkit): Finding[] {
  const first = new Map<string, SourceDocument>();
  return documents.flatMap(({kind, document}) => {
    const title = document.frontMatter?.title;
    if ((kind !== 'page' && kind !== 'case-study') || typeof title !== 'string') return [];
    // A menu shows a page below its section, whose name shows which is which.
    const section = document.path.slice(0, document.path.lastIndexOf('/'));
    const key = `${section} ${title.trim().replace(/\s+/g, ' ').toLowerCase()}`;
    const earlier = first.get(key);
    if (!earlier) {
      first.set(key, document);
      return [];
    }
    return {
      ...placeOfKey(document, ['title']),
      problem: `another page of the folder has the title \`${title}\`, expected a unique title`,
      fix: 'Change one of the titles to say how the pages differ.',
      related: {...placeOfKey(earlier, ['title'])},
    };
  });
}
