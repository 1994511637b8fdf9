import GithubSlugger from 'github-slugger';
import {toHtml} from 'hast-util-to-html';
import type {BlockContent} from 'mdast';
import {toHast} from 'mdast-util-to-hast';
import {toString as textOf} from 'mdast-util-to-string';
import {visit} from 'unist-util-visit';
import {html, trusted} from '../html.ts';
import {stringify} from '../report/markdown-nodes.ts';
import {REPORT_STYLE} from './report-style.ts';

/** A report to editors. A link to `#key` goes to the heading with this key; without such a heading it is only text. */
export interface ReportTree {
  title: string;
  /** The element of its head that tells a later run that it may overwrite the file. */
  mark: string;
  blocks: BlockContent[];
}

declare module 'mdast' {
  interface HeadingData {
    /** The name by which links of the report know the heading. */
    key?: string;
  }
}

/** GitHub shows a summary of at most 1 MiB, counted in bytes; a character may take three. */
const MOST_CHARACTERS = 300_000;

// Nothing may run or be loaded, whatever a page says.
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The report as Markdown for the summary of a run; `command` writes what has no room there. */
export function renderReportMarkdown({blocks}: ReportTree, command: string): string {
  let room = MOST_CHARACTERS;
  // Item by item, so that a long list is cut and not left out.
  const pieces = linkHeadings(blocks).flatMap((block): BlockContent[] =>
    block.type === 'list' ? block.children.map((item) => ({...block, children: [item]})) : [block],
  );
  const parts = pieces.map((block) => stringify([block]));
  const shown = parts.filter((part) => {
    room -= part.length + 2;
    return room >= 0;
  });
  if (room < 0) shown.push(`The rest is left out here: \`${command}\` writes all of it into one file.`);
  return `${shown.join('\n\n')}\n`;
}

/** The report as one HTML page that needs no script and no other file, and that search engines leave out. */
export function renderReportHtml({title, mark, blocks}: ReportTree): string {
  const main = toHtml(toHast({type: 'root', children: linkHeadings(blocks)}));
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
${trusted(mark)}
<title>${title}</title>
<style>${trusted(REPORT_STYLE)}</style>
</head>
<body>
<main>
${trusted(main)}
</main>
</body>
</html>
`.html;
}

/** Gives each heading the anchor that GitHub gives it, and each link to a key the anchor of its heading, if there is one. */
function linkHeadings(blocks: BlockContent[]): BlockContent[] {
  const slugger = new GithubSlugger();
  const anchors = new Map<string, string>();
  const root = structuredClone({type: 'root' as const, children: blocks});
  visit(root, 'heading', (node) => {
    const id = slugger.slug(textOf(node)) || slugger.slug('section');
    if (node.data?.key !== undefined) anchors.set(node.data.key, id);
    node.data = {...node.data, hProperties: {...node.data?.hProperties, id}};
  });
  visit(root, 'link', (node, index, parent) => {
    if (!node.url.startsWith('#')) return;
    const anchor = anchors.get(node.url.slice(1));
    if (anchor !== undefined) node.url = `#${anchor}`;
    else parent?.children.splice(index ?? 0, 1, ...node.children);
  });
  return root.children;
}
