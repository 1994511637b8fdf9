import {h} from 'hastscript';
import {z} from 'zod';
import {textOf, type Wording} from '../../language/text.ts';
import type {OwnDirective} from './own-directive.ts';

/**
 * Draws what an author wrote as text: a numbered list as steps, another list as a timeline, and a table as a grid that
 * shades the cells in bold. The text is the whole content, so readers of any device have it.
 */
export const DIAGRAM: OwnDirective = {
  name: 'diagram',
  description: 'Draws a numbered list as steps, a list as a timeline, or a table as a grid with shaded bold cells.',
  has_text: true,
  attributes: z.object({title: z.string().min(10).max(160).describe('What the diagram shows, in one sentence.')}),
  render: ({title}: {title: string}, children) =>
    h('figure', {className: ['diagram']}, [h('figcaption', title), ...children]),
};

/** The class of the title that an author gives a block, `:::note[Title]`. */
export const BLOCK_TITLE = 'box-title';

export const BOXES = ['note', 'tip', 'info', 'important', 'warning', 'caution', 'danger'] as const;

/** The boxes with a darker edge. */
const URGENT: readonly string[] = ['warning', 'caution', 'danger'];

/**
 * The directives with a text that come with the engine: diagrams, and details and boxes with the names of Docusaurus and GitHub. A box
 * without a title, `:::note`, shows the name of its kind.
 */
export function builtInDirectives(config: Wording): OwnDirective[] {
  const titles = textOf(config).boxes;
  const boxes = BOXES.map(
    (name): OwnDirective => ({
      name,
      description: `A box around text, with the title "${titles[name]}" unless it has its own.`,
      has_text: true,
      attributes: z.object({}),
      render: (_: object, children) => {
        const [first] = children;
        const hasTitle = first?.type === 'element' && [first.properties.className].flat().includes(BLOCK_TITLE);
        const title = hasTitle ? [] : [h('p', {className: BLOCK_TITLE}, titles[name])];
        return h('div', {className: ['notice', URGENT.includes(name) ? 'box-warning' : 'box'], role: 'note'}, [
          ...title,
          ...children,
        ]);
      },
    }),
  );
  const details: OwnDirective = {
    name: 'details',
    description: `A text that readers open, under its title or "${titles.details}".`,
    has_text: true,
    attributes: z.object({}),
    render: (_: object, children) => {
      const [first, ...others] = children;
      const isTitle = first?.type === 'element' && [first.properties.className].flat().includes(BLOCK_TITLE);
      const summary = h('summary', isTitle ? first.children : titles.details);
      return h('details', [summary, ...(isTitle ? others : children)]);
    },
  };
  return [DIAGRAM, details, ...boxes];
}
