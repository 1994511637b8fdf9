import type {
  BlockContent,
  Heading,
  Link,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Text,
} from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import {unified} from 'unified';

/** The other half of the one parser set: what it reads, this writes. */
const compiler = unified()
  .use(remarkGfm, {tablePipeAlign: false})
  .use(remarkDirective)
  .use(remarkStringify, {bullet: '-', fences: true, rule: '-'})
  .freeze();

/** A tree as Markdown, with a line break at its end. */
export function toMarkdown(children: RootContent[]): string {
  return compiler.stringify({type: 'root', children} satisfies Root);
}

export function words(value: string): Text {
  return {type: 'text', value};
}

export function linkTo(url: string, label: string): Link {
  return {type: 'link', url, children: [words(label)]};
}

export function paragraphOf(...children: PhrasingContent[]): Paragraph {
  return {type: 'paragraph', children};
}

export function headingOf(depth: Heading['depth'], label: string): Heading {
  return {type: 'heading', depth, children: [words(label)]};
}

/** A list without blank lines between its items. */
export function listOf(items: readonly (readonly PhrasingContent[])[]): List {
  const children = items.map((item): ListItem => {
    const blocks: BlockContent[] = [paragraphOf(...item)];
    return {type: 'listItem', spread: false, children: blocks};
  });
  return {type: 'list', ordered: false, spread: false, children};
}
