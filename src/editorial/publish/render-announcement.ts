import {type AnnouncedChange, type Announcement, titlesOf} from '../../model/updates/announce.ts';

/** An update as plain text, for the editor who is about to publish it. */
export function renderPreview(announcement: Announcement): string {
  const {title, day, url, pages, edition} = announcement;
  return blocks([
    [title, `Published ${day}`],
    ...renderChanges(announcement),
    [
      pages.length === 1 ? 'Page' : `Pages (${pages.length})`,
      ...pages.map((page) => `  ${page.title}: ${page.url ?? 'no longer there'}`),
    ],
    [`Address: ${url}`, ...(edition ? [`Edition ${edition.name}: ${edition.url}`] : [])],
  ]);
}

/** An update as an e-mail in plain text, beginning with its subject. */
export function renderTextMail(announcement: Announcement): string {
  const {toolkit, title, day, url, inShort, edition, email} = announcement;
  return blocks([
    [`Subject: ${toolkit}: ${title}`],
    [`${toolkit} was updated on ${day}.`],
    ...(inShort ? [[`Pages: ${[titlesOf({pages: inShort.first}), inShort.others ?? []].flat().join(', ')}.`]] : []),
    ...renderChanges(announcement, true),
    ...(edition ? [[`To cite the toolkit of that day, use edition ${edition.name}: ${edition.url}`]] : []),
    [`The whole update: ${url}`],
    [`If you have a question, or something is wrong, write to ${email}.`],
  ]);
}

function renderChanges({major, minor}: Announcement, withAddresses = false): string[][] {
  const small = minor.map((change) => `  - ${titlesOf(change)}: ${change.note}`);
  return [
    ...major.map((change) => renderMajor(change, withAddresses)),
    ...(small.length > 0 ? [['Small corrections', ...small]] : []),
  ];
}

function renderMajor(change: AnnouncedChange, withAddresses: boolean): string[] {
  const addresses = withAddresses ? change.pages.flatMap(({url}) => url ?? []) : [];
  return [
    titlesOf(change),
    `  ${change.note}`,
    ...change.answers.map(({question, answer}) => `  ${question}: ${answer}`),
    ...addresses.map((url) => `  ${url}`),
  ];
}

function blocks(paragraphs: readonly (readonly string[])[]): string {
  return `${paragraphs.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
