import type {Node, Parent} from 'mdast';
import {toString as textIn} from 'mdast-util-to-string';
import {fileText} from '../../content/files/file-text.ts';
import {applyEdits} from '../../content/markdown/edit/apply-edits.ts';
import {parseMarkdown} from '../../content/markdown/parse-markdown.ts';
import {createPlaceFinder} from '../../content/markdown/place-finder.ts';
import {visit} from '../../content/markdown/visit.ts';
import {isGeneratedPage} from '../../content/pages/generated-pages.ts';
import {pageIdOf} from '../../content/pages/page-id.ts';
import {type Fault, renderPlace, type TextEdit} from '../../content/problem.ts';
import type {SourceFile} from '../../content/toolkit.ts';
import {REPLACEMENT} from './check-request.ts';
import type {TextMatcher} from './text-matcher.ts';

export interface Removed {
  files: SourceFile[];
  /** The new text of files that lose text, by path. */
  redacted: Map<string, string>;
  /** Places that a person must fix first. */
  faults: Fault[];
  /** Places that a person must look at afterwards, by reason. */
  manual: Record<string, string[]>;
}

const CONTENT_RE =
  /^(?:docs|handbook|blog|versioned_docs|versioned_sidebars|ledgers|static)\/.+\.(?:md|json|csv|svg|txt|removed)$|^(?:\.github\/)?[^/]+\.md$|^words\.txt$/;

/** A string, number or word of JSON. */
const JSON_VALUE_RE = /"(?:[^"\\\p{Cc}]|\\["\\/bfnrt]|\\u[\da-f]{4})*"|[^\s"{}[\],:]+/giu;

export function removeText(files: readonly SourceFile[], matcher: TextMatcher): Removed {
  const [names, parts, documents]: [string[], string[], string[]] = [[], [], []];
  const manual = {
    'Names of files that have the text: rename them, and update what links to them': names,
    'Part of a longer word, and left: run the command again with that word if it must go': parts,
    'Pictures and documents, in which no text was searched: look at them and their metadata': documents,
  };
  const removed: Removed = {files: [], redacted: new Map(), faults: [], manual};
  for (const {path, bytes} of files) {
    const text = fileText(bytes);
    if (matcher.find(path).length > 0) names.push(path);
    // Some PDF documents are text, but removing a part would break them.
    if (text === undefined || /\.pdf$/i.test(path)) documents.push(path);
    else if (isGeneratedPage(pageIdOf(path)) || !CONTENT_RE.test(path)) {
      const problem = `${path}: the text is in code, configuration or a generated file, expected it only in content`;
      const fix = 'Remove it there by hand, or at the source and run `npm run generate`. Then run this command again.';
      if (matcher.isIn(text)) removed.faults.push({problem, fix});
    } else {
      const left = redactFile(path, text, matcher);
      const placeAt = createPlaceFinder(left);
      parts.push(...matcher.find(left).map(({start}) => renderPlace(path, placeAt(start))));
      if (left !== text) removed.redacted.set(path, left);
    }
  }
  return removed;
}

/** What is left of a file. In JSON each value is redacted as it is read, so the form of the file stays. */
function redactFile(path: string, text: string, matcher: TextMatcher): string {
  if (!path.endsWith('.json')) return redact(text, matcher, path.endsWith('.md'));
  return text.replace(JSON_VALUE_RE, (literal) => {
    const value = literal.startsWith('"') ? `${JSON.parse(literal)}` : literal;
    const left = redact(value, matcher, value.includes('\n'));
    return left === value ? literal : JSON.stringify(left);
  });
}

/** What is left of a text. Where markup divides what is to be removed, the whole paragraph goes. */
function redact(text: string, matcher: TextMatcher, isMarkdown: boolean): string {
  const matches = matcher.find(text).filter(({isPart}) => !isPart);
  const edits = matches.map(({start, end}) => ({start, end, text: isInAddress(text, start) ? 'removed' : REPLACEMENT}));
  const left = applyEdits(text, edits);
  if (!isMarkdown) return left;
  const divided: TextEdit[] = [];
  visit(parseMarkdown(left), ['paragraph', 'heading', 'tableCell'], (node: Node) => {
    const {children} = node as Parent;
    const [start, end] = [children[0]?.position?.start.offset ?? 0, children.at(-1)?.position?.end.offset ?? 0];
    if (matcher.isIn(textIn(node, {includeHtml: false}))) divided.push({start, end, text: REPLACEMENT});
  });
  return applyEdits(left, divided);
}

/** Whether the characters before an offset begin an address, or Markdown has one there. Browsers cut off longer ones. */
function isInAddress(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 2000), offset);
  return /(?:\b[a-z][a-z\d+.-]*:\/\/|mailto:|www\.|\]\(<?)[^\s<>"'()]*$/i.test(before);
}
