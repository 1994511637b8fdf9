import {diffPages} from '../diff/diff-pages.ts';
import type {Edit} from '../diff/edit.ts';
import {UNWRITTEN_MARK} from '../drafts/unwritten-text.ts';
import {canonical} from '../fingerprint-text.ts';
import {formatPeriod} from '../format-date.ts';
import type {IssueForm} from '../issue-forms/issue-form.ts';
import {fieldsOf} from '../issue-forms/parse-issue-body.ts';
import {STUDY_SECTIONS} from '../issue-forms/proposal-fields.ts';
import type {CaseStudy} from '../schemas/case-study-schema.ts';
import type {SourceDocument} from '../source-document.ts';
import {sectionAt} from './section-at.ts';
import type {ProposedStudy} from './study-of.ts';
import {keyOf, wordsOf} from './submission.ts';

/** An answer that says something else than the page that was made of an earlier one. */
export interface DifferingAnswer {
  /** The id of its field of the form. */
  field: string;
  label: string;
  /** Where they differ; either side is left out where it says nothing. */
  passages: {inFile?: string; answered?: string}[];
}

/** The answers that a page does not have as they were given; what was not answered says nothing. */
export function differingAnswers(
  study: ProposedStudy,
  document: Pick<SourceDocument, 'text' | 'frontMatter'>,
  form: IssueForm,
): DifferingAnswer[] {
  return fieldsOf(form).flatMap(({id, attributes}) => {
    const passages = differencesOf(id, study, document);
    return passages.length > 0 ? [{field: id, label: attributes.label, passages}] : [];
  });
}

type Passage = DifferingAnswer['passages'][number];

function differencesOf(
  field: string,
  {data, sections}: ProposedStudy,
  {text, frontMatter}: Pick<SourceDocument, 'text' | 'frontMatter'>,
): Passage[] {
  const title = STUDY_SECTIONS.find(({id}) => id === field)?.title;
  if (title === undefined) return differingValues(keyOf(field), frontMatter?.[keyOf(field)], data[keyOf(field)]);
  const answered = sections.find((section) => section.title === title)?.words;
  const range = sectionAt(text, title);
  const inFile = range && text.slice(range.start, range.end).trim();
  if (answered === undefined || answered.startsWith(UNWRITTEN_MARK)) return [];
  if (!inFile || inFile.startsWith(UNWRITTEN_MARK)) return [{answered}];
  const side = (body: string) => ({frontMatter: undefined, body});
  return diffPages(side(inFile), side(answered)).edits.flatMap(passagesOf);
}

function passagesOf({before, after, contents}: Edit): Passage[] {
  if (contents.length > 0) return contents.flatMap(passagesOf);
  return [{...(before !== undefined && {inFile: before}), ...(after !== undefined && {answered: after})}];
}

/** Of a list, the entries that either side has alone. */
function differingValues(key: string, inFile: unknown, answered: unknown): Passage[] {
  if (answered === undefined) return [];
  const isOf = (list: readonly unknown[]) => {
    const keys = new Set(list.map(identityOf));
    return (value: unknown) => keys.has(identityOf(value));
  };
  const [file, answer] = [inFile, answered].map((value) =>
    value === undefined || value === null ? [] : Array.isArray(value) ? value : [value],
  ) as [unknown[], unknown[]];
  const gone = file.filter((value) => !isOf(answer)(value));
  const come = answer.filter((value) => !isOf(file)(value));
  return Array.from({length: Math.max(gone.length, come.length)}, (_, index) => ({
    ...(index < gone.length && {inFile: wordsFor(key, gone[index])}),
    ...(index < come.length && {answered: wordsFor(key, come[index])}),
  }));
}

function identityOf(value: unknown): string {
  return JSON.stringify(canonical(value));
}

function wordsFor(key: string, value: unknown): string {
  const isPeriod = key === 'period' && typeof value === 'object';
  try {
    return isPeriod ? formatPeriod(value as NonNullable<CaseStudy['period']>) : wordsOf(value);
  } catch {
    // What breaks its schema is shown as it is written.
    return wordsOf(value);
  }
}
