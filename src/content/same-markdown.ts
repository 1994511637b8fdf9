import type {Root} from 'mdast';
import {markdownParser} from './parse-markdown.ts';

/** Whether two texts mean the same as Markdown: they differ at most in white space that nobody sees. */
export function isSameMarkdown(one: string, other: string): boolean {
  return shapeOf(one) === shapeOf(other);
}

/** Every node with its words; where it stands, and how far items of a list stand apart, is left out. */
function shapeOf(text: string): string {
  const tree: Root = markdownParser.parse(text);
  return JSON.stringify(tree, function (this: {type?: unknown}, key: string, value: unknown) {
    if (key === 'position' || key === 'spread') return undefined;
    return key === 'value' && this.type === 'text' ? String(value).replace(/\s+/g, ' ') : value;
  });
}
