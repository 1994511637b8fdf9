import {z} from 'zod';
import {absoluteUrl, fileOfAddress, type SiteAddress} from '../../../content/addresses/addresses.ts';
import {RELAY_SETTINGS, THANKS} from '../../../content/addresses/generated-routes.ts';
import type {ToolkitConfig} from '../../../content/schemas/toolkit-schema.ts';
import {escapeForRegExp} from '../../../format/text.ts';
import {ENGLISH, textOf} from '../../../language/text.ts';
import type {SiteFile} from '../../../site/feature-hooks.ts';
import {type FormElement, type IssueForm, templateFile} from './issue-form.ts';

/** The file name of the form, which is part of links to it. */
export const FEEDBACK_TEMPLATE = 'beta-feedback.yml';

/** What the title of feedback begins with, in the form and in links to it. */
export const FEEDBACK_TITLE = 'Feedback: ';

/** What readers may say about themselves; the catalogue of each language has them in the same order. */
export const ROLES = ENGLISH.feedback.form.roles;

/** The longest message that a reader can send without an account, in characters. */
export const LONGEST_MESSAGE = 10_000;

/**
 * What readers send. The form on GitHub, the form on the site and what the relay accepts are made from it; a link on a
 * page fills in the fields about the page, so that an editor knows which text the reader saw.
 */
export function feedbackAnswers({url, baseUrl, audience}: SiteAddress & Pick<ToolkitConfig, 'audience'>) {
  const site = escapeForRegExp(url + baseUrl);
  const line = z.string().regex(/^[^\r\n]*$/);
  return z.strictObject({
    what: z.string().max(LONGEST_MESSAGE).regex(/\S/).meta({
      title: 'Your feedback',
      description:
        'What were you looking for, and what is wrong, missing or unclear? If a fact is wrong, add the address of a source with the correct one.',
    }),
    page: line.max(200).optional().meta({
      title: 'Page',
      description: 'The title of the page; leave it empty if you write about the whole site.',
    }),
    address: z
      .string()
      .max(500)
      // No character with a meaning in Markdown: the address goes into a public issue.
      .regex(new RegExp(`^${site}[^\\s<>@()\\[\\]\`]*$`))
      .optional()
      .meta({title: 'Address', description: 'The address of the page.'}),
    edition: z
      .string()
      .regex(/^(live|\d{4}-\d{2}(?:\.\d+)?)$/)
      .optional()
      .meta({title: 'Edition', description: 'The version you read: live, or the name of an edition.'}),
    fingerprint: z
      .string()
      .regex(/^[0-9a-f]{16}$/)
      .optional()
      .meta({
        title: 'Fingerprint',
        description: 'Identifies the version of the text you read; leave it as it is.',
      }),
    who: z
      .enum(ROLES)
      .optional()
      .meta({
        title: 'Who you are',
        description: `This helps us understand who uses a page. You can leave it out. The toolkit is for ${audience}.`,
      }),
  });
}

/** The form on GitHub for feedback on one page, or on the whole site. */
export function betaFeedbackForm(config: ToolkitConfig): IssueForm {
  const {shape} = feedbackAnswers(config);
  return {
    name: 'Feedback on a page',
    description: `Say what is wrong, missing or unclear in "${config.title}".`,
    title: FEEDBACK_TITLE,
    labels: ['feedback'],
    body: [
      {type: 'markdown', attributes: {value: noticeFor(config.email)}},
      ...Object.entries(shape).map(([id, field]) => formElement(id, field)),
    ],
  };
}

function formElement(id: string, field: z.ZodType): FormElement {
  const {title: label = id, description = ''} = field.meta() ?? {};
  const validations = {required: !field.isOptional()};
  if (id === 'who')
    return {type: 'dropdown', id, attributes: {label, description, multiple: false, options: [...ROLES]}, validations};
  return {type: id === 'what' ? 'textarea' : 'input', id, attributes: {label, description}, validations};
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

/**
 * What the relay needs to know: the form with its JSON schema, where issues go, and what it says to readers. It reads
 * this file of the built site when it starts. A toolkit without a relay has none.
 */
export function relayFiles(config: ToolkitConfig): SiteFile[] {
  const relay = config.feedback_relay;
  if (!relay) return [];
  const {problem, invalid, quick, often, full, yours, again, orMail} = textOf(config).feedback.form;
  const {title, labels} = betaFeedbackForm(config);
  const settings = {
    schema: 1,
    site: absoluteUrl(config, '/'),
    relay: relay.address,
    repository: config.repository,
    language: config.language,
    title,
    labels,
    thanks: absoluteUrl(config, THANKS),
    answers: z.toJSONSchema(feedbackAnswers(config)),
    texts: {problem, invalid, quick, often, full, yours, send: again, email: orMail({email: config.email})},
  };
  return [[fileOfAddress(RELAY_SETTINGS), `${JSON.stringify(settings, undefined, 2)}\n`]];
}
