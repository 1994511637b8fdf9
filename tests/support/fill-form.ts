import type {IssueForm} from '../../src/content/issue-forms/issue-form.ts';

/** The body of an issue as GitHub makes it from a form and what was written into its fields, by their ids. */
export function fillForm({body}: IssueForm, written: Readonly<Record<string, string>>): string {
  return body
    .flatMap((element) => {
      if (element.type === 'markdown') return [];
      const answer = written[element.id]?.trim() || '_No response_';
      return [`### ${element.attributes.label}\n\n${answer}`];
    })
    .join('\n\n');
}

/** The body of an issue from a form that a link filled in: GitHub takes parameters that name a field, and passes over others. */
export function fillFormFrom(form: IssueForm, href: string, written: Readonly<Record<string, string>>): string {
  return fillForm(form, {...Object.fromEntries(new URL(href).searchParams), ...written});
}

/** What a program for e-mail sends after a click on a `mailto:` link, as it is sent. */
export function mailFrom(href: string, written: string): string {
  const query = new URLSearchParams(new URL(href).search.replaceAll('+', '%2B'));
  const subject = `=?utf-8?B?${Buffer.from(query.get('subject') ?? '').toString('base64')}?=`;
  const body = Buffer.from(`${query.get('body')}${written}`).toString('base64');
  return [
    'From: Somebody <somebody@example.org>',
    `Subject: ${subject}`,
    'Date: Tue, 24 Nov 2026 10:00:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    body.replace(/.{76}/g, '$&\r\n'),
  ].join('\r\n');
}
