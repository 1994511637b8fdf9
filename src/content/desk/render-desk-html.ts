import {address, bidi, section, withCode} from '../editor-page/html-parts.ts';
import {renderEditorPage} from '../editor-page/render-editor-page.ts';
import {formatDay} from '../format-date.ts';
import type {Html} from '../html.ts';
import {html} from '../html.ts';
import type {Desk, DeskRow, DeskSection} from './desk.ts';
import {DESK_STYLE} from './desk-style.ts';
import {commandForAll, groupsOf, tellNumber, tellUnread, tellWait} from './tell-row.ts';

/** By this a later desk knows that a file is one, and may be written over. */
export const DESK_MARK = '<meta name="generator" content="good-practice-toolkit desk">';

/** The desk as one page of HTML that needs no script and no other file: its numbers, each leading to its rows. */
export function renderDeskHtml(desk: Desk): string {
  return renderEditorPage({
    title: `The editor’s desk - ${desk.toolkitTitle}`,
    mark: DESK_MARK,
    style: DESK_STYLE,
    main: html`<header>
<p class="kind">${desk.toolkitTitle}: for editors, ${formatDay(desk.today)}</p>
<h1>The editor’s desk</h1>
<p class="lead">What waits for somebody, and the command that deals with it.</p>
${desk.unread.length > 0 && unreadFiles(desk.unread)}</header>
<nav class="numbers" aria-label="What waits">
<ul>
${desk.sections.map(numberLink)}</ul>
</nav>
${desk.sections.map(deskSection)}`,
    footer: html`<p>What the check finds wrong in the pages does not stand here: run <code>npm run check</code>. What changed in words does not either: run <code>npm run review</code>.</p>`,
  });
}

function unreadFiles(paths: readonly string[]): Html {
  return html`<section class="hinders" aria-labelledby="unread">
<h2 id="unread">Files that cannot be read</h2>
<p>${withCode(tellUnread(paths.length))}</p>
<ul>
${paths.map(
  (path) => html`<li><code>${path}</code></li>
`,
)}</ul>
</section>
`;
}

function numberLink(found: DeskSection): Html {
  const state = found.rows === undefined ? 'unseen' : found.rows.length === 0 ? 'zero' : 'some';
  const number = found.rows ? tellNumber(found) : html`<span aria-hidden="true">?</span>`;
  return html`<li class="${state}"><a href="#${found.id}"><strong>${number}</strong> ${found.title}${!found.rows && ': not looked at'}</a></li>
`;
}

function deskSection(found: DeskSection): Html {
  const {id, title, about, none, rows, unseen} = found;
  if (!rows) return section(id, title, tellNumber(found), html`<p>${withCode(unseen ?? '')}</p>`);
  if (rows.length === 0) return section(id, title, 0, none);
  const shared = commandForAll(rows);
  const groups = groupsOf(rows).map(
    (group) => html`${
      group.name !== undefined &&
      html`<h3>${bidi(group.name)} <span class="count">(${group.rows.length})</span></h3>
`
    }<ul class="rows">
${group.rows.map((row) => deskRow(row, shared))}</ul>
`,
  );
  return section(
    id,
    title,
    rows.length,
    html`<p>${withCode(about)}</p>
${
  shared === undefined
    ? groups
    : html`<p>One command for all of them: <code class="type">${shared}</code></p>
<details>
<summary>Show all ${rows.length}</summary>
${groups}</details>
`
}`,
  );
}

function deskRow(row: DeskRow, shared: string | undefined): Html {
  const {title, id, address: url, matter, issue, command} = row;
  const wait = tellWait(row);
  return html`<li>
<div>
<p><span class="title">${bidi(title)}</span>${id !== undefined && id !== title && html` <code>${id}</code>`}</p>
${
  url !== undefined &&
  html`<p>${address(url)}</p>
`
}<p>${withCode(matter)}</p>
${
  (wait !== '' || issue) &&
  html`<p class="file">${wait}${issue && html`${wait !== '' && ': '}<a href="${issue.url}" rel="noreferrer">number ${issue.number} on GitHub</a>`}</p>
`
}</div>
${
  command !== shared &&
  html`<p><code class="type">${command}</code></p>
`
}</li>
`;
}
