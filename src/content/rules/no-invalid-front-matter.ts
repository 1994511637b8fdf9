import {caseStudyExample, noteExample, pageExample} from '../examples/example-files.ts';
import type {Rule} from '../rule.ts';

const FLOODS = 'docs/priorities/floods.md';

export const noInvalidFrontMatter: Rule = {
  id: 'no-invalid-front-matter',
  group: 'model',
  summary: 'Front matter holds the keys of its kind of page, each with a value that fits.',
  why: 'Lists, feeds, dates and the facts on a page are made from it: a slip there is a wrong word to readers.',
  good: [
    {[FLOODS]: pageExample('"2017"', 'priorities: [homes]\nsources: []\n')},
    {[FLOODS]: pageExample('Floods', 'withdrawn: {on: 2024-02-29, why: The law has changed.}\n')},
    {'docs/case-studies/weir.md': caseStudyExample('period: {from: {year: 1999, approximate: true}}\n')},
  ],
  bad: [
    {[FLOODS]: pageExample('Floods').replace('owner', 'ownr')},
    {[FLOODS]: pageExample('2017')},
    {[FLOODS]: pageExample('Floods', 'withdrawn: {on: 2026-02-29, why: The law has changed.}\n')},
    {'docs/case-studies/weir.md': caseStudyExample('consent: {basis: organisation, role: Parish clerk}\n')},
    {
      'blog/_pending/floods.md': noteExample('pages: [index]\n')
        .replace('content-changed', 'correction')
        .replace('major', 'minor'),
    },
  ],
  check: ({invalid}) =>
    invalid.map((finding) =>
      finding.problem.startsWith('`consent` is missing') ? {...finding, fix: MISSING_CONSENT} : finding,
    ),
};

/** What to do about a consent that no author can write. */
const MISSING_CONSENT =
  'If every word rests on public documents, write `consent: {basis: public-record}`. The agreement of an organisation comes from the answers to the proposal form: `npm run new -- case-study --from-issue FILE` writes it.';
