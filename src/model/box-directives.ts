import {h} from 'hastscript';
import {z} from 'zod';
import {textIn} from '../language/text.ts';
import type {OwnDirective} from './own-directive.ts';

/** The class of the title that an author gives a block, `:::note[Title]`. */
export const BLOCK_TITLE = 'box-title';

/** The boxes, `:::note`, with the names of Docusaurus and GitHub. Without a title they show the name of their kind. */
export function boxDirectives(language: string): OwnDirective[] {
  return Object.entries(textIn(language).boxes).map(([name, kind]) => ({
    name,
    description: `A box around text, with the title "${kind}" unless it has its own.`,
    has_text: true,
    attributes: z.object({}),
    render: (_: object, children) => {
      const [first] = children;
      const hasTitle = first?.type === 'element' && [first.properties.className].flat().includes(BLOCK_TITLE);
      const title = hasTitle ? [] : [h('p', {className: BLOCK_TITLE}, kind)];
      return h('div', {className: ['box', `box-${name}`], role: 'note'}, [...title, ...children]);
    },
  }));
}
