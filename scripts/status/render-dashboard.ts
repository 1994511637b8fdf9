import type {BlockContent, ListItem, PhrasingContent} from 'mdast';
import {
  address,
  authorText,
  code,
  command,
  heading,
  link,
  list,
  listItem,
  paragraph,
  sentences,
  strong,
  text,
} from '../../src/format/markdown-nodes.ts';
import type {ReportTree} from '../../src/format/report-page.ts';
import {capitalise, count} from '../../src/format/text.ts';
import {ENGLISH} from '../../src/language/text.ts';
import {explainUnread} from '../../src/model/files/unread-files.ts';
import type {Dashboard} from './dashboard.ts';
import type {DashboardRow, DashboardSection} from './sections/row-parts.ts';

/** The dashboard as a report: a number for each section, then the sections that are not empty. */
export function dashboardReport({toolkitTitle, today, sections, unread}: Dashboard): ReportTree {
  const numbers = sections.map(({id, title, rows}) => {
    const label = [strong([text(rows ? String(rows.length) : '?')]), text(` ${title}${rows ? '' : ': not looked at'}`)];
    return listItem([paragraph(rows?.length === 0 ? label : [link(`#${id}`, label)])]);
  });
  return {
    title: `The editors’ dashboard - ${toolkitTitle}`,
    mark: '<meta name="generator" content="good-practice-toolkit status">',
    blocks: [
      heading(1, [text('The editors’ dashboard')]),
      paragraph([
        ...sentences(
          `What waits for an editor on ${ENGLISH.format.day(today)}, and the command that deals with it. Run `,
        ),
        code('npm run check'),
        text(' for problems in pages, and '),
        code('npm run review'),
        text(' for the text of changes.'),
      ]),
      ...(unread.length > 0
        ? [
            paragraph(sentences(explainUnread(unread.length))),
            list(unread.map((path) => listItem([paragraph([code(path)])]))),
          ]
        : []),
      {...list(numbers), data: {hProperties: {className: ['numbers']}}},
      ...sections.flatMap(sectionBlocks),
    ],
  };
}

function sectionBlocks({id, title, about, rows, unseen, search}: DashboardSection): BlockContent[] {
  if (rows?.length === 0 && unseen === undefined) return [];
  const groups = [...Map.groupBy(rows ?? [], ({group}) => group)].flatMap(([name, grouped]) => [
    ...(name === undefined ? [] : [heading(3, [authorText(name)])]),
    list(grouped.map(toItem)),
  ]);
  return [
    heading(2, [text(title)], {key: id}),
    ...(unseen === undefined ? [] : [paragraph(sentences(unseen))]),
    ...(groups.length > 0 ? [paragraph(sentences(about))] : []),
    ...(search === undefined ? [] : [paragraph([link(search, [text('All that are open on GitHub')])])]),
    ...groups,
  ];
}

function toItem(row: DashboardRow): ListItem {
  const {title, id, address: url, matter, issue} = row;
  const head: PhrasingContent[] = [strong([authorText(title)])];
  if (id !== undefined && id !== title) head.push(text(' '), code(id));
  if (url !== undefined) head.push(text(': '), address(url));
  const about = sentences(`${matter} ${describeWait(row)}`.trimEnd());
  if (issue) about.push(text(' '), link(issue.url, [text(`Number ${issue.number} on GitHub`)]), text('.'));
  return listItem([paragraph(head), paragraph(about), paragraph([command(row.command)])]);
}

/** The owner and the length of the wait, `Editor, since 12 November 2026, 12 days.` */
function describeWait({owner, group, since, days = 0}: DashboardRow): string {
  const parts = [
    owner === group ? undefined : owner,
    since === undefined
      ? undefined
      : days === 0
        ? 'since today'
        : `since ${ENGLISH.format.day(since)}, ${count(days, 'day')}`,
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? `${capitalise(parts.join(', '))}.` : '';
}
