import type {Element, ElementContent, Root} from 'hast';
import {h} from 'hastscript';
import {toString as textOf} from 'mdast-util-to-string';
import rehypePrism from 'rehype-prism-plus/common';
import {unified} from 'unified';
import {visit} from '../../content/markdown/visit.ts';

/** Comments in code that mark lines, as in Docusaurus: https://docusaurus.io/docs/markdown-features/code-blocks#highlighting-with-comments */
const MARK_RE =
  /^[ \t]*(?:\/\/|\/\*|#|--|<!--|\{\/\*|%|;)[ \t]*highlight-(next-line|start|end)[ \t]*(?:\*\/\}?|-->)?[ \t]*$/;

const TITLE_RE = /\btitle=(?:"([^"]*)"|'([^']*)')/;

/** The numbers of marked lines after the language: `{1,4-6}`. */
const LINES_RE = /\{([\d,\s-]+)\}/;

const highlighter = unified().use(rehypePrism, {ignoreMissing: true}).freeze();

/** Highlights the code blocks of a page, with classes only: titles, numbers of lines and marked lines as in Docusaurus. */
export function highlightCode(tree: Root): void {
  visit(tree, 'element', (pre: Element) => {
    const [code] = pre.children;
    if (pre.tagName !== 'pre' || code?.type !== 'element' || code.tagName !== 'code') return;
    const meta = (code.data as {meta?: string | null} | undefined)?.meta ?? '';
    // A plain block stays plain, and one in the figure of a title has been highlighted.
    if ((code.properties.className === undefined && meta === '') || pre.properties.className !== undefined) return;
    const [, double, single] = TITLE_RE.exec(meta) ?? [];
    const {text, lines} = readMarks(textOf(code));
    code.children = [{type: 'text', value: text}];
    const marked = [LINES_RE.exec(meta)?.[1] ?? [], ...lines].flat().join();
    code.data = {meta: `${meta.replace(TITLE_RE, '').replace(LINES_RE, '')} {${marked}}`} as object;
    const block: Root = {type: 'root', children: [pre]};
    highlighter.runSync(block);
    visit(block, 'element', (element: Element) => {
      const {line, ...others} = element.properties;
      if (line !== undefined) element.properties = {...others, dataLine: String(line)};
    });
    const title = double ?? single;
    if (title === undefined) return;
    const own: ElementContent = {...pre};
    Object.assign(pre, h('figure', {className: ['code-block']}, [h('figcaption', title), own]));
  });
}

/** The code without comments that mark lines, and the numbers of the lines that they mark. */
function readMarks(code: string): {text: string; lines: number[]} {
  const shown: string[] = [];
  const lines: number[] = [];
  let [isInside, isNext] = [false, false];
  for (const line of code.split('\n')) {
    const [, mark] = MARK_RE.exec(line) ?? [];
    if (mark === undefined) {
      shown.push(line);
      if (isInside || isNext) lines.push(shown.length);
      isNext = false;
    } else if (mark === 'next-line') isNext = true;
    else isInside = mark === 'start';
  }
  return {text: shown.join('\n'), lines};
}
