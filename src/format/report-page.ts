import GithubSlugger from 'github-slugger';
import {toHtml} from 'hast-util-to-html';
import type {BlockContent} from 'mdast';
import {toHast} from 'mdast-util-to-hast';
import {toString as textOf} from 'mdast-util-to-string';
import {visit} from 'unist-util-visit';
import {html, trusted} from './html.ts';
import {stringify} from './markdown-nodes.ts';

/** The style sheet of reports for editors. All colours have a contrast of at least 4.5:1 in both schemes. */
const REPORT_STYLE = `
:root { --paper: #fcf9f3; --panel: #f4eee2; --ink: #231f1a; --soft: #5a5145; --rule: #d8cdb9; --link: #0a5468; --bad: #8f1d14; --gone: #fbe3df; --came: #dff0e0; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #14181a; --panel: #1e2427; --ink: #ece7dd; --soft: #b9b2a5; --rule: #3a4347; --link: #86d0e4; --bad: #ffb1a6; --gone: #4a211d; --came: #1c3d24; }
}
*, ::before, ::after { box-sizing: border-box; }
html { font-size: 106.25%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); line-height: 1.55; overflow-wrap: anywhere; font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
main { max-width: 56rem; margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 2rem) 3rem; }
h1, h2, h3 { font-family: "Iowan Old Style", Charter, Palatino, Georgia, serif; line-height: 1.25; }
h1 { margin: 0 0 0.6rem; font-size: 2.1rem; }
h2 { margin: 2.75rem 0 0.75rem; padding-top: 0.75rem; border-top: 3px solid var(--ink); font-size: 1.5rem; }
h3 { margin: 1.5rem 0 0.4rem; font-size: 1.2rem; }
p, ul, table, blockquote { margin: 0 0 0.6rem; }
ul { padding-left: 1.3rem; }
li { margin-bottom: 0.6rem; }
li > p { margin-bottom: 0.15rem; }
a { color: var(--link); unicode-bidi: isolate; text-underline-offset: 0.16em; }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
:target { outline: 2px solid var(--link); outline-offset: 0.5rem; }
code { font-family: ui-monospace, Consolas, "Liberation Mono", monospace; font-size: 0.9em; unicode-bidi: isolate; }
code.command { user-select: all; padding: 0.1rem 0.35rem; background: var(--panel); }
.numbers { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 10rem), 1fr)); gap: 0.6rem; padding: 0; list-style: none; }
.numbers li { margin: 0; padding: 0.6rem 0.9rem; background: var(--panel); }
.numbers strong { display: block; font-size: 1.6rem; line-height: 1.2; }
.bad { padding-left: 0.75rem; border-left: 5px solid var(--bad); }
.bad strong { color: var(--bad); }
table { width: 100%; border-collapse: collapse; }
th, td { min-width: 3rem; padding: 0.4rem 0.75rem 0.4rem 0; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; }
blockquote { margin-left: 0; padding-left: 1rem; border-left: 3px solid var(--rule); }
ins, del { padding: 0 0.15em; border-radius: 2px; }
ins { background: var(--came); text-decoration: underline; }
del { background: var(--gone); text-decoration: line-through; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media print {
  :root { --paper: #fff; --panel: #fff; --ink: #000; --soft: #333; --rule: #999; --link: #000; --bad: #000; --gone: #fff; --came: #fff; }
  html { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  code.command, .numbers li { border: 1px solid #999; }
  h2, h3 { break-after: avoid; }
  li, tr, blockquote { break-inside: avoid; }
}
`;

/** A report for editors. A link to `#key` goes to the heading with this key; without such a heading it is plain text. */
export interface ReportTree {
  title: string;
  /** The element in its head that shows a later run that it may overwrite the file. */
  mark: string;
  blocks: BlockContent[];
}

declare module 'mdast' {
  interface HeadingData {
    /** The name for links to this heading. */
    key?: string;
  }
}

/** Keeps a summary below GitHub's limit of 1 MiB. A character may take three bytes. */
const MOST_CHARACTERS = 300_000;

// Nothing may run or load, whatever a page contains.
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** Renders the report as Markdown for the summary of a run. `command` creates the full report if it does not fit. */
export function renderReportMarkdown({blocks}: ReportTree, command: string): string {
  let room = MOST_CHARACTERS;
  // By item, so that a long list is shortened rather than left out.
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

/** Renders the report as one HTML page without scripts or other files. Search engines ignore it. */
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

/** Gives each heading the anchor that GitHub uses, and resolves links to keys. */
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
