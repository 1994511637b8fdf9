import {headingsOf} from '../../../content/markdown/headings/headings.ts';
import {isTooDeep} from '../../../content/markdown/parse-limits.ts';
import type {Severity} from '../../../content/problem.ts';
import type {ToolkitConfig} from '../../../content/schemas/toolkit-schema.ts';
import type {SourceDocument} from '../../../content/source-document.ts';
import {capitalise, toVisible} from '../../../format/text.ts';
import {caseStudyProposalForm} from '../forms/case-study-proposal-form.ts';
import type {IssueForm} from '../forms/issue-form.ts';
import {fieldsOf} from '../forms/parse-issue-body.ts';
import {type FieldHelp, factFieldId, PROPOSAL_FIELDS, studySections} from '../forms/proposal-fields.ts';

/** What the contributor has to correct in an answer: the field, what is wrong with it, and what to do. */
export interface AnswerFault {
  field: string;
  problem: string;
  fix: string;
  /** Whether it keeps the case study from being published; the others ask for a second look. */
  isNeeded: boolean;
}

/** The key of a case study that a field asks for; in a link, `title` is the title of the issue. */
export function keyOf(field: string): string {
  return field === 'study-title' ? 'title' : field.replaceAll('-', '_');
}

type InPlainWords = Pick<AnswerFault, 'problem' | 'fix'>;

/** A problem that the check found, as far as it concerns an author. */
export interface FoundProblem {
  line?: number | undefined;
  severity: Severity;
  ruleId: string;
  problem: string;
  fix: string;
  /** Whether it is about structure or prose, which an editor can correct without knowing more. */
  isStyle: boolean;
}

/** What one field of the form still needs. */
export interface FieldFeedback {
  /** Its id; empty for what belongs to no field. */
  field: string;
  label: string;
  /** What keeps the case study from being published, in plain sentences. */
  needed: string[];
  /** What deserves a second look. */
  look: string[];
}

/** For an answer or a page with a name, which is not repeated. */
export const NAMES_PERSON = {
  problem: 'it seems to name a person',
  fix: 'Write the role instead, such as “a member of staff”.',
} as const;

const UNWRITTEN = 'no-unwritten-text';

/** The rules of structure and prose that ask for what only the author knows; editors correct the rest. */
const ASKED_OF_AUTHORS = [UNWRITTEN, 'no-figure-without-source', 'require-expansion'];

/** What the check and the reading of the answers found, field by field in the order of the form, in an author's words. */
export function buildFieldFeedback(
  config: ToolkitConfig,
  document: SourceDocument,
  problems: readonly FoundProblem[],
  faults: readonly AnswerFault[],
): FieldFeedback[] {
  const form = caseStudyProposalForm(config);
  const help: Readonly<Record<string, FieldHelp>> = PROPOSAL_FIELDS;
  const placeOf = placesIn(document, form, config);
  const found = problems.flatMap((problem): AnswerFault[] => {
    const field = placeOf(problem);
    // A fault of the answer covers the page that was made of it.
    const isCovered = (fault: AnswerFault) =>
      (fault.field === field && fault.problem === problem.problem) ||
      (fault.field.startsWith('consent') && field.startsWith('consent'));
    const isForEditor = problem.isStyle && !ASKED_OF_AUTHORS.includes(problem.ruleId);
    if (isForEditor || faults.some(isCovered)) return [];
    const words = wrongChoice(problem, field, form) ?? inPlainWords(problem, field, help[keyOf(field)]?.example);
    return [{field, ...words, isNeeded: problem.severity === 'error'}];
  });
  const byField = Map.groupBy([...found, ...faults], ({field}) => field);
  const labels = fieldsOf(form).map(({id, attributes}) => ({id, label: attributes.label}));
  const fields = [...labels, {id: '', label: 'The whole proposal'}];
  return fields.flatMap(({id, label}) => {
    const own = byField.get(id);
    const say = (isNeeded: boolean) => [
      ...new Set(
        own
          ?.filter((fault) => fault.isNeeded === isNeeded)
          .map(({problem, fix}) => toVisible(`${capitalise(problem)}. ${fix}`)),
      ),
    ];
    return own ? [{field: id, label, needed: say(true), look: say(false)}] : [];
  });
}

/** Finds which field of the form a problem of a file belongs to; empty where to none. */
function placesIn(document: SourceDocument, form: IssueForm, config: ToolkitConfig): (problem: FoundProblem) => string {
  const byKey = new Map(fieldsOf(form).map(({id}) => [keyOf(id), id]));
  const sections = sectionsIn(document, config);
  return ({problem, line}) => {
    // The reading level and the length of a page stand at its title.
    if (problem.startsWith('page has ')) return '';
    const [, named = ''] = /^`(\w+)`/.exec(problem) ?? [];
    const [, fact] = /^`facts`, `(\w+)`/.exec(problem) ?? [];
    const known = fact === undefined ? byKey.get(named) : factFieldId(fact);
    if (known !== undefined) return known;
    if (line === undefined) return '';
    if (line <= document.bodyOffset) return byKey.get(keyAt(line, document)) ?? '';
    return sections.findLast(({begins}) => begins <= line)?.field ?? 'description';
  };
}

/** The last key of the front matter that begins at or before a line. */
function keyAt(line: number, document: SourceDocument): string {
  const lineOf = (key: string) => document.placeOf([key], 'key')?.line ?? 0;
  const before = Object.keys(document.frontMatter ?? {}).filter((key) => lineOf(key) <= line);
  return before.sort((a, b) => lineOf(b) - lineOf(a))[0] ?? '';
}

/** The sections of a case study, each with its first line and the field that it answers. */
function sectionsIn(document: SourceDocument, config: ToolkitConfig): {begins: number; field: string}[] {
  // The only problem of such a page is that it cannot be read.
  if (isTooDeep(document)) return [];
  const fields = new Map(studySections(config).map(({title, id}) => [title, id]));
  return headingsOf(document.text)
    .filter(({depth}) => depth === 2)
    .map(({text, place}) => ({begins: place?.line ?? 0, field: fields.get(text) ?? ''}));
}

/**
 * A problem without keys and files, which contributors to the form do not see.
 *
 * @param example how an answer to the field may look
 */
function inPlainWords({ruleId, problem, fix}: FoundProblem, field: string, example?: string): InPlainWords {
  const [name = '', item, part] = /^`\w+`(?:, item (\d+))?(?:, `(\w+)`)?(?= )/.exec(problem) ?? [];
  // A placeholder such as `tbc` is quoted: its author must know which one is meant.
  const isUnwritten = ruleId === UNWRITTEN && !problem.startsWith('`');
  if (isUnwritten || (!item && !part && name !== '' && problem.startsWith(`${name} is missing`))) {
    const isSection = isUnwritten && field !== 'description';
    const ask =
      field === 'sources' ? 'Name a public page, report or set of figures' : 'Answer what the form asks there';
    const rest = isSection ? ', or write “Not known”.' : ': we cannot publish a case study without it.';
    return {problem: 'this is not answered yet', fix: ask + rest};
  }
  if (ruleId !== 'no-invalid-front-matter' || name === '') return {problem, fix};
  if (name === '`period`') {
    return {problem: 'we could not read these years', fix: 'Write `2022 to 2024`, or `since 2022`.'};
  }
  const where = [item && `line ${item}`, part && (PART_NAMES[part] ?? part)].filter(Boolean).join(': ');
  const rest = problem
    .slice(name.length)
    .replace(/ is missing, expected text$/, ' is missing')
    .replace(/ holds nothing,/, ' is empty,');
  const described = `${where || 'the answer'}${rest.replace(/, expected keys, .*$/, ', expected parts with semicolons between them')}`;
  return {problem: described, fix: example ? `Example: ${example}` : 'Answer in the form that the question asks for.'};
}

/** A choice that the form does not have, with the labels of those that it has. */
function wrongChoice({problem}: FoundProblem, field: string, form: IssueForm): InPlainWords | undefined {
  const asked = fieldsOf(form).find(({id, type}) => id === field && type === 'dropdown');
  const [, given] = /^`\w+`(?:, item \d+)? holds (`[^`]*`)/.exec(problem) ?? [];
  if (asked?.type !== 'dropdown' || given === undefined) return undefined;
  return {problem: `${given} is not one of the choices`, fix: `Choose from: ${asked.attributes.options.join('; ')}.`};
}

/** The parts of a line as one speaks of them. */
const PART_NAMES: Readonly<Record<string, string>> = {
  url: 'the address',
  source: 'the address of the source',
  publisher: 'the publisher',
  title: 'the title',
  year: 'the year',
  figure: 'the figure',
  what: 'what it counts',
};
