import {fill} from '../../language/fill.ts';
import {textOf} from '../../language/text.ts';
import {type AnnouncedChange, type Announcement, titlesOf} from '../updates/announce.ts';

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

/** An update as an email in plain text, beginning with its subject. */
export function renderTextMail(announcement: Announcement): string {
  const {toolkit, title, isLaunch, day, url, inShort, edition, email, head} = announcement;
  const {mail, counts} = textOf(announcement);
  return blocks([
    [mail.subject({toolkit, title})],
    [(isLaunch ? mail.launched : mail.updated)({toolkit, day})],
    ...(inShort ? [[fill(mail.pages, {pages: () => inWords(inShort)}).join('')]] : []),
    ...renderChanges(announcement, true),
    ...(edition ? [[mail.citeAt({edition: edition.name, url: edition.url})]] : []),
    [mail.wholeAt({url})],
    ...(head ? [[mail.head({head})]] : []),
    [fill(mail.question, {email: () => email}).join('')],
  ]);

  function inWords({first, others}: NonNullable<Announcement['inShort']>): string {
    return [titlesOf({pages: first}), ...(others > 0 ? [counts.morePages({count: others})] : [])].join(' ');
  }
}

function renderChanges(announcement: Announcement, withAddresses = false): string[][] {
  const {major, minor} = announcement;
  const small = minor.map((change) => `  - ${titlesOf(change)}: ${change.note}`);
  return [
    ...major.map((change) => renderMajor(change, withAddresses)),
    ...(small.length > 0 ? [[textOf(announcement).changes.smallCorrections, ...small]] : []),
  ];
}

function renderMajor(change: AnnouncedChange, withAddresses: boolean): string[] {
  const addresses = withAddresses ? change.pages.flatMap(({url}) => url ?? []) : [];
  return [
    [change.label, titlesOf(change)].filter(Boolean).join(': '),
    `  ${change.note}`,
    ...change.answers.map(({question, answer}) => `  ${question}: ${answer}`),
    ...addresses.map((url) => `  ${url}`),
  ];
}

function blocks(paragraphs: readonly (readonly string[])[]): string {
  return `${paragraphs.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
