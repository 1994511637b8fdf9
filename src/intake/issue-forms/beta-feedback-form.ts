import type {ToolkitConfig} from '../../model/schemas/toolkit-schema.ts';
import type {FormElement, IssueForm} from './issue-form.ts';

/** The file name of the form, which is part of links to it. */
export const FEEDBACK_TEMPLATE = 'beta-feedback.yml';

/** What the title of feedback begins with, in the form and in links to it. */
export const FEEDBACK_TITLE = 'Feedback: ';

/** Fields that the link on a page fills in, so that an editor knows which text the reader saw. */
const PAGE_FIELDS = [
  {id: 'page', label: 'Page', description: 'The title of the page; leave it empty if you write about the whole site.'},
  {id: 'address', label: 'Address', description: 'The address of the page.'},
  {id: 'edition', label: 'Edition', description: 'The version you read: live, or the name of an edition.'},
  {
    id: 'fingerprint',
    label: 'Fingerprint',
    description: 'Identifies the version of the text you read; leave it as it is.',
  },
] as const;

const ROLES = [
  'I lead an organisation, or decide on its money',
  'I run or manage a service',
  'I work or volunteer in a service',
  'I use a service',
  'I study or advise on services',
  'Something else',
];

/** The form for feedback on one page, or on the whole site. */
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
            'What were you looking for, and what is wrong, missing or unclear? If a fact is wrong, add the address of a source with the correct one.',
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
          description: `This helps us understand who uses a page. You can leave it out. The toolkit is for ${audience}.`,
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
    'Do not name staff, volunteers or people who use a service, and give no details that could identify a person.',
    `If you would rather not write in public, or have no account, write to ${email}. An editor will read it and reply.`,
  ].join('\n\n');
}
