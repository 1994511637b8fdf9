import type {z} from 'zod';
import type {CaseStudy, caseStudySchema} from '../schemas/case-study-schema.ts';
import type {FormElement} from './issue-form.ts';
import {wordsOfKeys} from './schema-words.ts';

type ConsentSchema = ReturnType<typeof caseStudySchema>['shape']['consent'];
type RecordedKey = Exclude<
  keyof Extract<CaseStudy['consent'], {basis: 'organisation'}>,
  'basis' | 'proposal' | 'fingerprint'
>;

/** What is recorded of a consent; a new key of the schema must be placed here, or the types break. */
const RECORDED: Readonly<Record<RecordedKey, {label: string; help?: string; example: string}>> = {
  role: {label: 'Role that agreed', example: 'Head of service'},
  on: {
    label: 'Day of agreement',
    help: 'Do not guess: until you know it, write "not known yet", and edit your proposal later.',
    example: '2026-11-24',
  },
};

/** The box by which the words are given to be edited and published. */
function licenceBox(licence: string): string {
  return `The words may be edited, and published under this licence: ${licence}.`;
}

/** What must be agreed, and a field for each thing that is recorded of an organisation's consent. */
export function consentFields(schema: ConsentSchema, licence: string): FormElement[] {
  const descriptions = new Map(wordsOfKeys(organisationOf(schema)).map(({key, description}) => [key, description]));
  return [
    {
      type: 'checkboxes',
      id: 'consent',
      attributes: {
        label: 'Consent',
        description:
          'A proposal is published only if the organisation that runs the service has agreed. Show whoever agrees these three lines. The licence lets anybody copy and reuse the words, as long as they say where these come from.',
        options: [
          {label: 'The organisation that runs the service agrees to be described and named.', required: true},
          {label: 'Nothing here names staff, volunteers or people who use the service.', required: true},
          {label: licenceBox(licence), required: true},
        ],
      },
    },
    ...Object.entries(RECORDED).map(
      ([key, {label, help, example}]): FormElement => ({
        type: 'input',
        id: `consent-${key}`,
        attributes: {
          label,
          description: [descriptions.get(key), help, `Example: ${example}`].filter(Boolean).join(' '),
        },
        validations: {required: true},
      }),
    ),
  ];
}

function organisationOf(schema: ConsentSchema): z.ZodType {
  const found = schema.options.find(({shape}) => shape.basis.value === 'organisation');
  if (!found) throw new Error('the schema of consent has no basis `organisation`');
  return found;
}
