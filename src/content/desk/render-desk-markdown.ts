import GithubSlugger from 'github-slugger';
import type {ListItem, PhrasingContent, Table} from 'mdast';
import {formatDay} from '../format-date.ts';
import {code, link, listItem, paragraph, stringify, text, toPhrasing} from '../report/markdown-nodes.ts';
import type {Desk, DeskRow, DeskSection} from './desk.ts';
import {commandForAll, groupsOf, tellNumber, tellUnread, tellWait} from './tell-row.ts';

/** GitHub shows a summary of at most 1 MiB; this many of a kind are more than anybody reads there. */
const MOST_OF_EACH = 40;

/** The desk as Markdown, for the summary of a run: its numbers, and below them the first rows of each. */
export function renderDeskMarkdown({today, sections, unread}: Desk): string {
  const parts = [
    '## The editor’s desk',
    `What waits for somebody on ${formatDay(today)}, and the command that deals with it.`,
    stringify([numbersTable(sections)]),
  ];
  if (unread.length > 0) {
    const list = unread.slice(0, MOST_OF_EACH).map((path) => listItem([paragraph([code(path)])]));
    parts.push(
      stringify([
        paragraph(ownWords(tellUnread(unread.length))),
        {type: 'list', ordered: false, spread: false, children: list},
      ]),
    );
  }
  for (const section of sections) parts.push(...sectionParts(section));
  return `${parts.join('\n\n')}\n`;
}

function numbersTable(sections: readonly DeskSection[]): Table {
  const rows = sections.map((section) => [text(section.title), numberCell(section)]);
  return {
    type: 'table',
    children: [[text('What'), text('Number')], ...rows].map((cells) => ({
      type: 'tableRow',
      children: cells.map((cell) => ({type: 'tableCell', children: [cell]})),
    })),
  };
}

/** A number leads to its rows, at the anchor that GitHub gives their heading; a zero has none. */
function numberCell(section: DeskSection): PhrasingContent {
  const number = tellNumber(section);
  return section.rows?.length === 0 ? text(number) : link(`#${anchorOf(section.title)}`, [text(number)]);
}

function anchorOf(title: string): string {
  return new GithubSlugger().slug(title);
}

function sectionParts({title, about, rows, unseen}: DeskSection): string[] {
  if (!rows) return [`### ${title}`, stringify([paragraph(ownWords(unseen ?? ''))])];
  if (rows.length === 0) return [];
  const shared = commandForAll(rows);
  if (shared !== undefined) {
    const told = `${rows.length} in all, with one command for all of them: \`${shared}\`. \`npm run desk\` lists them.`;
    return [`### ${title}`, stringify([paragraph(ownWords(about))]), stringify([paragraph(ownWords(told))])];
  }
  const groups = groupsOf(rows.slice(0, MOST_OF_EACH)).map(({name, rows: shown}) => {
    const list = {type: 'list', ordered: false, spread: false, children: shown.map(toItem)} as const;
    const heading = {type: 'heading', depth: 4, children: toPhrasing(name ?? '')} as const;
    return stringify(name === undefined ? [list] : [heading, list]);
  });
  const left = rows.length - MOST_OF_EACH;
  return [
    `### ${title}`,
    stringify([paragraph(ownWords(about))]),
    ...groups,
    ...(left > 0 ? [`${left} more: \`npm run desk\` lists all of them.`] : []),
  ];
}

function toItem(row: DeskRow): ListItem {
  const {title, id, address, matter, issue, command} = row;
  const wait = tellWait(row);
  const where: PhrasingContent[] = id === undefined || id === title ? [] : [text(' '), code(id)];
  const about: PhrasingContent[] = address === undefined ? [] : [text(': '), code(address)];
  const conversation = issue ? [text(' '), link(issue.url, [text(`Number ${issue.number} on GitHub`)]), text('.')] : [];
  return listItem([
    paragraph([{type: 'strong', children: toPhrasing(title)}, ...where, ...about]),
    paragraph([...ownWords(matter), text(wait === '' ? '' : ` ${wait}.`), ...conversation]),
    paragraph([code(command)]),
  ]);
}

/** Sentences of ours; all that others wrote stands in backticks in them. */
function ownWords(sentences: string): PhrasingContent[] {
  return sentences.split(/`([^`]+)`/).map((part, index) => (index % 2 === 1 ? code(part) : text(part)));
}
