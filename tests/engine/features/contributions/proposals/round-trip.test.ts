import {parse as parseCsv} from 'csv-parse/sync';
import fc from 'fast-check';
import type {Nodes, Root} from 'mdast';
import {toString as textOf} from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import {type Processor, unified} from 'unified';
import {expect, test} from 'vitest';
import {recordsOf} from '../../../../../src/changes/updates/page-record.ts';
import {withNotes} from '../../../../../src/content/markdown/edit/note-places.ts';
import {parseMarkdown} from '../../../../../src/content/markdown/parse-markdown.ts';
import {pageNotesSchema} from '../../../../../src/content/schemas/change-note-schema.ts';
import {apiFiles} from '../../../../../src/features/api/api-files.ts';
import {apiSource} from '../../../../../src/features/api/api-source.ts';
import type {ContentItem} from '../../../../../src/features/api/content-items.ts';
import {renderMirror} from '../../../../../src/features/api/markdown-mirror.ts';
import {caseStudyProposalForm} from '../../../../../src/features/contributions/forms/case-study-proposal-form.ts';
import {fieldsOf, parseIssueBody} from '../../../../../src/features/contributions/forms/parse-issue-body.ts';
import {studySections} from '../../../../../src/features/contributions/forms/proposal-fields.ts';
import {addedNote, renderStudy} from '../../../../../src/features/contributions/proposals/check-proposal.ts';
import {studyOf} from '../../../../../src/features/contributions/proposals/study-of.ts';
import {fingerprintOf} from '../../../../../src/io/fingerprint.ts';
import {loadConfig} from '../../../../../src/io/load-toolkit.ts';
import {readDocument} from '../../../../../src/io/yaml/document.ts';
import {cpuTime} from '../../../support/cpu-time.ts';
import type {Filled} from '../../../support/intake/issue-body.ts';
import {issueOf, soundAnswers} from '../../../support/intake/proposal.ts';
import {textIn} from '../../../support/run-command.ts';
import {copyToolkit, FLOOD, ROOT} from '../../../support/toolkits/copy-toolkit.ts';
import {config as small, toolkitWith} from '../../../support/toolkits/sound-toolkit.ts';

/** Answers that once broke something, or might. */
const hostile = JSON.parse(textIn(ROOT, 'tests/engine/fixtures/proposals/hostile.json')) as {
  name: string;
  text: string;
}[];

const config = loadConfig(copyToolkit('round-trip', {contentFrom: FLOOD}));
const form = caseStudyProposalForm(config);
const sound = soundAnswers(config);
/** HTML, definitions and footnotes are text, as they were typed. */
const github = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(function (this: Processor) {
    const disable = {null: ['htmlFlow', 'htmlText', 'definition', 'gfmFootnoteDefinition']};
    this.data().micromarkExtensions?.push({disable});
  })
  .freeze();

/** Everything that a reader sees of Markdown, without the spaces. */
function seen(node: Nodes): string {
  const inside = () => ('children' in node ? node.children.map((child: Nodes) => seen(child)).join('') : '');
  const linked = (url: string, words: string) =>
    url === '' || /^(https?:\/\/|mailto:)[^\s<>]+$/i.test(url) ? words : `${words}(${url})`;
  switch (node.type) {
    case 'link':
      return linked(node.url, inside());
    case 'image':
      return linked(node.url, node.alt || node.url);
    default:
      return 'value' in node ? node.value : inside();
  }
}

function* allOf(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* allOf(child as Nodes);
}

const isNothing = (typed: string) => typed.trim() === '' || typed.trim() === '_No response_' || typedAs(typed) === '';
const squeezed = (text: string) => text.replaceAll('\u0000', '\uFFFD').replace(/\s+/g, '');
const typedAs = (text: string) => {
  return squeezed(seen(github.parse(text.toWellFormed())));
};

/** What a page makes of answers: the whole way from the form's body to the parsed file. */
function pageOf(filled: Filled, toolkit = config) {
  const issue = issueOf(toolkit, filled);
  const submission = parseIssueBody(caseStudyProposalForm(toolkit), issue.body);
  const study = studyOf(issue, {config: toolkit, fingerprintOf}, '2026-11-24');
  const text = renderStudy(study, toolkit);
  const {document, broken} = readDocument('docs/case-studies/a.md', text);
  return {text, document, broken, submission, data: study.data, tree: parseMarkdown(text)};
}

/** The nodes of each section of the second level, by its title. */
function sectionsOf({children}: Root): Map<string, Nodes[]> {
  const sections = new Map<string, Nodes[]>([['', []]]);
  let current: Nodes[] = [];
  for (const node of children) {
    if (node.type === 'heading' && node.depth === 2) {
      current = [];
      sections.set(textOf(node), current);
    } else if (node.type !== 'yaml') current.push(node);
  }
  return sections;
}

const RUNS = ['html', 'textDirective', 'leafDirective', 'containerDirective', 'mdxjsEsm', 'yaml', 'toml', 'definition'];

/** What was typed into a field of one line, or of several, as one line. */
const oneLine = (typed: unknown) => String(typed).toWellFormed().replace(/\s+/g, ' ').trim();

/**
 * Expects that programs get what readers get: facts and lists word for word, the table as another reader of CSV takes it,
 * and Markdown that shows the same. A page that the schema refuses is never built.
 *
 * @returns whether it was built
 */
function expectInApi(filled: Filled, sections: readonly string[]): boolean {
  const path = 'docs/case-studies/a.md';
  const {text, data, submission} = pageOf(filled, small);
  const toolkit = toolkitWith({[path]: text});
  if (toolkit.caseStudies.length === 0) return false;
  const source = apiSource({url: 'https://flood.example', baseUrl: '/'}, toolkit, recordsOf(toolkit, '2026-11-24'));
  const files = new Map(apiFiles(source, new Map()).map((file) => [file.address, file.text]));
  const item = JSON.parse(files.get('/api/content/toolkit/case-studies/a.json') ?? '') as ContentItem;
  const [study] = JSON.parse(files.get('/api/case-studies.json') ?? '').case_studies;
  const {title, description, service, place, outcomes, partners, sources} = data;
  expect(study).toMatchObject({title, description, service, place, outcomes, partners, sources});
  expect(item).toMatchObject({
    title,
    description,
    details: {sources, case_study: {service, place, outcomes, partners}},
  });
  const [header = [], row = [], ...more] = parseCsv(files.get('/api/case-studies.csv') ?? '', {
    record_delimiter: '\r\n',
  });
  expect(more).toEqual([]);
  const cell = (name: string) => row[header.indexOf(name)]?.replace(/^'(?='*[=+\-@\t\r])/, '');
  expect([cell('Title'), cell('Description'), cell('Service'), cell('Place')]).toEqual([
    title,
    description,
    service,
    place,
  ]);
  expect(row.filter((words) => /^[=@\t\r]/.test(words))).toEqual([]);

  const [page] = toolkit.caseStudies;
  if (!page) throw new Error('the case study is not there');
  const mirror = readDocument('mirror.md', renderMirror(page, toolkit.config, source)).document;
  expect(mirror.frontMatter).toEqual(page.document.frontMatter);
  const words = github.parse(mirror.body);
  const whole = unified().use(remarkParse).use(remarkGfm).parse(mirror.body);
  expect([...allOf(whole)].filter(({type}) => type === 'html')).toEqual([]);
  const parts = sectionsOf(words);
  for (const id of submission.doubtful.length > 0 ? [] : sections) {
    const {title: heading = ''} = studySections(small).find((section) => section.id === id) ?? {};
    const typed = String(filled[id]).replace(/\r\n?/g, '\n');
    const shown = squeezed((parts.get(heading) ?? []).map((node) => seen(node)).join(''));
    if (!isNothing(typed)) expect(shown).toBe(typedAs(typed));
  }
  return true;
}

function expectShown(filled: Filled, typedIn: readonly string[]) {
  const {document, broken, submission, data, tree} = pageOf(filled);
  expect(broken).toEqual([]);
  expect(document.frontMatter).toEqual(data);
  const noted = readDocument(document.path, withNotes(document, [addedNote(data)])).document;
  expect(noted.frontMatter).toEqual(data);
  expect(pageNotesSchema.safeParse({changes: noted.waiting}).error).toBeUndefined();
  const kinds = [...allOf(tree)].map(({type}) => type as string).filter((type) => RUNS.includes(type));
  expect(kinds).toEqual(['yaml']);
  const sections = sectionsOf(tree);
  expect([...sections.keys()]).toEqual(['', ...config.sections.case_study]);
  // Where a label of the form was typed in such a place that the body can be read in two ways, that is told.
  if (submission.doubtful.length > 0) return;
  for (const id of typedIn) {
    const title = studySections(config).find((section) => section.id === id)?.title;
    const typed = `${filled[id]}`.replace(/\r\n?/g, '\n');
    if (title !== undefined) {
      const shown = squeezed((sections.get(title) ?? []).map((node) => seen(node)).join(''));
      if (!isNothing(typed)) expect(shown).toBe(typedAs(typed));
    } else if (typed.trim() !== '') {
      const key = id === 'study-title' ? 'title' : id;
      expect(document.frontMatter?.[key]).toBe(oneLine(typed));
    }
  }
}

test.each(hostile)('$name: what was typed is what the page shows, and nothing runs', ({text}) => {
  const line = text.replace(/\s+/g, ' ').trim();
  const long = {why: text, 'what-it-cost': text, 'what-they-learned': text};
  const filled = {...sound, ...long, 'study-title': `T ${line}`, service: `S ${line}`, place: `P ${line}`};
  expectShown({...filled, description: `D ${text}`}, [
    'study-title',
    'service',
    'place',
    'description',
    ...Object.keys(long),
  ]);
});

const SECTIONS = ['why', 'what-they-did', 'what-it-cost', 'what-happened', 'what-they-learned'];

/** Answers with the same words in every field that takes words. */
function filledWith(text: string): Filled {
  const line = text.replace(/\s+/g, ' ').trim();
  return {
    ...soundAnswers(small),
    ...Object.fromEntries(SECTIONS.map((id) => [id, text])),
    'study-title': `T ${line}`.slice(0, 79),
    service: `S of ${line}`,
    place: `P of ${line}`,
    description: `${text.slice(0, 99)} in more words than forty characters hold.`,
    partners: `Partner ${line}`,
    outcomes: `240 people; came ${line.replaceAll(';', ',')}; 2023; https://anytown.example/report`,
  };
}

test.each(hostile)('$name: what was typed is what programs get', ({text}) => {
  // A file with such a character is not read.
  expect(expectInApi(filledWith(text), SECTIONS)).toBe(!text.includes('\u0000'));
});

const TRAPS = [
  ...hostile.map(({text}) => text),
  ...fieldsOf(form).map(({attributes}) => `### ${attributes.label}`),
  '',
  '\t',
  '> ',
  '- ',
  '[^',
  '](',
  '{',
  '"',
  "'",
  '\\',
  '$',
  '\u202E',
  '\u{1F469}\u{1F3FD}',
];
const PIECE = fc.oneof(
  {weight: 3, arbitrary: fc.string({unit: 'grapheme', maxLength: 12})},
  {weight: 2, arbitrary: fc.constantFrom(...TRAPS)},
  {weight: 2, arbitrary: fc.constantFrom(...[...'`~*_[]()<>#+-=|:!&{}\\\n $%@^"\'/;,.']).map(String)},
);
/** Here the parser that is compared reads half a character, and takes a symbol next to `*` for a letter. */
const BESIDE_SYMBOL_RE = /[*_~][\u{10000}-\u{10FFFF}]|[\u{10000}-\u{10FFFF}][*_~]/u;

/** What reads as an email address is removed, and other tests say so. */
const TEXT = fc
  .array(PIECE, {maxLength: 10})
  .map((pieces) => pieces.join(''))
  .filter((text) => !/\S@\S+\.\S/.test(text) && !BESIDE_SYMBOL_RE.test(text));

test('whatever is typed into any field is what the page shows', () => {
  const typed = {why: TEXT, 'what-they-did': TEXT, 'what-happened': TEXT};
  const short = {'study-title': TEXT, service: TEXT, place: TEXT};
  fc.assert(
    fc.property(fc.record({...typed, ...short}), (filled) => {
      const one = (text: string) => `X ${text.replace(/\s+/g, ' ')} x`;
      const titled = Object.fromEntries(Object.keys(short).map((id) => [id, one(filled[id as keyof typeof short])]));
      expectShown({...sound, ...filled, ...titled}, Object.keys({...typed, ...short}));
    }),
    {
      numRuns: 60,
      examples: [
        [
          {
            why: '',
            'what-they-did': '',
            'what-happened': '\u2000### Consent',
            'study-title': '',
            service: '',
            place: '',
          },
        ],
      ],
    },
  );
});

test('a fence that Docusaurus would unwrap is one of plain text', () => {
  const why = '```mdx-code-block\n<b>Words</b>\n```';
  expect(pageOf({...sound, why}).text).toContain('```text\n<b>Words</b>\n```');
});

test('a field of 60 KB comes through whole, and in a second', () => {
  const long = `${'Words and [more](https://anytown.example/a) of <them>. '.repeat(50).trim()}\n\n`.repeat(22);
  const start = cpuTime();
  expectShown({...sound, why: long}, ['why']);
  expect(cpuTime() - start).toBeLessThan(5000);
});
