import {toString as textOf} from 'mdast-util-to-string';
import {markdownParser} from '../parse-markdown.ts';

/** Where the words below a heading of the second level stand in the text of a page, up to the next one; in UTF-16 units. */
export function sectionAt(text: string, title: string): {start: number; end: number} | undefined {
  const headings = markdownParser
    .parse(text)
    .children.filter((node) => node.type === 'heading')
    .filter(({depth}) => depth <= 2);
  const index = headings.findIndex((heading) => heading.depth === 2 && textOf(heading) === title);
  const start = headings[index]?.position?.end.offset;
  return start === undefined ? undefined : {start, end: headings[index + 1]?.position?.start.offset ?? text.length};
}
