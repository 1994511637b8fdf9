import {frontMatterTexts} from '../../content/front-matter/front-matter-texts.ts';
import {LINK_FILE} from '../../content/link-ledger/link-ledger.ts';
import {isPagePath} from '../../content/pages/page-id.ts';
import type {Finding} from '../../content/problem.ts';
import type {SourceDocument} from '../../content/source-document.ts';
import type {KindedDocument, Toolkit} from '../../content/toolkit.ts';
import {quote} from '../../format/text.ts';
import {caseStudyExample, noteExample, pageExample, updateExample} from '../examples/example-files.ts';
import {explainIssues} from '../front-matter/explain-issues.ts';
import type {Rule} from '../rule.ts';

const FLOODS = 'docs/priorities/floods.md';
const NOTE = 'blog/_pending/floods.md';

/** An unquoted value, a space, and a `#` directly followed by text. */
const CUT_RE =
  /^[ \t]*(?:- +)*(?:(?<key>[\w-]+): *)?(?<kept>[^\s"'#[{|>&!][^\n]*?)?(?<cut>[ \t]#(?:[^\s#]| \d)[^\n]*)$/gm;

export const noInvalidFrontMatter: Rule = {
  id: 'no-invalid-front-matter',
  group: 'model',
  summary:
    'Each page begins with valid front matter. It has the keys for its kind of page, and each value is valid and complete. Updates and change notes have no text below it. Records are as commands write them.',
  why: 'The site builds lists, feeds, dates and facts from front matter. A space and a `#` start a comment there, so the rest of the value would be lost without warning.',
  good: [
    {[FLOODS]: pageExample('"2017"', 'priorities: [homes]\nsources: []\n')},
    {[FLOODS]: pageExample('Floods', 'withdrawn: {on: 2024-02-29, why: The law has changed.}\n')},
    {'docs/case-studies/weir.md': caseStudyExample('period: {from: {year: 1999, approximate: true}}\n')},
    {[FLOODS]: pageExample('>-\n  Floods: what\n  to do')},
    {[FLOODS]: pageExample('"Flood #1 of two"')},
    {[FLOODS]: '---\ntitle: Floods\ndraft: true\n---\n\nWords\n'},
    {[FLOODS]: pageExample('C#minor and a#b # not: a key').replace('12 months', '12 months ## see the plan')},
    {[FLOODS]: pageExample('Floods').replace('description: ', 'description: >-\n  Floods: the #1\n  ')},
    {[NOTE]: `${noteExample('pages: [index]\nwhy: |\n  Readers asked\n\n  for it.\n')}\n  \n`},
  ],
  bad: [
    {[FLOODS]: pageExample('Floods').replace('owner', 'ownr')},
    {[FLOODS]: '---\ntitle: Floods: what to do\n---\nWords.\n'},
    {[FLOODS]: '---\ntitle: Floods\n\nWords.\n'},
    {[FLOODS]: '# Floods\n\n---\n\nWords.\n'},
    {'blog/_published/2026-11-02.json': ''},
    {
      [FLOODS]: pageExample('Floods', 'draft: true\n'),
      'blog/_published/2026-11-02/priorities/floods.md': pageExample('Floods'),
    },
    {'ledgers/editions/2025-10.json': '{"schema": 1,}\n'},
    {[LINK_FILE]: '{"schema": 1, "links": {"https://parish.example/#part": {"checked": "2026-11-02"}}}\n'},
    {[FLOODS]: pageExample('2017')},
    {[FLOODS]: pageExample('Floods', 'withdrawn: {on: 2026-02-29, why: The law has changed.}\n')},
    {'docs/case-studies/weir.md': caseStudyExample('consent: {basis: organisation, role: Parish clerk}\n')},
    {'docs/case-studies/weir.md': caseStudyExample('period: {from: {year: 2024}, to: {year: 2022}}\n')},
    {[NOTE]: noteExample('pages: [index]\n').replace('content-changed', 'correction').replace('major', 'minor')},
    {[FLOODS]: pageExample('Flood # 1 of two')},
    {[FLOODS]: pageExample('Floods').replace('description: ', 'description: #Floods ')},
    {[FLOODS]: pageExample('Floods', 'sources:\n  - title: Letter #7\n    url: https://flood.example/7\n')},
    {[NOTE]: `${noteExample('pages: [index]\n')}More words.\n`},
    {'blog/a.md': `${updateExample('2026-11-24', 'index')}\n\n<!-- truncate -->\n`},
  ],
  check: (toolkit) => [
    ...toolkit.documents.flatMap(({broken}) => broken),
    ...toolkit.documents.flatMap(({document}) => cutIn(document)),
    ...invalidIn(toolkit),
    ...toolkit.documents.flatMap(textBelow),
    ...toolkit.documents.flatMap(publishedDraft),
  ],
};

/** One problem of `consent` is enough, because an author cannot write the consent of an organisation by hand. */
function invalidIn({invalid}: Toolkit): Finding[] {
  const advised = new Set<string>();
  return invalid.flatMap(explainIssues).flatMap((finding) => {
    if (!finding.problem.startsWith('`consent`')) return [finding];
    if (advised.has(finding.path)) return [];
    advised.add(finding.path);
    return [{...finding, ...CONSENT_ADVICE}];
  });
}

const CONSENT_ADVICE = {
  fix: 'Write `consent` as in the example if the whole text is based on public documents. If an organisation agreed, say in the form for proposals who did (their role) and when: only the page made from its answers records that.',
  form: 'The page does not say what it is based on, and has no field for that. Ask a colleague who works with files to add it.',
  example: 'consent:\n  basis: public-record',
};

function cutIn({path, text, body, frontMatter}: SourceDocument): Finding[] {
  const front = text.slice(0, text.length - body.length);
  if (!frontMatter || !front.includes(' #')) return [];
  const texts = frontMatterTexts(frontMatter).map((entry) => entry.text);
  return [...front.matchAll(CUT_RE)].flatMap(({0: line, index, groups}) => {
    const {key, kept = '', cut = ''} = groups ?? {};
    // YAML reads a quoted value or a block of text in full.
    const isCut = kept === '' ? key !== undefined && frontMatter[key] === null : texts.includes(kept.trimEnd());
    if (!isCut || texts.some((value) => value.includes(cut.trim()))) return [];
    const before = line.length - cut.length;
    const at = text.slice(0, index).split('\n').length;
    const whole = `${kept}${kept === '' ? cut.trimStart() : cut}`.trimEnd();
    return {
      path,
      place: {line: at, column: kept === '' ? before + 2 : before - kept.length + 1},
      end: {line: at, column: line.length + 1},
      problem: `value${groups?.key ? ` of \`${groups.key}\`` : ''} ends before \`${cut.trim()}\`, because a space and a \`#\` start a comment, expected the whole value in quotes`,
      fix: `Write \`${quote(whole)}\`. If it is a comment, add a space after the \`#\`.`,
    };
  });
}

/** A page that readers have seen stays: the site would lose it and its address. */
function publishedDraft({document: {path, frontMatter, placeOf}}: KindedDocument): Finding[] {
  if (frontMatter?.draft !== true || !isPagePath(path)) return [];
  return [
    {
      path,
      place: placeOf(['draft']),
      problem: '`draft` is `true`, expected no draft: readers have seen this page',
      fix: 'Remove the line. To withdraw the page, run `npm run withdraw`.',
      form: 'Readers have seen this page. Switch off `draft`, or ask a colleague to withdraw the page.',
    },
  ];
}

function textBelow({kind, document: {path, body, bodyOffset}}: KindedDocument): Finding[] {
  if ((kind !== 'update' && kind !== 'change-note') || body.trim() === '') return [];
  const blank = /^(\s*\n)*/.exec(body)?.[0] ?? '';
  return [
    {
      path,
      place: {line: bodyOffset + blank.split('\n').length, column: 1},
      problem: 'text below the front matter, expected none',
      fix: 'Move it into `note`, `why` or `what_to_do`, or delete it.',
    },
  ];
}
