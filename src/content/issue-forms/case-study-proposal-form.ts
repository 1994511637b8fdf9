import {EVIDENCE_MEANINGS} from '../facets.ts';
import {caseStudySchema} from '../schemas/case-study-schema.ts';
import type {ToolkitConfig} from '../schemas/toolkit-schema.ts';
import {consentFields} from './consent-fields.ts';
import type {FormElement, IssueForm} from './issue-form.ts';
import type {FieldHelp} from './proposal-fields.ts';
import {PROPOSAL_FIELDS, studySections} from './proposal-fields.ts';
import type {KeyWords} from './schema-words.ts';
import {labelOf, wordsOfKeys} from './schema-words.ts';

/** The name of the file that holds the form; links to the form carry it. */
export const PROPOSAL_TEMPLATE = 'case-study-proposal.yml';

/** The label that the form gives, by which proposals are known. */
export const PROPOSAL_LABEL = 'case-study';

/** The label by which an editor has a draft page made of a proposal. */
export const MAKE_FILE_LABEL = 'make-file';

/** The label that shows that no answer is missing; a workflow sets it and removes it. */
export const COMPLETE_LABEL = 'proposal: complete';

/** What the title of a proposal begins with. */
export const PROPOSAL_TITLE = 'Case study: ';

type AskedKey = keyof typeof PROPOSAL_FIELDS;
type Shape = ReturnType<typeof caseStudySchema>['shape'];

/** Where the story stands among the facts: after them, and before its figures and sources. */
const AFTER_STORY: readonly AskedKey[] = ['evidence', 'outcomes', 'partners', 'sources'];

/** The form that offers a case study: a field for each thing that the schema of case studies needs. */
export function caseStudyProposalForm(toolkit: ToolkitConfig): IssueForm {
  const {shape} = caseStudySchema(toolkit);
  const words = new Map(wordsOfKeys(caseStudySchema(toolkit)).map((entry) => [entry.key, entry]));
  const asked = Object.keys(PROPOSAL_FIELDS) as AskedKey[];
  const fieldOf = (key: AskedKey) => fieldFor(key, {shape, words, toolkit});
  return {
    name: 'Propose a case study',
    description: `Offer an example from your service for "${toolkit.title}".`,
    title: PROPOSAL_TITLE,
    labels: [PROPOSAL_LABEL],
    body: [
      {type: 'markdown', attributes: {value: noticeFor(toolkit)}},
      ...asked.filter((key) => !AFTER_STORY.includes(key)).map(fieldOf),
      ...studySections(toolkit).map(
        ({id, title, help, example}): FormElement => ({
          type: 'textarea',
          id,
          attributes: {label: title, description: example ? `${help} Example: ${example}` : help},
          validations: {required: true},
        }),
      ),
      ...AFTER_STORY.map(fieldOf),
      ...consentFields(shape.consent, toolkit.licence.name),
    ],
  };
}

interface Context {
  shape: Shape;
  words: ReadonlyMap<string, KeyWords>;
  toolkit: ToolkitConfig;
}

function fieldFor(key: AskedKey, {shape, words, toolkit}: Context): FormElement {
  const field = PROPOSAL_FIELDS[key];
  const {label = labelOf(key), description = ''} = words.get(key) ?? {};
  const schema = shape[key];
  const attributes = {label, description: describe(description, partsOf(wordsOfKeys(schema), field), field)};
  const id = idOf(key);
  // An optional key is one that accepts nothing at all.
  const validations = {required: !schema.safeParse(undefined).success};
  if (field.type !== 'dropdown') return {type: field.type, id, attributes, validations};
  const options = optionsFor(key, toolkit);
  return {type: 'dropdown', id, attributes: {...attributes, multiple: key !== 'evidence', options}, validations};
}

/** `title` is taken: in a link it names the title of the issue. */
function idOf(key: AskedKey): string {
  return key === 'title' ? 'study-title' : key.replaceAll('_', '-');
}

function describe(description: string, parts: string, {help, example}: FieldHelp): string {
  return [description, help, parts, example && `Example: ${example}`].filter(Boolean).join(' ');
}

/** Lists of objects are written one to a line, their keys between semicolons in the order of the schema. */
function partsOf(keys: readonly KeyWords[], {type}: FieldHelp): string {
  if (type !== 'textarea' || keys.length === 0) return '';
  const parts = keys.map(({description}, index) => `(${index + 1}) ${description}`);
  return `Write each on a line of its own, with semicolons between its parts: ${parts.join(' ')}`;
}

function optionsFor(key: AskedKey, {priorities, approaches, regions}: ToolkitConfig): string[] {
  // GitHub chooses the first option of a required dropdown by itself: the first label must claim least.
  if (key === 'evidence') return Object.entries(EVIDENCE_MEANINGS).map(([id, means]) => `${labelOf(id)}: ${means}`);
  const vocabularies: Partial<Record<AskedKey, readonly {label: string}[]>> = {priorities, approaches, regions};
  return (vocabularies[key] ?? []).map(({label}) => label);
}

function noticeFor({email}: ToolkitConfig): string {
  return [
    '**What you write here is public**, under the name of your GitHub account.',
    'Short is fine: 250 to 500 words in all. It does not have to be a success story. If you do not know something, write that you do not know.',
    'Do not name staff, volunteers or people who use the service, give no details by which somebody could be recognised, and add no photographs.',
    `Rather not use GitHub? Write to ${email}: an editor can fill in this form with you.`,
  ].join('\n\n');
}
