import {Parser} from 'htmlparser2';
import type {Html} from 'mdast';
import {isException} from '../exceptions.ts';
import {htmlElement} from '../html-elements.ts';
import {createPlaceFinder} from '../place-finder.ts';
import type {PageFinding, PageRule} from '../rule.ts';
import {visit} from '../visit.ts';

/** Something that HTML begins with, and where it stands in the text it was read from. */
interface Piece {
  offset: number;
  /** An element's name; `undefined` for comments and what nobody can name. */
  element?: string | undefined;
  isComment?: boolean;
}

export const noRawHtml: PageRule = {
  id: 'no-raw-html',
  group: 'safety',
  summary: 'A page is written in Markdown alone, without HTML.',
  why: 'HTML can run code, hide words and break the page for screen readers, phones and print.',
  good: [
    'See <https://parish.example> or write to <office@parish.example>.',
    '`<br>` and \\<b>, 3 < 4 and 5 > 4.',
    '```html\n<script>alert(1)</script>\n```',
    '<!-- check-ignore no-long-sentence: the words of the law -->\n\nWords.',
    'Words &lt;b&gt; &amp; more.',
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
  ],
  check: ({tree, document: {text}}) => {
    const found: PageFinding[] = [];
    const placeAt = createPlaceFinder(text);
    const opened = new Set<string>();
    visit(tree, 'html', (html) => {
      if (isExceptionAlone(html.value)) return;
      const start = html.position?.start.offset;
      for (const {offset, ...piece} of piecesOf(html, opened)) {
        const place = start === undefined ? undefined : placeAt(start + offset);
        found.push({place, ...explain(piece)});
      }
    });
    return found;
  },
};

/** A comment that makes an exception; more HTML may follow on its line, and is not part of it. */
function isExceptionAlone(html: string): boolean {
  return isException(html) && html.indexOf('-->') === html.length - '-->'.length;
}

/** What the HTML of a node begins: the closing tag of an element that was named already says nothing new. */
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

function explain({element, isComment}: Omit<Piece, 'offset'>): Omit<PageFinding, 'place'> {
  if (isComment) {
    return {
      problem:
        'page holds a comment that readers do not see, expected an exception, `<!-- check-ignore rule-id: reason -->`',
      fix: 'Remove it, or write the exception with the id of the rule and the reason.',
    };
  }
  if (element === undefined) {
    return {
      problem: 'page holds an instruction to machines, expected words in Markdown',
      fix: 'Remove it, or put it in backticks if readers must see it.',
    };
  }
  const {is, fix} = htmlElement(element);
  return {problem: `page holds ${is} as HTML, \`<${element}>\`, expected Markdown alone`, fix};
}
