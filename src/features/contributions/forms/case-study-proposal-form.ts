import type {z} from 'zod';
import {evidenceText} from '../../../content/pages/facets.ts';
import {type CaseStudy, caseStudySchema, EVIDENCE_IDS} from '../../../content/schemas/case-study-schema.ts';
import {type KeyWords, labelOf, wordsOfKeys} from '../../../content/schemas/inspect-schema.ts';
import type {ToolkitConfig} from '../../../content/schemas/toolkit-schema.ts';
import {ENGLISH} from '../../../language/text.ts';
import {PROPOSAL_LABEL} from '../labels.ts';
import {type FormElement, type IssueForm, textField} from './issue-form.ts';
import {type FieldHelp, factFieldId, proposalFields, studySections} from './proposal-fields.ts';

const PROPOSAL_TITLE = 'Case study: ';

/** The fields after the story: its figures and sources. All other facts come before it. */
const AFTER_STORY: readonly string[] = ['evidence', 'outcomes', 'partners', 'sources'];

/** The form for proposing a case study, with a field for everything that its schema requires. */
export function caseStudyProposalForm(toolkit: ToolkitConfig): IssueForm {
  const {shape} = caseStudySchema(toolkit);
  const words = new Map(wordsOfKeys(caseStudySchema(toolkit)).map((entry) => [entry.key, entry]));
  const asked = proposalFields(toolkit);
  const fieldsIn = (keys: readonly string[]) =>
    keys.flatMap((key) => (asked[key] ? fieldFor(key, asked[key], {shape, words, toolkit}) : []));
  return {
    name: 'Propose a case study',
    description: `Offer an example from your service for "${toolkit.title}".`,
    title: PROPOSAL_TITLE,
    labels: [PROPOSAL_LABEL],
    body: [
      {type: 'markdown', attributes: {value: noticeFor(toolkit)}},
      ...fieldsIn(Object.keys(asked).filter((key) => !AFTER_STORY.includes(key))),
      ...studySections(toolkit).map(({id, title, help, example}) => {
        // Answers are found by the label, which must not be that of another field.
        const label = id.startsWith('section-') ? `Section: ${title}` : title;
        return textField('textarea', id, label, sentences(help, exampleOf(example)), true);
      }),
      ...fieldsIn(AFTER_STORY),
      ...toolkit.facts.map(factField),
      ...consentFields(shape.consent, toolkit.licence?.name),
    ],
  };
}

interface Context {
  shape: Readonly<Record<string, z.ZodType>>;
  words: ReadonlyMap<string, KeyWords>;
  toolkit: ToolkitConfig;
}

function fieldFor(key: string, field: FieldHelp, {shape, words, toolkit}: Context): FormElement[] {
  const schema = shape[key];
  if (!schema) return [];
  const vocabulary = toolkit.vocabularies.find((candidate) => candidate.key === key);
  const {label = labelOf(key), description = ''} = {...words.get(key), ...(vocabulary && {label: vocabulary.label})};
  const asked = sentences(description, field.help, partsOf(wordsOfKeys(schema), field), exampleOf(field.example));
  const id = idOf(key);
  // An optional key is one that accepts nothing at all.
  const required = !schema.safeParse(undefined).success;
  if (field.type !== 'dropdown') return [textField(field.type, id, label, asked, required)];
  // GitHub preselects the first option of a required dropdown: the first label must claim least.
  const options = vocabulary
    ? vocabulary.terms.map((term) => term.label)
    : EVIDENCE_IDS.map((id) => evidenceText(id, ENGLISH));
  const attributes = {label, description: asked, multiple: vocabulary !== undefined, options};
  return [{type: 'dropdown', id, attributes, validations: {required}}];
}

/** A question for a fact of the toolkit. No answer is required, as no page needs one. */
function factField({id, label, type, description}: ToolkitConfig['facts'][number]): FormElement {
  const [help, example] = FACT_HELP[type];
  return textField('input', factFieldId(id), `Fact: ${label}`, sentences(description, help, exampleOf(example)));
}

const FACT_HELP: Readonly<Record<ToolkitConfig['facts'][number]['type'], readonly [help: string, example?: string]>> = {
  text: ['Write a few words.'],
  number: ['Write a number in figures.', '1,200'],
  date: ['Give the day, month and year.', '24 November 2026'],
  link: ['Give a full web address.', 'https://anytown.example/report'],
};

/** In a link, `title` already means the title of the issue. */
function idOf(key: string): string {
  return key === 'title' ? 'study-title' : key.replaceAll('_', '-');
}

function sentences(...parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(' ');
}

function exampleOf(example: string | undefined): string | undefined {
  return example && `Example: ${example}`;
}

/** A list of objects has one object per line, with its keys in the order of the schema, separated by semicolons. */
function partsOf(keys: readonly KeyWords[], {type}: FieldHelp): string {
  if (type !== 'textarea' || keys.length === 0) return '';
  const parts = keys.map(({description}, index) => `(${index + 1}) ${description}`);
  return `Write each on a separate line, with semicolons between its parts: ${parts.join(' ')}`;
}

function noticeFor({email}: ToolkitConfig): string {
  return [
    '**What you write here is public**, under the name of your GitHub account.',
    'Short is fine: 250 to 500 words in total. It does not have to be a success story. If you do not know something, say so.',
    'Do not name staff, volunteers or people who use the service, give no details that could identify a person, and add no photographs.',
    `If you would rather not use GitHub, write to ${email}. An editor can fill in this form with you.`,
  ].join('\n\n');
}

type ConsentSchema = ReturnType<typeof caseStudySchema>['shape']['consent'];
type RecordedKey = Exclude<
  keyof Extract<CaseStudy['consent'], {basis: 'organisation'}>,
  'basis' | 'proposal' | 'fingerprint'
>;

/** What is recorded about consent; the types require every key of the schema here. */
const RECORDED: Readonly<Record<RecordedKey, {label: string; help?: string; example: string}>> = {
  role: {label: 'Role that agreed', example: 'Head of service'},
  on: {
    label: 'Day of agreement',
    help: 'Do not guess: until you know it, write "not known yet", and edit your proposal later.',
    example: '2026-11-24',
  },
};

/** The boxes to agree to, and a field for everything that is recorded about the consent. */
function consentFields(schema: ConsentSchema, licence = 'that of this toolkit'): FormElement[] {
  const descriptions = new Map(wordsOfKeys(organisationOf(schema)).map(({key, description}) => [key, description]));
  return [
    {
      type: 'checkboxes',
      id: 'consent',
      attributes: {
        label: 'Consent',
        description:
          'We publish a proposal only if the organisation that runs the service has agreed. Show these three lines to the person who agrees. The licence lets anyone copy and reuse the text, as long as they name the source.',
        options: [
          {label: 'The organisation that runs the service agrees to be described and named.', required: true},
          {label: 'Nothing here names staff, volunteers or people who use the service.', required: true},
          {label: `The text may be edited, and published under this licence: ${licence}.`, required: true},
        ],
      },
    },
    ...Object.entries(RECORDED).map(([key, {label, help, example}]) =>
      textField('input', `consent-${key}`, label, sentences(descriptions.get(key), help, exampleOf(example)), true),
    ),
  ];
}

function organisationOf(schema: ConsentSchema): z.ZodType {
  const found = schema.options.find(({shape}) => shape.basis.value === 'organisation');
  if (!found) throw new Error('the schema of consent has no basis `organisation`');
  return found;
}
