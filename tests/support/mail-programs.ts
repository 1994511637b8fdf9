import type {IssueForm} from '../../src/content/issue-forms/issue-form.ts';
import {fieldsOf} from '../../src/content/issue-forms/parse-issue-body.ts';
import type {Filled} from './issue-body.ts';

/** What somebody is about to send: lines end with `\n`. */
export interface Draft {
  subject: string;
  body: string;
}

/** The e-mail that a program opens for a `mailto:` address. */
export function openMailto(href: string): Draft {
  const query = new URLSearchParams(new URL(href).search.replaceAll('+', '%2B'));
  return {subject: query.get('subject') ?? '', body: (query.get('body') ?? '').replaceAll('\r\n', '\n')};
}

/** Writes answers under the labels of a form, and ticks every box. */
export function writeAnswers({subject, body}: Draft, form: IssueForm, filled: Filled): Draft {
  let written = body.replaceAll('[ ]', '[x]');
  for (const {id, type, attributes} of fieldsOf(form)) {
    const answer = filled[id] ?? '';
    const text = typeof answer === 'string' ? answer : answer.join(', ');
    if (type !== 'checkboxes')
      written = written.replace(`${attributes.label}:\n`, () => `${attributes.label}:\n${text}\n`);
  }
  return {subject, body: written};
}

const BREAK = '\r\n';

const encodeBase64 = (text: string) => Buffer.from(text).toString('base64');
const headerWord = (text: string) => `=?utf-8?B?${encodeBase64(text)}?=`;

/** https://www.rfc-editor.org/rfc/rfc2045#section-6.7 */
function quotedPrintable(text: string): string {
  const line = (words: string) => {
    const marks = [...Buffer.from(words)].map((byte) =>
      byte === 0x3d || byte < 0x20 || byte > 0x7e
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    );
    const lines = [''];
    for (const mark of marks) {
      if ((lines.at(-1) ?? '').length + mark.length > 75) lines.push('');
      lines[lines.length - 1] += mark;
    }
    return lines.join(`=${BREAK}`).replace(/ $/, '=20');
  };
  return text.split('\n').map(line).join(BREAK);
}

const LONGEST_LINE = 72;

/** Breaks lines at spaces, so that none has more than 72 characters but for a longer word; each part ends with `end`. */
function wrapped(text: string, end: string): string {
  const wrap = (line: string) => {
    const [first = '', ...words] = line.split(' ');
    const lines = [first];
    for (const word of words) {
      const longer = `${lines.at(-1)} ${word}`;
      if (longer.length > LONGEST_LINE) lines.push(word);
      else lines[lines.length - 1] = longer;
    }
    return lines.join(`${end}\n`);
  };
  return text.split('\n').map(wrap).join('\n');
}

/** https://www.rfc-editor.org/rfc/rfc3676#section-4 */
function flowed(text: string): string {
  const stuffed = wrapped(text.replace(/ +$/gm, ''), ' ').replace(/^(?= |>|From )/gm, ' ');
  return stuffed.replaceAll('\n', BREAK);
}

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A paragraph for each line, as Outlook writes them. */
const asHtml = (text: string) =>
  `<html><head><style>p.MsoNormal {margin:0cm;}</style></head><body lang=EN-GB><div class=WordSection1>${BREAK}${text
    .split('\n')
    .map((line) => `<p class=MsoNormal><span>${line === '' ? '&nbsp;' : escapeHtml(line)}</span><o:p></o:p></p>`)
    .join(BREAK)}</div></body></html>`;

function mail(subject: string, headers: readonly string[], body: string): string {
  const always = [
    'From: A Librarian <a.librarian@anytown.example>',
    'To: feedback@toolkit.example',
    `Subject: ${headerWord(subject)}`,
    'Date: Mon, 23 Nov 2026 16:20:00 +0000',
    'MIME-Version: 1.0',
  ];
  return [...always, ...headers, '', body].join(BREAK);
}

const PLAIN = 'Content-Type: text/plain; charset=utf-8';

/** What programs for e-mail make of what was written, each as it sends it. */
export const MAIL_PROGRAMS: Readonly<Record<string, (draft: Draft) => string>> = {
  'quoted-printable beside HTML': ({subject, body}) =>
    mail(
      subject,
      ['Content-Type: multipart/alternative; boundary="parts"'],
      [
        '--parts',
        PLAIN,
        'Content-Transfer-Encoding: quoted-printable',
        '',
        quotedPrintable(body),
        '--parts',
        'Content-Type: text/html; charset=utf-8',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        quotedPrintable(asHtml(body)),
        '--parts--',
        '',
      ].join(BREAK),
    ),
  base64: ({subject, body}) =>
    mail(
      subject,
      [PLAIN, 'Content-Transfer-Encoding: base64'],
      encodeBase64(body.replaceAll('\n', BREAK)).replace(/.{76}/g, `$&${BREAK}`),
    ),
  'format=flowed': ({subject, body}) =>
    mail(subject, [`${PLAIN}; format=flowed`, 'Content-Transfer-Encoding: 8bit'], flowed(body)),
  'lines broken for good': ({subject, body}) =>
    mail(subject, [PLAIN, 'Content-Transfer-Encoding: 8bit'], wrapped(body, '').replaceAll('\n', BREAK)),
  'HTML alone': ({subject, body}) =>
    mail(
      subject,
      ['Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable'],
      quotedPrintable(asHtml(body)),
    ),
};
