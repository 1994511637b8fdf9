import {h} from 'hastscript';
import {z} from 'zod';
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
