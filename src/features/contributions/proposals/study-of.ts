import {isNonAnswer} from '../../../content/front-matter/non-answers.ts';
import {readDay, readYear} from '../../../content/front-matter/read-times.ts';
import {CASE_STUDY_FOLDER, type DraftSection, draftSections, ownerOfFolder} from '../../../content/pages/page-kinds.ts';
import {type AgreedConsent, consentFingerprint} from '../../../content/schemas/case-study-schema.ts';
import type {ToolkitConfig} from '../../../content/schemas/toolkit-schema.ts';
import type {Toolkit} from '../../../content/toolkit.ts';
import {count} from '../../../format/text.ts';
import {caseStudyProposalForm} from '../forms/case-study-proposal-form.ts';
import {type FormField, fieldsOf, parseIssueBody} from '../forms/parse-issue-body.ts';
import {factFieldId, proposalFields, studySections} from '../forms/proposal-fields.ts';
import {readChoices} from '../forms/read-choices.ts';
import type {Issue} from '../issues.ts';
import {findPersonalData} from '../personal-data.ts';
import {readConsent} from './consent.ts';
import {bareAddress, escapeAnswer, plainMarkdown} from './escape-answer.ts';
import {type AnswerFault, keyOf, NAMES_PERSON} from './field-feedback.ts';
import {oneLine, readAnswer} from './read-answer.ts';
import {stripContacts} from './strip-contacts.ts';

export type ProposalIssue = Pick<Issue, 'number' | 'body'>;

/** A case study as far as a proposal gives it. */
export interface ProposedStudy {
  /** Its front matter: what is not answered is left out, and what no schema accepts is as it was typed. */
  data: Readonly<Record<string, unknown>>;
  sections: DraftSection[];
  consent: AgreedConsent | undefined;
  /** Whether any field of the form was answered. */
  isAnswered: boolean;
  faults: AnswerFault[];
}

/** How often case studies are checked against their sources, unless an editor decides otherwise. */
const REVIEW_EVERY = '24 months';

/** Makes a case study of a proposal; whatever was typed becomes text and nothing more. */
export function studyOf(
  {number, body}: ProposalIssue,
  {config, fingerprintOf}: Pick<Toolkit, 'config' | 'fingerprintOf'>,
  today: string,
): ProposedStudy {
  const form = caseStudyProposalForm(config);
  const fields = fieldsOf(form);
  const parsed = parseIssueBody(form, body);
  const {answers, faults} = withoutContacts(parsed.answers, config);
  const answer = (id: string) => answers.get(id) ?? '';

  const boxes = fields.find(({id}) => id === 'consent');
  const {consent: agreed, faults: consentFaults} = readConsent(
    {
      role: oneLine(answer('consent-role')),
      day: oneLine(answer('consent-on')),
      boxes: boxes?.type === 'checkboxes' ? boxes.attributes.options.map(({label}) => label) : [],
      ticked: boxes ? readChoices(boxes, answer('consent')).chosen : [],
    },
    today,
  );
  const given = agreed && {...agreed, proposal: number};
  const consent: AgreedConsent | undefined = given && {
    basis: 'organisation',
    ...given,
    fingerprint: consentFingerprint(fingerprintOf, given),
  };
  const doubtful = fields.filter(({id}) => parsed.doubtful.includes(id));
  faults.push(...consentFaults, ...doubtful.map(doubt));

  const asked = proposalFields(config);
  const data: Record<string, unknown> = {};
  for (const field of fields) {
    const {id} = field;
    const key = keyOf(id);
    if (!Object.hasOwn(asked, key)) continue;
    const value = readAnswer(key, field, answer(id), config);
    if (value !== undefined) data[key] = value;
    if (key === 'outcomes') faults.push(...resolveYears(value, id));
  }
  const facts = factsFor(config, answer);
  if (facts) data.facts = facts;
  if (consent) data.consent = consent;
  data.owner = ownerOfFolder(CASE_STUDY_FOLDER, config)?.id;
  data.review_every = REVIEW_EVERY;
  if (parsed.rest !== '') {
    const problem = 'some text is above the first heading of the form, and is not part of any answer';
    faults.push(look('', problem, 'Move it below the heading that it answers.'));
  }
  return {data, sections: sectionsFor(config, answer, data.sources), consent, isAnswered: answers.size > 0, faults};
}

/** Something that deserves a second look, and does not keep the case study from being published. */
function look(field: string, problem: string, fix: string): AnswerFault {
  return {field, problem, fix, isNeeded: false};
}

function doubt({id, attributes}: FormField): AnswerFault {
  return look(
    id,
    `the heading “${attributes.label}” appears more than once, so we guessed where this answer begins`,
    'Check that each answer is complete, and reword the heading inside your answer.',
  );
}

function withoutContacts(
  answers: ReadonlyMap<string, string>,
  config: ToolkitConfig,
): {answers: Map<string, string>; faults: AnswerFault[]} {
  const faults: AnswerFault[] = [];
  const deleteToo = (what: string) => `Please delete ${what} from your proposal too, which is public.`;
  const left = [...answers].map(([id, typed]): [string, string] => {
    const {text, count: removed} = stripContacts(typed, config);
    if (removed > 0) {
      const problem = `we left out ${count(removed, 'contact detail')} that may be a person's`;
      const fix = `${deleteToo(removed === 1 ? 'it' : 'them')} You can link to a page of the organisation.`;
      faults.push(look(id, problem, fix));
    }
    // More is asked of the role that agreed.
    const hasName = findPersonalData(text, config).some(({kind}) => kind === 'name');
    if (hasName && !id.startsWith('consent')) {
      faults.push(look(id, NAMES_PERSON.problem, `${NAMES_PERSON.fix} ${deleteToo('the name')}`));
    }
    return [id, text];
  });
  return {answers: new Map(left), faults};
}

/** An outcome has one year: for `2023/24` it is the year in which that ended, as on the other pages. */
function resolveYears(outcomes: unknown, field: string): AnswerFault[] {
  if (!Array.isArray(outcomes)) return [];
  return outcomes.flatMap((outcome: {year?: unknown}, index) => {
    const {year: typed} = outcome;
    const year = typeof typed === 'string' ? readYear(typed) : '';
    if (!/^\d{4}$/.test(year)) return [];
    outcome.year = Number(year);
    const problem = `line ${index + 1}: we read ${typed} as ${year}, the year in which it ended`;
    return [look(field, problem, 'Give the whole period in what it counts, if it is not there.')];
  });
}

/** The facts of the toolkit that were answered; `undefined` if none was. */
function factsFor({facts}: ToolkitConfig, answer: (id: string) => string): Record<string, unknown> | undefined {
  const given = facts.flatMap(({id, type}) => {
    const typed = oneLine(answer(factFieldId(id)));
    return isNonAnswer(typed) ? [] : [[id, readFact(type, typed)] as const];
  });
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}

/** What is not of the type stays as it was typed, and the check reports it. */
function readFact(type: ToolkitConfig['facts'][number]['type'], typed: string): string | number {
  if (type === 'date') return readDay(typed);
  if (type === 'link') return typed.replace(/^<|>$/g, '');
  const digits = typed.replace(/,(?=\d{3}\b)/g, '');
  return type === 'number' && /^-?\d+(?:\.\d+)?$/.test(digits) ? Number(digits) : typed;
}

/** The sections of a case study with what was typed, and the description as its opening. */
function sectionsFor(config: ToolkitConfig, answer: (id: string) => string, sources: unknown): DraftSection[] {
  const ids = new Map(studySections(config).map(({title, id}) => [title, id]));
  // A line of sources that was not understood is a text.
  const listed = (Array.isArray(sources) ? sources : []) as {title?: string; publisher?: string; url?: string}[];
  const titles = new Map(
    listed.flatMap(({url, title, publisher}) => {
      const name = title ?? publisher;
      return url && name ? [[bareAddress(url), name] as const] : [];
    }),
  );
  const opening = isNonAnswer(answer('description')) ? '' : oneLine(answer('description'));
  return draftSections('case-study', '', config).map(({title, words}): DraftSection => {
    const typed = title === undefined ? plainMarkdown(opening) : escapeAnswer(answer(ids.get(title) ?? ''), titles);
    return {...(title !== undefined && {title}), words: typed === '' ? words : typed};
  });
}
