import type {Candidate} from '../drafts/near-duplicates.ts';
import type {DraftSection} from '../drafts/page-kinds.ts';
import {CASE_STUDY_FOLDER, sectionsOf} from '../drafts/page-kinds.ts';
import {findPersonalData, redactPersonalData} from '../feedback/personal-data.ts';
import {caseStudyProposalForm} from '../issue-forms/case-study-proposal-form.ts';
import {licenceBox} from '../issue-forms/consent-fields.ts';
import type {FormField} from '../issue-forms/parse-issue-body.ts';
import {fieldsOf} from '../issue-forms/parse-issue-body.ts';
import {PROPOSAL_FIELDS, STUDY_SECTIONS} from '../issue-forms/proposal-fields.ts';
import {readChoices} from '../issue-forms/read-choices.ts';
import type {ToolkitConfig} from '../schemas/toolkit-schema.ts';
import type {AgreedConsent, Fault} from './consent-of.ts';
import {consentOf} from './consent-of.ts';
import {oneLine, readAnswer} from './read-answer.ts';
import {leavesDaysOut, readYear} from './read-times.ts';
import {contacts, doubt, named, UNPLACED, yearsAlone} from './study-faults.ts';
import type {Submission} from './submission.ts';
import {keyOf} from './submission.ts';
import {takeContactsOut} from './take-contacts-out.ts';
import {plainMarkdown, tameMarkdown} from './tame-markdown.ts';

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
