import type {Candidate} from '../drafts/near-duplicates.ts';
import type {DraftSection} from '../drafts/page-kinds.ts';
import {CASE_STUDY_FOLDER, sectionsOf} from '../drafts/page-kinds.ts';
import {parseAnswer} from '../drafts/parse-answer.ts';
import {EVIDENCE_MEANINGS} from '../facets.ts';
import {findPersonalData, redactPersonalData} from '../feedback/personal-data.ts';
import {caseStudyProposalForm} from '../issue-forms/case-study-proposal-form.ts';
import {licenceBox} from '../issue-forms/consent-fields.ts';
import type {FormField} from '../issue-forms/parse-issue-body.ts';
import {fieldsOf} from '../issue-forms/parse-issue-body.ts';
import {PROPOSAL_FIELDS, STUDY_SECTIONS} from '../issue-forms/proposal-fields.ts';
import {readChoices} from '../issue-forms/read-choices.ts';
import {caseStudySchema} from '../schemas/case-study-schema.ts';
import type {ToolkitConfig} from '../schemas/toolkit-schema.ts';
import type {AgreedConsent, Fault} from './consent-of.ts';
import {consentOf} from './consent-of.ts';
import {tooManyParts} from './parts-of-entry.ts';
import {leavesDaysOut, readPeriod, readYear} from './read-times.ts';
import type {Submission} from './submission.ts';
import {keyOf} from './submission.ts';
import {takeContactsOut} from './take-contacts-out.ts';
import {plainMarkdown, tameMarkdown} from './tame-markdown.ts';
import {NAMES_SOMEBODY} from './tell-author.ts';

/** A case study as far as a proposal gives it. */
export interface ProposedStudy {
  /** Its front matter; what is not answered is left out, and what no schema takes stands as it was typed. */
  data: Readonly<Record<string, unknown>>;
  sections: DraftSection[];
  consent: AgreedConsent | undefined;
  /** Whether the box is ticked by which the words are given to be edited and published. */
  isLicensed: boolean;
  faults: Fault[];
  /** Words that stand under no label of the form, without what may be about a person. */
  unplaced: string;
}

/** How often case studies are read against their sources, unless an editor says otherwise. */
const REVIEW_EVERY = '24 months';

const FOLDER = '/docs/case-studies/';

/** Makes a case study of a proposal; nothing that was typed can be more in it than words. */
export function studyOf(submission: Submission, config: ToolkitConfig, today: string): ProposedStudy {
  const form = caseStudyProposalForm(config);
  const fields = new Map(fieldsOf(form).map((field) => [field.id, field]));
  const {answers, faults} = withoutContacts(submission, fields, config);
  const answer = (id: string) => answers.get(id) ?? '';
  const ticked = tickedIn(fields.get('consent'), answer('consent'));
  const {consent, faults: consentFaults} = readConsent(fields.get('consent'), ticked, answer, today);
  faults.push(...consentFaults, ...submission.doubtful.map((id) => doubt(id, fields.get(id))));

  const data: Record<string, unknown> = {};
  for (const [id, field] of fields) {
    const key = keyOf(id);
    if (!Object.hasOwn(PROPOSAL_FIELDS, key)) continue;
    const value = readAnswer(key as keyof typeof PROPOSAL_FIELDS, field, answer(id), config);
    if (value !== undefined) data[key] = value;
    if (key === 'period' && typeof value === 'object' && leavesDaysOut(answer(id)))
      faults.push(yearsAlone(oneLine(answer(id)), id));
    if (key === 'outcomes') faults.push(...settleYears(value, id));
  }
  if (consent) data.consent = {basis: 'organisation', ...consent};
  data.owner = (config.owners.find(({owns}) => owns.includes(FOLDER)) ?? config.owners[0])?.id;
  data.review_every = REVIEW_EVERY;
  const isLicensed = ticked.includes(licenceBox(config.licence.name));
  const unplaced = withoutPersonal(submission.unplaced, config);
  if (unplaced !== '') faults.push(UNPLACED);
  return {data, sections: sectionsFor(config, answer), consent, isLicensed, faults, unplaced};
}

/** What is known of it by which pages that say the same already are found. */
export function candidateOf({data}: ProposedStudy): Candidate {
  const words = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return {title: words(data.title) ?? '', service: words(data.service), place: words(data.place)};
}

const UNPLACED: Fault = {
  field: '',
  problem: 'some words stand under no label of the form, and are no part of an answer',
  fix: 'Put each under the label of the form that it answers.',
  isNeeded: false,
};

function withoutPersonal(words: string, config: ToolkitConfig): string {
  const {text} = takeContactsOut(words.toWellFormed(), config);
  return redactPersonalData(text, findPersonalData(text, config));
}

function withoutContacts(
  {answers, issue}: Submission,
  fields: ReadonlyMap<string, FormField>,
  config: ToolkitConfig,
): {answers: Map<string, string>; faults: Fault[]} {
  const faults: Fault[] = [];
  const left = [...answers].map(([id, typed]): [string, string] => {
    const answer = fields.get(id)?.type === 'input' ? firstParagraph(typed) : typed;
    const {text, count} = takeContactsOut(answer, config);
    const isPublic = issue !== undefined;
    if (count > 0 && fields.has(id)) faults.push(contacts(id, count, isPublic));
    // Of the role that agreed more is asked.
    const namesSomebody = findPersonalData(text, config).some(({kind}) => kind === 'name');
    if (namesSomebody && fields.has(id) && !id.startsWith('consent')) faults.push(named(id, isPublic));
    return [id, text];
  });
  return {answers: new Map(left), faults};
}

/** A field of one line; what follows it in an e-mail is a greeting, with a name. */
function firstParagraph(typed: string): string {
  return typed.split(/\n[^\S\n]*\n/, 1)[0] ?? '';
}

function named(field: string, isPublic: boolean): Fault {
  return {
    field,
    ...NAMES_SOMEBODY,
    ...(isPublic && {
      fix: `${NAMES_SOMEBODY.fix} Take the name out where you wrote it too, for everybody can read it there.`,
    }),
    isNeeded: false,
    isPersonal: true,
  };
}

function contacts(field: string, count: number, isPublic: boolean): Fault {
  const what =
    count === 1 ? 'an e-mail address or a telephone number' : `${count} e-mail addresses or telephone numbers`;
  return {
    field,
    problem: `it holds ${what} that may be a person's; we have not copied ${count === 1 ? 'it' : 'them'}`,
    fix: `${isPublic ? 'Take it out where you wrote it too, for everybody can read it there. ' : ''}Link to a page of the organisation.`,
    isNeeded: false,
    isPersonal: true,
  };
}

function doubt(field: string, asked: FormField | undefined): Fault {
  return {
    field,
    problem: `the words “${asked?.attributes.label}” stand more than once, so we guessed where this answer begins`,
    fix: 'Look whether each answer is whole in the file; if not, put the heading inside your answer into other words.',
    isNeeded: false,
  };
}

function tickedIn(boxes: FormField | undefined, answer: string): readonly string[] {
  return boxes ? readChoices(boxes, answer).chosen : [];
}

function readConsent(
  boxes: FormField | undefined,
  ticked: readonly string[],
  answer: (id: string) => string,
  today: string,
) {
  const labels = boxes?.type === 'checkboxes' ? boxes.attributes.options.map(({label}) => label) : [];
  return consentOf({role: oneLine(answer('consent-role')), day: answer('consent-on'), boxes: labels, ticked, today});
}

/** An answer as the value of its key; `undefined` where there is none. */
function readAnswer(
  key: keyof typeof PROPOSAL_FIELDS,
  field: FormField,
  typed: string,
  config: ToolkitConfig,
): unknown {
  if (typed.trim() === '') return undefined;
  const isOptional = caseStudySchema(config).shape[key].safeParse(undefined).success;
  if (isOptional && NOTHING_RE.test(typed.trim())) return undefined;
  switch (key) {
    case 'regions':
    case 'priorities':
    case 'approaches': {
      const {chosen, unknown} = readChoices(field, typed);
      const ids = config[key].filter(({label}) => chosen.includes(label)).map(({id}) => id);
      return [...ids, ...unknown.map((words) => config[key].find(({id}) => id === words)?.id ?? words)];
    }
    case 'evidence': {
      const first =
        typed
          .trim()
          .split(/[:\s,(]/)[0]
          ?.toLowerCase() ?? '';
      return Object.hasOwn(EVIDENCE_MEANINGS, first) ? first : oneLine(typed);
    }
    case 'period':
      return readPeriod(typed) ?? oneLine(typed);
    case 'partners':
      return entriesOf(typed);
    case 'outcomes':
    case 'sources':
      return joinBroken(entriesOf(typed)).map((entry) => readEntry(key, entry, config));
    default:
      return oneLine(typed);
  }
}

const NOTHING_RE = /^(none|n\/a|nothing|no|not known|-)\.?$/i;

function readEntry(key: 'outcomes' | 'sources', entry: string, config: ToolkitConfig): unknown {
  if (/^<?https?:\/\/\S+$/i.test(entry)) return {[key === 'sources' ? 'url' : 'source']: entry.replace(/^<|>$/g, '')};
  // What has too many parts stays as it was typed: no guess which of them belong together.
  if (tooManyParts(key, entry)) return entry;
  const [value] = parseAnswer(caseStudySchema(config).shape[key], entry) as unknown[];
  return value;
}

function yearsAlone(typed: string, field: string): Fault {
  const problem = `of “${typed}” we took the years alone`;
  return {field, problem, fix: 'Say the day or the month in the story, if it matters there.', isNeeded: false};
}

/** An outcome has one year: of one such as `2023/24` that in which it ends, as the other pages have it. */
function settleYears(outcomes: unknown, field: string): Fault[] {
  if (!Array.isArray(outcomes)) return [];
  return outcomes.flatMap((outcome: {year?: unknown}, index) => {
    const {year: typed} = outcome;
    const year = typeof typed === 'string' ? readYear(typed) : '';
    if (!/^\d{4}$/.test(year)) return [];
    outcome.year = Number(year);
    const problem = `line ${index + 1}: we took ${typed} as ${year}, the year in which it ended`;
    return [{field, problem, fix: 'Say the whole time in what it counts, if it is not there.', isNeeded: false}];
  });
}

/** What stands on lines of their own, without the marks of a list. */
function entriesOf(typed: string): string[] {
  return typed
    .split('\n')
    .map((line) => oneLine(line.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, '')))
    .filter((line) => line !== '');
}

/** Mail programs break long lines: an entry with parts goes on until its address. */
function joinBroken(lines: readonly string[]): string[] {
  const entries: string[] = [];
  for (const line of lines) {
    const last = entries.at(-1);
    const goesOn = last?.includes(';') === true && !/https?:\/\//i.test(last);
    if (goesOn) entries[entries.length - 1] = `${last} ${line}`;
    else entries.push(line);
  }
  return entries;
}

function oneLine(text: string): string {
  return text.toWellFormed().replace(/\s+/g, ' ').trim();
}

/** The sections of a case study with what was typed, and the description to open with. */
function sectionsFor({sections}: ToolkitConfig, answer: (id: string) => string): DraftSection[] {
  const ids = new Map(STUDY_SECTIONS.map(({title, id}) => [title, id]));
  const drafted = sectionsOf('case-study', CASE_STUDY_FOLDER, sections).map(({title, words}): DraftSection => {
    const typed =
      title === undefined ? plainMarkdown(oneLine(answer('description'))) : tameMarkdown(answer(ids.get(title) ?? ''));
    return {...(title !== undefined && {title}), words: typed === '' ? words : typed};
  });
  const known = new Set(drafted.map(({title}) => title));
  const others = STUDY_SECTIONS.filter(({title, id}) => !known.has(title) && answer(id) !== '');
  return [...drafted, ...others.map(({title, id}) => ({title, words: tameMarkdown(answer(id))}))];
}
