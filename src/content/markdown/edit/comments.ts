import type {Html} from 'mdast';
import {Lexer} from 'yaml';
import {remember} from '../../memo.ts';
import type {TextEdit} from '../../problem.ts';
import {parseMarkdown} from '../parse-markdown.ts';
import {visit} from '../visit.ts';

const FRONT_MATTER_RE = /^---\n[\s\S]*?^---$/m;

/** The edits that remove comments, which are for editors, from a page: those of its front matter, and HTML. */
export function commentEdits(text: string): TextEdit[] {
  const [front = ''] = FRONT_MATTER_RE.exec(text) ?? [];
  if (!text.includes('<!--') && !front.includes('#')) return [];
  return remember('comments', [text], () => {
    const edits = yamlComments(front).map(([start, end]) => edit(text, start, end));
    visit(parseMarkdown(text), 'html', ({position}: Html) => {
      edits.push(edit(text, position?.start.offset ?? 0, position?.end.offset ?? 0));
    });
    return edits;
  });
}

/** A comment on a separate line is removed with its line. */
function edit(text: string, start: number, end: number): TextEdit {
  const isWholeLine = (start === 0 || text[start - 1] === '\n') && text[end] === '\n';
  return {start, end: isWholeLine ? end + 1 : end, text: ''};
}

function yamlComments(front: string): [start: number, end: number][] {
  const found: [start: number, end: number][] = [];
  let [at, before] = [0, ''];
  for (const token of new Lexer().lex(front)) {
    // Control characters mark a scalar or a document, and are not part of the text.
    const isMark = ['\x02', '\x18', '\x1f'].includes(token);
    if (token.startsWith('#') && before !== '\x1f') {
      const line = front.slice(front.lastIndexOf('\n', at) + 1, at);
      found.push([at - line.length + line.trimEnd().length, at + token.length]);
    }
    if (!isMark) at += token.length;
    before = token;
  }
  return found;
}
