import {absoluteUrl} from '../../../content/addresses/addresses.ts';
import type {ToolkitConfig} from '../../../content/schemas/toolkit-schema.ts';
import {ENGLISH} from '../../../language/text.ts';
import {type FormElement, type IssueForm, templateFile} from './issue-form.ts';

/** The file name of the form, which is part of links to it. */
export const FEEDBACK_TEMPLATE = 'beta-feedback.yml';

/** What the title of feedback begins with, in the form and in links to it. */
export const FEEDBACK_TITLE = 'Feedback: ';

/** What readers may say about themselves; the catalogue of each language has them in the same order. */
export const ROLES = ENGLISH.feedback.form.roles;

/** The longest message that a reader can send without an account, in characters. */
export const LONGEST_MESSAGE = 10_000;

/** The form on GitHub for feedback on one page, or on the whole site. A link on a page fills in the fields about the page. */
export function betaFeedbackForm(config: ToolkitConfig): IssueForm {
  return {
    name: 'Feedback on a page',
    description: `Say what is wrong, missing or unclear in "${config.title}".`,
    title: FEEDBACK_TITLE,
    labels: ['feedback'],
    body: [
      {type: 'markdown', attributes: {value: noticeFor(config.email)}},
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
      line('page', 'Page', 'The title of the page; leave it empty if you write about the whole site.'),
      line('address', 'Address', 'The address of the page.'),
      line('edition', 'Edition', 'The version you read: live, or the name of an edition.'),
      // An editor knows from it which text the reader saw.
      line('fingerprint', 'Fingerprint', 'Identifies the version of the text you read; leave it as it is.'),
      {
        type: 'dropdown',
        id: 'who',
        attributes: {
          label: 'Who you are',
          description: `This helps us understand who uses a page. You can leave it out. The toolkit is for ${config.audience}.`,
          multiple: false,
          options: [...ROLES],
        },
        validations: {required: false},
      },
    ],
  };
}

function line(id: string, label: string, description: string): FormElement {
  return {type: 'input', id, attributes: {label, description}, validations: {required: false}};
}

function noticeFor(email: string): string {
  return [
    '**What you write here is public**, under the name of your GitHub account.',
    'Do not name staff, volunteers or people who use a service, and give no details that could identify a person.',
    `If you would rather not write in public, or have no account, write to ${email}. An editor will read it and reply.`,
  ].join('\n\n');
}

/** What GitHub shows with the forms: links to the site for everything without one. It accepts only web addresses here. */
export function chooserConfig(toolkit: ToolkitConfig) {
  return {
    blank_issues_enabled: false,
    contact_links: [
      {
        name: 'Write by email instead',
        url: absoluteUrl(toolkit, '/feedback/'),
        about: 'How to write without an account and not in public, and what happens next.',
      },
    ],
  };
}

/** The form and what is next to it. */
export function feedbackTemplates(config: ToolkitConfig): Record<string, string> {
  return {
    ...templateFile(FEEDBACK_TEMPLATE, 'toolkit.config.ts', betaFeedbackForm(config)),
    ...templateFile('config.yml', 'toolkit.config.ts', chooserConfig(config)),
  };
}
