import {toString as textOf} from 'mdast-util-to-string';
import {capitalise} from '../capitalise.ts';
import {findPersonalData} from '../feedback/personal-data.ts';
import type {IssueForm} from '../issue-forms/issue-form.ts';
import {fieldsOf} from '../issue-forms/parse-issue-body.ts';
import type {FieldHelp} from '../issue-forms/proposal-fields.ts';
import {PROPOSAL_FIELDS, STUDY_SECTIONS} from '../issue-forms/proposal-fields.ts';
import {markdownParser} from '../parse-markdown.ts';
import type {Severity} from '../problem.ts';
import type {Proposal} from '../schemas/proposal-schema.ts';
import type {ToolkitConfig} from '../schemas/toolkit-schema.ts';
import type {SourceDocument} from '../source-document.ts';
import type {Fault} from './consent-of.ts';
import {tooManyParts} from './parts-of-entry.ts';
import {keyOf} from './submission.ts';

/** A problem that the check found, as far as an author is told of it. */
export interface FoundProblem {
  line?: number | undefined;
  severity: Severity;
  ruleId: string;
  problem: string;
  fix: string;
  /** Whether it is about structure or prose, where whoever knows the rules can mend it without knowing more. */
  isStyle: boolean;
}

/** What an author is told of one field of the form. */
export interface ToldField {
  /** Its id; empty for what belongs to no field. */
  field: string;
  label: string;
  /** What the field asks. */
  question: string;
  /** What keeps the case study from being published, in plain sentences. */
  needed: string[];
  /** What deserves a second look. */
  look: string[];
  /** What the house style asks; an editor sees to it, for the author need not know it. */
  style: string[];
}

/** Without what is needed in fields that have been answered: an editor takes those answers over. */
export function withoutAnswered(told: readonly ToldField[], answered: readonly string[]): ToldField[] {
  return told.flatMap((field) => {
    if (!answered.includes(field.field)) return [field];
    return field.look.length + field.style.length > 0 ? [{...field, needed: []}] : [];
  });
}

/** Who has to act before nothing is missing: whoever sent it where an answer is, else an editor. */
export function waitsFor(told: readonly ToldField[]): NonNullable<Proposal['waits_for']> {
  return told.some(({field, needed}) => field !== NO_FIELD.id && needed.length > 0) ? 'author' : 'editor';
}

/** What is told of an answer, or of a page, that holds a name; the name is not repeated. */
export const NAMES_SOMEBODY = {
  problem: 'it seems to name a person',
  fix: 'Write the role in its place, such as “a member of staff”.',
} as const;

/** Where the text of a page seems to name somebody; no rule of the check looks for it, for pages may name authors. */
export function namesIn(text: string, config: ToolkitConfig): FoundProblem[] {
  return findPersonalData(text, config)
    .filter(({kind}) => kind === 'name')
    .map(({start}) => ({
      line: text.slice(0, start).split('\n').length,
      severity: 'warning',
      ruleId: 'names-somebody',
      ...NAMES_SOMEBODY,
      isStyle: false,
    }));
}

/** Whether a rule looks at the stages of a proposal: they are no matter of its words, nor of whoever sent them. */
export function isOfRecord(ruleId: string): boolean {
  return ['no-withdrawn-proposal', 'require-proposal-stages'].includes(ruleId);
}

/** The rules that tell of a text which the author has not written yet. */
const UNWRITTEN = ['no-unwritten-text', 'no-empty-section'];

/** The rules of structure and prose that ask for what the author alone knows. */
const ASKED_OF_AUTHORS = [...UNWRITTEN, 'no-figure-without-source', 'require-expansion'];

/** What the check and the reading of the answers found, field by field in the order of the form, in an author's words. */
export function tellAuthor(
  form: IssueForm,
  document: SourceDocument,
  problems: readonly FoundProblem[],
  faults: readonly Fault[],
): ToldField[] {
  const consentFaults = faults.some(({field}) => field.startsWith('consent'));
  const isForEditors = ({isStyle, ruleId}: FoundProblem) => isStyle && !ASKED_OF_AUTHORS.includes(ruleId);
  const placeOf = placesIn(document, form);
  const found = problems.flatMap((problem): (Fault & {isStyle?: boolean})[] => {
    const field = placeOf(problem);
    if (field.startsWith('consent') && consentFaults) return [];
    // What is said of the answer says it of the page that was made of it.
    if (faults.some((fault) => fault.field === field && fault.problem === problem.problem)) return [];
    return [
      {
        field,
        ...(wrongChoice(problem, field, form) ??
          wrongParts(problem, field, document) ??
          inPlainWords(problem, exampleFor(field))),
        isNeeded: problem.severity === 'error',
        isStyle: isForEditors(problem),
      },
    ];
  });
  const all: (Fault & {isStyle?: boolean})[] = [...found, ...faults];
  const fields = [...fieldsOf(form).map(({id, attributes}) => ({id, ...attributes})), NO_FIELD];
  return fields.flatMap(({id, label, description = ''}) => {
    const own = all.filter(({field}) => field === id);
    if (own.length === 0) return [];
    const say = (told: typeof own) => [...new Set(told.map(({problem, fix}) => `${capitalise(problem)}. ${fix}`))];
    const {
      style = [],
      needed = [],
      look = [],
    } = Object.groupBy(own, ({isStyle, isNeeded}) => (isStyle ? 'style' : isNeeded ? 'needed' : 'look'));
    return [{field: id, label, question: description, needed: say(needed), look: say(look), style: say(style)}];
  });
}

const NO_FIELD = {id: '', label: 'The whole', description: ''};

/** Tells which field of the form a problem of a file belongs to; empty where to none. The file is read once for all. */
function placesIn(document: SourceDocument, form: IssueForm): (problem: FoundProblem) => string {
  const byKey = new Map(fieldsOf(form).map(({id}) => [keyOf(id), id]));
  const sections = sectionsIn(document);
  return ({problem, line}) => {
    const [, named = ''] = /^`(\w+)`/.exec(problem) ?? [];
    const known = byKey.get(named);
    if (known !== undefined) return known;
    if (line === undefined) return '';
    if (line <= document.bodyOffset) return byKey.get(keyAt(line, document)) ?? '';
    return sections.findLast(({begins}) => begins <= line)?.field ?? 'description';
  };
}

function keyAt(line: number, document: SourceDocument): string {
  const lines = Object.keys(document.frontMatter ?? {}).map((key) => ({
    key,
    at: document.placeOf([key], 'key')?.line ?? 0,
  }));
  return lines.filter(({at}) => at <= line).sort((a, b) => b.at - a.at)[0]?.key ?? '';
}

/** The sections of a case study, each with its first line and the field that it answers. */
function sectionsIn({text}: SourceDocument): {begins: number; field: string}[] {
  return markdownParser.parse(text).children.flatMap((node) => {
    if (node.type !== 'heading' || node.depth !== 2) return [];
    const title = textOf(node);
    const field = STUDY_SECTIONS.find((section) => section.title === title)?.id ?? '';
    return [{begins: node.position?.start.line ?? 0, field}];
  });
}

/**
 * A problem without keys and files: those who filled in a form have never seen them.
 *
 * @param example how an answer to the field may look
 */
export function inPlainWords({ruleId, problem, fix}: FoundProblem, example?: string): Pick<Fault, 'problem' | 'fix'> {
  const [name = '', item, part] = /^`\w+`(?:, item (\d+))?(?:, `(\w+)`)?(?= )/.exec(problem) ?? [];
  if (UNWRITTEN.includes(ruleId) || (!item && !part && name !== '' && problem.startsWith(`${name} is missing`))) {
    return {
      problem: 'nothing is written yet',
      fix: 'Answer what the form asks there; if it is not known, say so there.',
    };
  }
  if (ruleId !== FRONT_MATTER_RULE || name === '') return {problem, fix};
  const where = [item && `line ${item}`, part && (PART_NAMES[part] ?? part)].filter(Boolean).join(': ');
  const rest = problem.slice(name.length).replace(/ is missing, expected text$/, ' is missing');
  const said = `${where || 'the answer'}${rest.replace(/, expected (?:keys of its own|a list).*$/, ', expected another form')}`;
  return {problem: said, fix: example ? `Write it as in: ${example}` : 'Write it as the question asks.'};
}

/** A choice that the form does not have, with those it has: nobody who fills it in has seen their ids. */
function wrongChoice(
  {problem}: FoundProblem,
  field: string,
  form: IssueForm,
): Pick<Fault, 'problem' | 'fix'> | undefined {
  const asked = fieldsOf(form).find(({id, type}) => id === field && type === 'dropdown');
  const [, held] = /^`\w+`(?:, item \d+)? holds (`[^`]*`)/.exec(problem) ?? [];
  if (asked?.type !== 'dropdown' || held === undefined) return undefined;
  return {problem: `${held} is none of the choices`, fix: `Choose from: ${asked.attributes.options.join('; ')}.`};
}

/** A line with more parts than the form asks for, with those it asks for. */
function wrongParts(
  {problem, ruleId}: FoundProblem,
  field: string,
  {frontMatter}: SourceDocument,
): Pick<Fault, 'problem' | 'fix'> | undefined {
  const [, item] = /^`\w+`, item (\d+) holds /.exec(problem) ?? [];
  const entries = frontMatter?.[keyOf(field)];
  const line: unknown = item !== undefined && Array.isArray(entries) ? entries[Number(item) - 1] : undefined;
  const wrong = ruleId === FRONT_MATTER_RULE && typeof line === 'string' && tooManyParts(keyOf(field), line);
  if (!wrong) return undefined;
  const asked = wrong.asked.map((part) => PART_NAMES[part] ?? part).join('; ');
  return {
    problem: `line ${item} has ${wrong.count} parts between its semicolons, expected ${wrong.asked.length}: ${asked}`,
    fix: `Write it as in: ${exampleFor(field)}`,
  };
}

const FRONT_MATTER_RULE = 'no-invalid-front-matter';

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

function exampleFor(field: string): string | undefined {
  const fields: Readonly<Record<string, FieldHelp>> = PROPOSAL_FIELDS;
  return fields[keyOf(field)]?.example;
}
