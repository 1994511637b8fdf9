import type {Nodes, Root, Table} from 'mdast';
import {toString as textOf} from 'mdast-util-to-string';
import {UNWRITTEN_MARK} from '../drafts/unwritten-text.ts';
import {formatDay, formatPeriod} from '../format-date.ts';
import {licenceBox} from '../issue-forms/consent-fields.ts';
import {labelOf} from '../issue-forms/schema-words.ts';
import {markdownParser} from '../parse-markdown.ts';
import type {CaseStudy} from '../schemas/case-study-schema.ts';
import type {Criterion} from '../schemas/proposal-schema.ts';
import type {ToolkitConfig} from '../schemas/toolkit-schema.ts';
import type {SourceDocument} from '../source-document.ts';
import {visit} from '../visit.ts';
import type {FoundProblem} from './tell-author.ts';
import {inPlainWords} from './tell-author.ts';

/** The page of the handbook whose tables list the questions. */
export const CRITERIA_PAGE = 'handbook/contribute/acceptance-criteria';

/** A question that a case study must answer with yes, as the handbook asks it. */
export interface AskedCriterion {
  question: string;
  /** The rules that answer it, or a part of it. */
  rules: string[];
  /** Whether an editor has to answer it. */
  byEditor: boolean;
}

type Shown = {key: keyof CaseStudy} | {section: string; about?: RegExp};

/** Words that tell of a rise. */
const RISE_RE =
  /\b(?:ris(?:e|es|en|ing)|rose|grew|grow[ns]?|growth|increas\w*|doubled|trebled|tripled|up (?:by|from)|more than before)\b/i;

/** Where the words stand that show a criterion: a key of the front matter, or a section; by how its question begins. */
export const SHOWN_BY: Readonly<Record<string, Shown>> = {
  'Does the description say': {key: 'description'},
  'Does it begin with the problem': {section: 'Why'},
  'Could another service copy': {section: 'What they did'},
  'Does it give the cost': {section: 'What it cost'},
  'Does it belong to a priority': {key: 'priorities'},
  'Does the label of evidence': {key: 'evidence'},
  'Is a count told as a count': {section: 'What happened'},
  'Does it say what else could explain': {section: 'What happened', about: RISE_RE},
  'Does it say what did not work': {section: 'What they learned'},
  'If it has ended': {key: 'period'},
  'Is there at least one public source': {key: 'sources'},
  'Does each outcome name': {key: 'outcomes'},
  'Has each figure in the text': {section: 'What happened'},
  'Has each figure its year': {section: 'What happened'},
  'Is each figure as the source': {key: 'outcomes'},
  'Did the organisation agree': {key: 'consent'},
  'Is the title one': {key: 'title'},
};

/** Stands between a question and how it is tested. */
const TESTED_BY = ' Tested by: ';

/** The questions in the tables of the handbook, so that nobody keeps them twice. */
export function askedCriteria(text: string): AskedCriterion[] {
  const found: AskedCriterion[] = [];
  visit(markdownParser.parse(text), 'table', (table: Table) => {
    if (!textOf(table.children[0]?.children[0]).startsWith('Question')) return;
    for (const {children} of table.children.slice(1)) {
      const [asked] = children;
      const [question, tested] = textOf(asked).split(TESTED_BY);
      if (!asked || question === undefined || tested === undefined) continue;
      const rules: string[] = [];
      visit(asked, 'link', ({url}) => void rules.push(...(/#(.+)$/.exec(url)?.slice(1) ?? [])));
      found.push({question, rules, byEditor: /\beditor\b/i.test(tested)});
    }
  });
  return found;
}

/** What is known of a case study beside its words. */
interface Standing {
  /** The day a second person read it. */
  checked: string | undefined;
  /** Whether the words may be published; `undefined` where nothing new tells, so that what is on record holds. */
  isLicensed: boolean | undefined;
  /** The criteria on record. */
  known: readonly Criterion[];
  config: ToolkitConfig;
}

/** Whether a case study meets each criterion, why, and the sentence that shows it. */
export function judgeCriteria(
  asked: readonly AskedCriterion[],
  document: SourceDocument,
  problems: readonly FoundProblem[],
  standing: Standing,
): Criterion[] {
  const tree = markdownParser.parse(document.text);
  return asked.map((criterion) => {
    if (isAskedInForm(criterion)) return judgeLicence(criterion, standing);
    const where = Object.entries(SHOWN_BY).find(([begin]) => criterion.question.startsWith(begin))?.[1];
    const words = where && wordsAt(where, document, tree, standing.config);
    const broken =
      problems.find((problem) => criterion.rules.includes(problem.ruleId) && isAbout(problem, where)) ??
      problems.find((problem) => breaksValue(problem, where));
    const isUnwritten = where !== undefined && words === undefined;
    const shown = cut(broken ? (blockAt(broken.line, tree) ?? words) : words);
    const verdict = isUnwritten
      ? {met: false, why: 'Nothing is written about it yet.'}
      : judge(criterion, broken, standing);
    return {question: criterion.question, ...verdict, ...(shown && {shown})};
  });
}

function judge(
  {rules, byEditor}: AskedCriterion,
  broken: FoundProblem | undefined,
  {checked}: Standing,
): Pick<Criterion, 'met' | 'why'> {
  if (broken) return {met: false, why: `The check: ${inPlainWords(broken).problem}.`};
  if (!byEditor) return {met: true, why: 'The check finds nothing wrong.'};
  if (checked !== undefined) return {met: true, why: `A second person answered yes on ${formatDay(checked)}.`};
  const first = rules.length > 0 ? 'The check finds nothing wrong. ' : '';
  return {met: false, why: `${first}A second person has to answer it.`};
}

/** Neither a rule nor an editor answers it: a box of the form does. */
function isAskedInForm({rules, byEditor}: AskedCriterion): boolean {
  return rules.length === 0 && !byEditor;
}

/** What was agreed, with the words of the box that was ticked. */
function judgeLicence({question}: AskedCriterion, {isLicensed, known, config}: Standing): Criterion {
  const isAgreed = isLicensed ?? known.some((criterion) => criterion.question === question && criterion.met);
  return isAgreed
    ? {question, met: true, why: 'It was agreed in the form.', shown: licenceBox(config.licence.name)}
    : {question, met: false, why: 'It is not agreed yet.'};
}

/** A schema speaks of every key: only what it says of this one counts. */
function isAbout({problem}: FoundProblem, where: Shown | undefined): boolean {
  const [, key] = /^`(\w+)`/.exec(problem) ?? [];
  return key === undefined || where === undefined || ('key' in where && where.key === key);
}

/** A value that breaks its schema answers no question, whichever rule is asked. */
function breaksValue({ruleId, problem, severity}: FoundProblem, where: Shown | undefined): boolean {
  const isOfKey = where !== undefined && 'key' in where && problem.startsWith(`\`${where.key}\``);
  return isOfKey && ruleId === 'no-invalid-front-matter' && severity === 'error';
}

const MOST = 300;

function cut(words: string | undefined): string | undefined {
  if (words === undefined || words === '') return undefined;
  return words.length > MOST
    ? `${words
        .slice(0, MOST - 3)
        .trimEnd()
        .toWellFormed()}...`
    : words;
}

/** The words of a key, or the first sentence of a section; `undefined` where there are none. */
function wordsAt(where: Shown, {frontMatter}: SourceDocument, tree: Root, config: ToolkitConfig): string | undefined {
  if ('key' in where) return wordsOfValue(where.key, frontMatter?.[where.key], config);
  const begin = tree.children.findIndex(
    (node) => node.type === 'heading' && node.depth === 2 && textOf(node) === where.section,
  );
  const first = begin < 0 ? undefined : tree.children[begin + 1];
  const told = where.about && sentenceAbout(where.about, tree.children.slice(begin + 1));
  if (begin >= 0 && told !== undefined) return told;
  if (!first || first.type === 'heading') return undefined;
  const text = plainText(first.type === 'list' ? (first.children[0] ?? first) : first);
  const [sentence] = sentencesOf(text);
  return text.startsWith(UNWRITTEN_MARK) || !sentence ? undefined : text.slice(sentence.start, sentence.end);
}

/** The first sentence of a section that speaks of something. */
function sentenceAbout(about: RegExp, after: Root['children']): string | undefined {
  const end = after.findIndex((node) => node.type === 'heading' && node.depth <= 2);
  const blocks = (end < 0 ? after : after.slice(0, end)).flatMap((node) =>
    node.type === 'list' ? node.children : [node],
  );
  const sentences = blocks
    .map(plainText)
    .flatMap((text) => sentencesOf(text).map(({start, end}) => text.slice(start, end)));
  return sentences.find((sentence) => about.test(sentence));
}

function wordsOfValue(key: keyof CaseStudy, value: unknown, config: ToolkitConfig): string | undefined {
  if (value === undefined) return undefined;
  if (key === 'evidence') return labelOf(String(value));
  if (typeof value === 'string') return value;
  const known = value as Record<string, unknown>;
  const terms = [...config.priorities, ...config.approaches];
  const wordsOf = (entry: unknown) =>
    typeof entry === 'string' ? (terms.find(({id}) => id === entry)?.label ?? entry) : partsOf(entry as typeof known);
  try {
    if (key === 'period') return formatPeriod(value as NonNullable<CaseStudy['period']>);
    if (key === 'consent') return known.role ? `${known.role}, ${formatDay(String(known.on))}` : undefined;
    return (Array.isArray(value) ? value : [value]).map(wordsOf).join('; ');
  } catch {
    // What breaks its schema has no words to show.
    return undefined;
  }
}

function partsOf({figure, what, title, publisher}: Record<string, unknown>): string {
  return [figure, what, title, publisher].filter(Boolean).join(' ');
}

/** The words of the paragraph, or entry of a list, that stands on a line. */
function blockAt(line: number | undefined, {children}: Root): string | undefined {
  if (line === undefined) return undefined;
  const blocks = children.flatMap((node) => (node.type === 'list' ? node.children : [node]));
  const block = blocks.find(
    ({type, position}) => type !== 'yaml' && position && position.start.line <= line && line <= position.end.line,
  );
  return block && plainText(block);
}

function plainText(node: Nodes): string {
  return textOf(node).replace(/\s+/g, ' ').trim();
}

/** A sentence of a text, where it stands. */
interface SentenceIn {
  start: number;
  end: number;
}

/** Where a sentence ends: at a stop with a space and a capital, a figure or a bracket after it, or at the end of a line. */
const END_RE = /[.?!]["”’')\]]*\s+(?=["“‘'([]*[\p{Lu}\d£])|\n+/gu;

/** What ends in a stop and ends no sentence. */
const ABBREVIATION_RE = /(?:^|[\s(])(?:St|Mr|Mrs|Ms|Dr|No|vs|e\.g|i\.e|etc|pp?)\.$/;

/** The sentences of a text, without the spaces around them. */
function sentencesOf(text: string): SentenceIn[] {
  const sentences: SentenceIn[] = [];
  let start = 0;
  for (const {index, 0: match} of text.matchAll(END_RE)) {
    const end = index + match.trimEnd().length;
    if (ABBREVIATION_RE.test(text.slice(start, end))) continue;
    if (end > start) sentences.push({start, end});
    start = index + match.length;
  }
  if (text.slice(start).trim() !== '') sentences.push({start, end: text.trimEnd().length});
  return sentences;
}
