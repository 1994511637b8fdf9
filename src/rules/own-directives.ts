import type {Nodes} from 'mdast';
import {
  attributesSchema,
  attributeValues,
  type OwnDirective,
  renderDirective,
} from '../content/extensions/own-directive.ts';
import type {Fault} from '../content/problem.ts';
import {explainIssues} from './front-matter/explain-issues.ts';

export type DirectiveNode = Extract<Nodes, {type: 'leafDirective' | 'containerDirective' | 'textDirective'}>;

const FENCES = {textDirective: ':', leafDirective: '::', containerDirective: ':::'};

export function isDirective(node: Nodes): node is DirectiveNode {
  return Object.hasOwn(FENCES, node.type);
}

/** The beginning of a directive as its author wrote it, `::river-level`. */
export function writtenForm({type, name}: Pick<DirectiveNode, 'type' | 'name'>): string {
  return FENCES[type] + name;
}

/** The beginning of a directive of the toolkit as authors should write it. */
export function formOfDirective({name, has_text}: Pick<OwnDirective, 'name' | 'has_text'>): string {
  return writtenForm({type: has_text ? 'containerDirective' : 'leafDirective', name});
}

/** What is wrong with a directive of the toolkit: its place, its attributes, or the code that renders it. */
export function ownDirectiveFaults(node: DirectiveNode, directive: OwnDirective): Fault[] {
  const [written, form] = [writtenForm(node), formOfDirective(directive)];
  if (written !== form) {
    const expected = directive.has_text
      ? `\`${form}\` on a line of its own, then text, then a line with \`:::\``
      : `\`${form}\` on a line of its own`;
    return [{problem: `\`${written}\` is in another place or form, expected ${expected}`, fix: 'Write it like that.'}];
  }
  if (!directive.has_text && node.children.length > 0) {
    return [{problem: `\`${written}\` has text in brackets, expected none`, fix: 'Remove the brackets.'}];
  }
  const schema = attributesSchema(directive);
  const values = attributeValues(directive, node.attributes ?? {});
  const result = schema.safeParse(values, {reportInput: true});
  if (!result.success) {
    const document = {path: '', placeOf: () => undefined};
    return explainIssues({document, schema, issues: result.error.issues}).map(({problem, fix}) => ({
      problem: `\`${written}\`: ${problem}`,
      fix: fix.replace(', or remove the line', '').replace('Remove the line', 'Remove the attribute'),
    }));
  }
  try {
    renderDirective(directive, result.data, []);
    return [];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [
      {
        problem: `\`${written}\` failed: ${reason}, expected elements`,
        fix: 'Correct the function `render` of the directive in `toolkit.config.ts`.',
      },
    ];
  }
}
