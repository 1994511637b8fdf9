import {remarkSyntax} from '../../../content/markdown/remark-parser.ts';

const syntax = remarkSyntax().freeze();

/** Takes the place of Sätteri, which is no program for browsers. */
export function markdownToMdast(text: string) {
  return syntax.parse(text);
}
