import type {PlannedFile} from '../../content/files/planned-file.ts';
import {fill} from '../../language/fill.ts';
import {textOf} from '../../language/text.ts';
import {type AnnouncedChange, type Announcement, titlesOf} from './announce.ts';

/** An update as an email in plain text, beginning with its subject. */
export function renderTextMail(announcement: Announcement): string {
  const {toolkit, title, isLaunch, day, url, inShort, edition, email, head} = announcement;
  const {mail, counts} = textOf(announcement);
  return blocks([
    [mail.subject({toolkit, title})],
    [(isLaunch ? mail.launched : mail.updated)({toolkit, day})],
    ...(inShort ? [[fill(mail.pages, {pages: () => inWords(inShort)}).join('')]] : []),
    ...renderChanges(announcement),
    ...(edition ? [[mail.citeAt({edition: edition.name, url: edition.url})]] : []),
    [mail.wholeAt({url})],
    ...(head ? [[mail.head({head})]] : []),
    [fill(mail.question, {email: () => email}).join('')],
  ]);

  function inWords({first, others}: NonNullable<Announcement['inShort']>): string {
    return [titlesOf({pages: first}), ...(others > 0 ? [counts.morePages({count: others})] : [])].join(' ');
  }
}

function renderChanges(announcement: Announcement): string[][] {
  const {major, minor} = announcement;
  const small = minor.map((change) => `  - ${titlesOf(change)}: ${change.note}`);
  return [
    ...major.map(renderMajor),
    ...(small.length > 0 ? [[textOf(announcement).changes.smallCorrections, ...small]] : []),
  ];
}

function renderMajor(change: AnnouncedChange): string[] {
  return [
    [change.label, titlesOf(change)].filter(Boolean).join(': '),
    `  ${change.note}`,
    ...change.answers.map(({question, answer}) => `  ${question}: ${answer}`),
    ...change.pages.flatMap(({url}) => (url === undefined ? [] : `  ${url}`)),
  ];
}

function blocks(paragraphs: readonly (readonly string[])[]): string {
  return `${paragraphs.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** The email as a file, which editors send. */
export function outboxFile(slug: string, announcement: Announcement) {
  return {path: `outbox/${slug}.txt`, content: renderTextMail(announcement)} satisfies PlannedFile;
}
