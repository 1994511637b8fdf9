import type {PlannedFile} from '../../content/files/planned-file.ts';
import {html} from '../../format/html.ts';
import {fill} from '../../language/fill.ts';
import {textOf} from '../../language/text.ts';
import {type AnnouncedChange, type AnnouncedPage, type Announcement, titlesOf} from './announce.ts';
import {renderTextMail} from './render-announcement.ts';

/** An update as an email in HTML: text and links only, nothing that a mail program would load. */
function renderHtmlMail(announcement: Announcement): string {
  const {toolkit, language, title, isLaunch, day, url, major, minor, inShort, edition, email, head} = announcement;
  const {mail, changes, counts, format} = textOf(announcement);
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${toolkit}: ${title}</title>
</head>
<body>
<h1>${title}</h1>
<p>${(isLaunch ? mail.launched : mail.updated)({toolkit, day})}</p>
${
  inShort &&
  html`<p>${fill(mail.pages, {
    pages: () => html`${linked(inShort.first)}${inShort.others > 0 && ` ${counts.morePages({count: inShort.others})}`}`,
  })}</p>
`
}${major.map(renderMajor)}${
  minor.length > 0 &&
  html`<h2>${changes.smallCorrections}</h2>
<ul>
${minor.map(
  (change) => html`<li>${titlesOf(change)}: ${change.note}</li>
`,
)}</ul>
`
}${
  edition &&
  html`<p>${fill(mail.cite, {edition: () => html`<a href="${edition.url}">${format.inWords(edition)}</a>`})}</p>
`
}<p><a href="${url}">${mail.whole}</a></p>
${
  head &&
  html`<p>${mail.head({head})}</p>
`
}<p>${fill(mail.question, {email: () => html`<a href="mailto:${email}">${email}</a>`})}</p>
</body>
</html>
`.html;
}

function renderMajor({label, pages, note, answers}: AnnouncedChange) {
  return html`<h2>${label && `${label}: `}${linked(pages)}</h2>
<p>${note}</p>
${answers.map(
  ({question, answer}) => html`<p>${question}: ${answer}</p>
`,
)}`;
}

function linked(pages: readonly AnnouncedPage[]) {
  return pages.map((page, index) => [
    index > 0 && ', ',
    page.url === undefined ? page.title : html`<a href="${page.url}">${page.title}</a>`,
  ]);
}

export function outboxFiles(slug: string, announcement: Announcement): PlannedFile[] {
  return [
    {path: `outbox/${slug}.txt`, content: renderTextMail(announcement)},
    {path: `outbox/${slug}.html`, content: renderHtmlMail(announcement)},
  ];
}
