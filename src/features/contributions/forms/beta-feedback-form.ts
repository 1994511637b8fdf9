import type {ToolkitConfig} from '../../../content/schemas/toolkit-schema.ts';
import {ENGLISH} from '../../../language/text.ts';
import {FEEDBACK_LABEL} from '../labels.ts';
import {type IssueForm, textField} from './issue-form.ts';

/** The file name of the form, which is part of links to it. */
export const FEEDBACK_TEMPLATE = 'beta-feedback.yml';

/** What the title of feedback begins with, in the form and in links to it. */
export const FEEDBACK_TITLE = 'Feedback: ';

/** What readers may say about themselves; the catalogue of each language has them in the same order. */
export const ROLES = ENGLISH.feedback.form.roles;

/** The longest message that a reader can send without an account, in characters. */
export const MAX_MESSAGE_LENGTH = 10_000;

/** The form on GitHub for feedback on one page, or on the whole site. A link on a page fills in the fields about the page. */
export function betaFeedbackForm(config: ToolkitConfig): IssueForm {
  return {
    name: 'Feedback on a page',
    description: `Say what is wrong, missing or unclear in "${config.title}".`,
    title: FEEDBACK_TITLE,
    labels: [FEEDBACK_LABEL],
    body: [
      {type: 'markdown', attributes: {value: noticeFor(config.email)}},
      textField(
        'textarea',
        'what',
        'Your feedback',
        'What were you looking for, and what is wrong, missing or unclear? If a fact is wrong, add the address of a source with the correct one.',
        true,
      ),
      textField('input', 'page', 'Page', 'The title of the page; leave it empty if you write about the whole site.'),
      textField('input', 'address', 'Address', 'The address of the page.'),
      textField('input', 'edition', 'Edition', 'The version you read: live, or the name of an edition.'),
      // An editor knows from it which text the reader saw.
      textField(
        'input',
        'fingerprint',
        'Fingerprint',
        'Identifies the version of the text you read; leave it as it is.',
      ),
      {
        type: 'dropdown',
        id: 'who',
        attributes: {
          label: 'Who you are',
          description: `This helps us understand who uses a page. You can leave it out.${config.audience ? ` The toolkit is for ${config.audience}.` : ''}`,
          multiple: false,
          options: [...ROLES],
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
