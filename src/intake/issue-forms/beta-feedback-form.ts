import type {ToolkitConfig} from '../../model/schemas/toolkit-schema.ts';
import type {FormElement, IssueForm} from './issue-form.ts';

/** The name of the file that holds the form; links to the form carry it. */
export const FEEDBACK_TEMPLATE = 'beta-feedback.yml';

/** What the title of feedback begins with, in the form and in links to it. */
export const FEEDBACK_TITLE = 'Feedback: ';

/** Fields that the link on a page fills in, so that an editor sees which words the reader saw. */
const PAGE_FIELDS = [
  {id: 'page', label: 'Page', description: 'The title of the page; leave it empty if you write about the whole site.'},
  {id: 'address', label: 'Address', description: 'Where the page stands.'},
  {id: 'edition', label: 'Edition', description: 'Which state of the page you read: live, or the name of an edition.'},
  {id: 'fingerprint', label: 'Fingerprint', description: 'Identifies the exact words you read; leave it as it is.'},
] as const;

const ROLES = [
  'I lead an organisation, or decide on its money',
  'I run or manage a service',
  'I work or volunteer in a service',
  'I use a service',
  'I study or advise on services',
  'Something else',
];

/** The form for what a reader thinks of one page, or of the whole site. */
export function betaFeedbackForm({title, audience, email}: ToolkitConfig): IssueForm {
  return {
    name: 'Feedback on a page',
    description: `Say what is wrong, missing or unclear in "${title}".`,
    title: FEEDBACK_TITLE,
    labels: ['feedback'],
    body: [
      {type: 'markdown', attributes: {value: noticeFor(email)}},
      {
        type: 'textarea',
        id: 'what',
        attributes: {
          label: 'Your feedback',
          description:
            'What were you looking for, and what is wrong, missing or unclear? If a fact is wrong, add the address of a source that has it right.',
        },
        validations: {required: true},
      },
      ...PAGE_FIELDS.map(
        ({id, label, description}): FormElement => ({
          type: 'input',
          id,
          attributes: {label, description},
          validations: {required: false},
        }),
      ),
      {
        type: 'dropdown',
        id: 'who',
        attributes: {
          label: 'Who you are',
          description: `This helps us to know whom a page serves, and you can leave it out. The toolkit is for ${audience}.`,
          multiple: false,
          options: ROLES,
        },
        validations: {required: false},
      },
    ],
  };
}

function noticeFor(email: string): string {
  return [
    '**What you write here is public**, under the name of your GitHub account.',
    'Do not name staff, volunteers or people who use a service, and give no details by which somebody could be recognised.',
    `Rather not write in public, or have no account? Write to ${email}: an editor reads it, and answers by hand.`,
  ].join('\n\n');
}
