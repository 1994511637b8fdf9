import {parse} from '@babel/parser';
import type {Place} from '../problem.ts';
import type {KeyPath} from '../source-document.ts';

type Program = ReturnType<typeof parse>['program'];
type Expression = Extract<Program['body'][number], {type: 'ExportDefaultDeclaration'}>['declaration'];
type ObjectExpression = Extract<Expression, {type: 'ObjectExpression'}>;
type Node = Pick<ObjectExpression, 'loc'> & {type: string};

/** The place of a value in the text of a configuration, or of the nearest value around it. */
export function placeInConfiguration(text: string, path: KeyPath): Place | undefined {
  let node: Node | undefined = exportedObject(text);
  for (const key of path) {
    const inside = node && childOf(node, key);
    if (!inside) break;
    node = inside;
  }
  const start = node?.loc?.start;
  return start && {line: start.line, column: start.column + 1};
}

function childOf(node: Node, key: string | number): Node | undefined {
  const expression = node as Expression;
  if (expression.type === 'ArrayExpression') return expression.elements[Number(key)] ?? undefined;
  if (expression.type !== 'ObjectExpression') return undefined;
  const property = expression.properties.find((candidate) => isKey(candidate, String(key)));
  return property?.type === 'ObjectProperty' ? property.value : property;
}

/** The literal object that a configuration exports, alone or as the only argument of a call. */
export function exportedObject(text: string): ObjectExpression | undefined {
  try {
    const {body} = parse(text, {sourceType: 'module', plugins: ['typescript']}).program;
    const exported = body.find((statement) => statement.type === 'ExportDefaultDeclaration');
    return exported && objectIn(exported.declaration);
  } catch {
    return undefined;
  }
}

/** An object by itself, as the only argument of a call, or with a type. */
function objectIn(node: {type: string}): ObjectExpression | undefined {
  const expression = node as Expression;
  switch (expression.type) {
    case 'ObjectExpression':
      return expression;
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return objectIn(expression.expression);
    case 'CallExpression': {
      const [argument, ...others] = expression.arguments;
      return argument && others.length === 0 ? objectIn(argument) : undefined;
    }
    default:
      return undefined;
  }
}

export function isKey(property: ObjectExpression['properties'][number], name: string): boolean {
  if (property.type === 'SpreadElement') return false;
  const {key} = property;
  return (key.type === 'Identifier' && key.name === name) || (key.type === 'StringLiteral' && key.value === name);
}
