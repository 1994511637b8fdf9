import {Parser} from 'htmlparser2';
import type {Html, Node} from 'mdast';
import {allowedDirectives} from '../../../markdown/allowed-directives.ts';
import {isException} from '../../../markdown/exception-comment.ts';
import type {ParsedPage} from '../../../markdown/parsed-page.ts';
import {createPlaceFinder} from '../../../markdown/place-finder.ts';
import {visit} from '../../../markdown/visit.ts';
import {htmlElement} from '../../files/html-elements.ts';
import type {PageFinding, PageRule} from '../../rule.ts';

type Fault = Pick<PageFinding, 'problem' | 'fix'>;

/**
 * Docusaurus removes these fences anywhere in a file, and treats their content as part of the page:
 * https://docusaurus.io/docs/i18n/crowdin#mdx.
 */
const UNWRAPPED_RE = /^ *`{3,4} *mdx-code-block\r?$/gm;

export const noPageCode: PageRule = {
  id: 'no-page-code',
  group: 'safety',
  summary: 'A page is plain Markdown: no HTML, no code that runs and no unknown components.',
  why: 'Code in a page would run on the computer that builds the site. HTML can run code, hide text and break the page for screen readers, phones and print.',
  good: [
    'See <https://parish.example> or write to <office@parish.example>.',
    '`<br>` and \\<b>, 3 < 4 and 5 > 4; words &lt;b&gt; &amp; more.',
    '```html\n<script>alert(1)</script>\n```',
    '<!-- check-ignore no-long-sentence: the words of the law -->\n\nWords.',
    "import a from 'a';\n\nexport const a = 1;\n\n{1 + 1} and mdx",
    'Open from 10:30am to 4:15, at a ratio of 3:1; see http://localhost:3000/a:b.',
    'Note: this is a sentence. `note:this`, note\\:this and <urn:isbn:0306406152>.',
    '::chart{id="river-levels"}',
  ],
  bad: [
    '<script src="https://elsewhere.example/a.js"></script>',
    'Words<br>and more, <b>bold</b>.',
    '<div>\n\n<iframe src="https://elsewhere.example"></iframe>\n\n</div>',
    '| A | B |\n| --- | --- |\n| <img src="a.png"> | b |',
    '<!-- remember to ask the clerk -->\n\nWords.',
    '<!-- check-ignore no-long-sentence: the law --><b>Words</b><!-- more -->',
    '<!-- check-ignore no-long-sentence: the words of the law\n\nWords.',
    'Words</span> and more.',
    '<script\n',
    '<!DOCTYPE html>\n',
    'Words <?php phpinfo() ?> and <![CDATA[more]]>.',
    '<constructor>',
    '---\ntitle: Floods\nmdx:\n  format: mdx\n---\n\nWords.\n',
    '---\ntitle: Floods\n"mdx": {format: detect}\n---\n\nWords.\n',
    '```mdx-code-block\n<b>Words</b>\n```',
    '`````text\n  ```` mdx-code-block\n`````\n\n<b>Words</b>\n\n````',
    '::film{id="bridge"}',
    'What is done today.\n\n::upkeep',
    ':chart[here]{id="river-levels"} and :::chart\n\n:::',
    ':::note\n\nMind the river.\n\n:::',
    'Mind note:this word.',
    'Open :time[at ten]{zone="London"} and 10:30[am].',
  ],
  check: (page) => [...codeIn(page), ...htmlIn(page), ...directivesIn(page)],
};

function codeIn({document}: ParsedPage): PageFinding[] {
  const found: PageFinding[] = [];
  // https://docusaurus.io/docs/api/docusaurus-config#markdown: `mdx.format` overrides the setting of the site.
  if (document.frontMatter && 'mdx' in document.frontMatter) {
    found.push({
      place: document.placeOf(['mdx'], 'key'),
      problem: 'front matter has the key `mdx`, which turns the page into code, expected a page of plain Markdown',
      fix: 'Remove the `mdx` lines.',
    });
  }
  const placeAt = createPlaceFinder(document.text);
  for (const {index} of document.text.matchAll(UNWRAPPED_RE)) {
    found.push({
      place: placeAt(index),
      problem: 'code block is marked `mdx-code-block`, which makes it part of the page, expected a language',
      fix: 'Write `text` after the three backticks instead.',
    });
  }
  return found;
}

function htmlIn({tree, document: {text}}: ParsedPage): PageFinding[] {
  const found: PageFinding[] = [];
  const placeAt = createPlaceFinder(text);
  const opened = new Set<string>();
  visit(tree, 'html', (html) => {
    if (isExceptionAlone(html.value)) return;
    const start = html.position?.start.offset;
    for (const {offset, ...piece} of piecesOf(html, opened)) {
      const place = start === undefined ? undefined : placeAt(start + offset);
      found.push({place, ...htmlFault(piece)});
    }
  });
  return found;
}

/** Whether this is an exception comment with no other HTML after it on the line. */
function isExceptionAlone(html: string): boolean {
  return isException(html) && html.indexOf('-->') === html.length - '-->'.length;
}

/** An element or a comment, with its offset in the node. */
interface Piece {
  offset: number;
  /** The name of the element; `undefined` for comments and for anything without a name. */
  element?: string | undefined;
  isComment?: boolean;
}

/** What the HTML of a node opens. The closing tag of an element that was reported already is skipped. */
function piecesOf({value}: Html, opened: Set<string>): Piece[] {
  const pieces: Piece[] = [];
  const parser = new Parser({
    onopentag(element) {
      opened.add(element);
      pieces.push({offset: parser.startIndex, element});
    },
    oncomment() {
      const isComment = value.startsWith('<!--', parser.startIndex);
      pieces.push({offset: parser.startIndex, isComment});
    },
    onprocessinginstruction: () => void pieces.push({offset: parser.startIndex}),
  });
  parser.end(value);
  if (pieces.length > 0) return pieces;
  const [, slash, name = ''] = /^<(\/?)([a-z][\w-]*)/i.exec(value.trim()) ?? [];
  const element = name.toLowerCase() || undefined;
  return slash && element && opened.has(element) ? [] : [{offset: 0, element}];
}

function htmlFault({element, isComment}: Omit<Piece, 'offset'>): Fault {
  if (isComment) {
    return {
      problem: 'page has a hidden comment, expected only exceptions, `<!-- check-ignore rule-id: reason -->`',
      fix: 'Remove it, or write an exception with the id of the rule and the reason.',
    };
  }
  if (element === undefined) {
    return {
      problem: 'page has an instruction for browsers, expected Markdown',
      fix: 'Remove it, or put it in backticks if readers must see it.',
    };
  }
  const {is, fix} = htmlElement(element);
  return {problem: `page has ${is} as HTML, \`<${element}>\`, expected plain Markdown`, fix};
}

interface Directive extends Node {
  name: string;
  attributes?: Readonly<Record<string, unknown>> | null;
  children?: readonly Node[];
}

const FENCES: Readonly<Record<string, string>> = {textDirective: ':', leafDirective: '::', containerDirective: ':::'};

function directivesIn({tree, document}: ParsedPage): PageFinding[] {
  const allowed = allowedDirectives(document.path);
  const found: PageFinding[] = [];
  visit(tree, (node: Node) => {
    const fence = FENCES[node.type];
    if (fence === undefined || !isDirective(node) || isHarmless(node, allowed)) return;
    found.push({
      place: node.position?.start,
      end: node.position?.end,
      ...directiveFault(node, `${fence}${node.name}`, allowed),
    });
  });
  return found;
}

function isDirective(node: Node): node is Directive {
  return 'name' in node && typeof node.name === 'string';
}

/** Whether the directive is allowed, or is a time or a ratio: Docusaurus shows a bare `:30am` as written. */
function isHarmless(node: Directive, allowed: readonly string[]): boolean {
  if (node.type === 'leafDirective') return allowed.includes(node.name);
  return node.type === 'textDirective' && /^\d/.test(node.name) && isBare(node);
}

function isBare({attributes, children}: Directive): boolean {
  return Object.keys(attributes ?? {}).length === 0 && (children ?? []).length === 0;
}

function directiveFault(node: Directive, written: string, names: readonly string[]): Fault {
  if (node.type === 'textDirective') {
    return {
      problem: `the site has no component \`${written}\`, expected a space after the colon`,
      fix: 'Add a space after the colon, put the text in backticks, or write the colon as `\\:`.',
    };
  }
  const allowed = names.map((name) => `\`::${name}\``).join(', ');
  return {
    problem: `the site has no component \`${written}\`, expected ${allowed || 'text in Markdown'}`,
    fix:
      node.type === 'containerDirective'
        ? 'Remove the lines of colons and keep the text. To highlight it, add a heading.'
        : 'Remove the line, or describe in text what it should show.',
  };
}
