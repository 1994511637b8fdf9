import {toString as wordsOf} from 'mdast-util-to-string';
import type {CheckContext} from '../check-context.ts';
import {caseStudyExample} from '../examples/example-files.ts';
import type {Section} from '../judge-sections.ts';
import {judgeSections} from '../judge-sections.ts';
import type {ParsedPage} from '../parsed-page.ts';
import type {PageRule} from '../rule.ts';
import {visit} from '../visit.ts';

const study = (...headings: string[]) =>
  caseStudyExample('', headings.map((heading) => `${heading}\n\nWords.`).join('\n\n'));

const WHY = '## Why';
const DID = '## What they did';
const COST = '## What it cost';
const HAPPENED = '## What happened';
const LEARNED = '## What they learned';

export const requireStandardSections: PageRule = {
  id: 'require-standard-sections',
  group: 'model',
  summary: 'A case study, and a page on a priority or an approach, has the sections of its kind, in order.',
  why: 'Readers of a second case study know where to look; and a cost that is not known is said, not left out.',
  good: [
    study(WHY, DID, COST, HAPPENED, LEARNED),
    study(WHY, DID, '### How they asked', '### Whom they asked', COST, HAPPENED, LEARNED),
    study('Why\n---', '## What _they_ did ##', COST, '```text\n## Why\n```', HAPPENED, LEARNED),
  ],
  bad: [
    study(WHY, DID, HAPPENED, LEARNED),
    study(WHY, '## What they do', COST, HAPPENED, LEARNED),
    study(WHY, COST, DID, HAPPENED, LEARNED),
    study(WHY, DID, COST, HAPPENED, LEARNED, '## Thanks'),
    study(WHY, DID, COST, HAPPENED, HAPPENED, LEARNED),
    study(WHY, DID, '### What it cost', HAPPENED, LEARNED),
  ],
  check: (page, context) => {
    const standard = standardOf(page, context);
    return standard.length > 0 ? judgeSections(sectionsOf(page), standard) : [];
  },
};

/** The pages on a priority or an approach; a page that only lists a folder is none. */
const GUIDANCE_RE = /^docs\/(priorities|approaches)\/(?!(.+\/)?index\.md$)/;

function standardOf({kind, document}: ParsedPage, {config: {sections}}: CheckContext): readonly string[] {
  if (kind === 'case-study') return sections.case_study;
  return kind === 'page' && GUIDANCE_RE.test(document.path) ? sections.guidance : [];
}

function sectionsOf({tree}: ParsedPage): Section[] {
  const sections: Section[] = [];
  visit(tree, 'heading', (heading) => {
    if (heading.depth === 2)
      sections.push({name: wordsOf(heading).trim(), place: heading.position?.start, end: heading.position?.end});
  });
  return sections;
}
