import {Parser} from 'htmlparser2';
import type {Nodes, Paragraph} from 'mdast';
import type {CheckContext} from '../../content/check-context.ts';
import {allowedDirectives} from '../../content/markdown/allowed-directives.ts';
import allowedHtml from '../../content/markdown/allowed-html.json' with {type: 'json'};
import type {ParsedPage} from '../../content/markdown/parsed-page.ts';
import {createPlaceFinder} from '../../content/markdown/place-finder.ts';
import {visit} from '../../content/markdown/visit.ts';
import type {Fault, Place} from '../../content/problem.ts';
import {listWords} from '../../format/nearest.ts';
import elements from '../files/html-elements.json' with {type: 'json'};
import {type DirectiveNode, formOfDirective, isDirective, ownDirectiveFaults, writtenForm} from '../own-directives.ts';
import {type PageFinding, type PageRule, spanOf} from '../rule.ts';
import about from './no-page-code.json' with {type: 'json'};

export const noPageCode: PageRule = {
  id: 'no-page-code',
  group: 'safety',
  ...about,
  check: (page, context) => [...htmlIn(page), ...directivesIn(page, context)],
};

/** The elements of HTML that pages may use, as on GitHub, each with its attributes. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = allowedHtml;

const VOID = ['br', 'img'];

function htmlIn({tree, document: {text}}: ParsedPage): PageFinding[] {
  const findings: PageFinding[] = [];
  const placeAt = createPlaceFinder(text);
  const open: {name: string; place: Place | undefined}[] = [];
  visit(tree, 'html', ({value, position}) => {
    const start = position?.start.offset;
    const placeOf = (offset: number) => (start === undefined ? undefined : placeAt(start + offset));
    const pieces = piecesOf(value);
    for (const {offset, name, isEnd, attributes} of pieces) {
      const place = placeOf(offset);
      const fault = faultOf(name, attributes);
      const last = open.findLastIndex((element) => element.name === name);
      if (!isEnd && fault) findings.push({place, ...fault});
      if (isEnd && last >= 0) open.splice(last, 1);
      else if (isEnd)
        findings.push({
          place,
          problem: `\`</${name}>\` ends nothing, expected \`<${name}>\` before it`,
          fix: 'Remove it.',
        });
      else if (name !== undefined && !VOID.includes(name)) open.push({name, place});
    }
  });
  const unclosed = open.filter(({name}) => name in ALLOWED);
  return [
    ...findings,
    ...unclosed.map(({name, place}) => ({
      place,
      problem: `\`<${name}>\` has no end, expected \`</${name}>\``,
      fix: `Write \`</${name}>\` where it ends.`,
    })),
  ];
}

/** The beginning or end of an element, or an instruction, which has no name. */
interface Piece {
  offset: number;
  name: string | undefined;
  isEnd: boolean;
  attributes: Readonly<Record<string, string>>;
}

/** What the HTML of a node contains. Comments are for editors, and readers never see them. */
function piecesOf(value: string): Piece[] {
  const pieces: Piece[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      pieces.push({offset: parser.startIndex, name, isEnd: false, attributes});
    },
    onclosetag: (name, isImplied) => {
      if (!isImplied && !VOID.includes(name))
        pieces.push({offset: parser.startIndex, name, isEnd: true, attributes: {}});
    },
    onprocessinginstruction: () =>
      void pieces.push({offset: parser.startIndex, name: undefined, isEnd: false, attributes: {}}),
    oncdatastart: () => void pieces.push({offset: parser.startIndex, name: undefined, isEnd: false, attributes: {}}),
  });
  parser.end(value);
  if (pieces.length > 0 || /^<!--.*-->\s*$/s.test(value)) return pieces;
  const [, slash = '', written] = /^<(\/?)([a-z][\w-]*)/i.exec(value.trim()) ?? [];
  return [{offset: 0, name: written?.toLowerCase(), isEnd: slash !== '', attributes: {}}];
}

/** Elements with specific advice, by name. */
const BY_NAME: ReadonlyMap<string, {is: string; fix: string}> = new Map(
  Object.entries(elements).flatMap(([names, advice]) => names.split(' ').map((name) => [name, advice] as const)),
);

/** The name of an element in plain English, and what to write instead. `name` is in lower case. */
function htmlElement(name: string): {is: string; fix: string} {
  return BY_NAME.get(name) ?? {is: 'markup', fix: 'Remove it and keep its text.'};
}

function faultOf(name: string | undefined, attributes: Readonly<Record<string, string>>): Fault | undefined {
  if (name === undefined) {
    return {
      problem: 'page has an instruction for browsers, expected text',
      fix: 'Remove it, or put it in backticks if readers must see it.',
    };
  }
  const allowed = Object.hasOwn(ALLOWED, name) ? ALLOWED[name] : undefined;
  if (!allowed) {
    const {is, fix} = htmlElement(name);
    return {problem: `page has ${is} as HTML, \`<${name}>\`, expected plain text`, fix};
  }
  const other = Object.keys(attributes).find((attribute) => !allowed.includes(attribute));
  if (other !== undefined) {
    const expected = allowed.length > 0 ? `only ${listWords(allowed)}` : 'none';
    return {problem: `\`<${name}>\` has the attribute \`${other}\`, expected ${expected}`, fix: `Remove \`${other}\`.`};
  }
  if (name !== 'img' || attributes.alt?.trim()) return undefined;
  return {
    problem: '`<img>` has no description, expected `alt`',
    fix: 'Write what readers must know from the picture: `alt="..."`.',
  };
}

function directivesIn({tree, document}: ParsedPage, {directives}: CheckContext): PageFinding[] {
  const allowed = allowedDirectives(document.path);
  const forms = [...allowed.map((name) => `::${name}`), ...directives.map(formOfDirective)];
  const findings: PageFinding[] = [];
  visit(tree, (node: Nodes) => {
    // An escaped `\\:::note` is text that its author wants to show.
    const isEscaped = document.text.startsWith('\\', node.position?.start.offset);
    if (node.type === 'paragraph' && !isEscaped) findings.push(...looseTitle(node, directives));
    if (!isDirective(node)) return;
    const directive = directives.find(({name}) => name === node.name);
    if (!directive && isHarmless(node, allowed)) return;
    const faults = directive
      ? [...ownDirectiveFaults(node, directive), ...openBlock(node, document.text)]
      : [directiveFault(node, forms)];
    findings.push(...faults.map((fault) => ({...spanOf(node), ...fault})));
  });
  return findings;
}

/** A title without brackets, `:::note Title`, which Docusaurus once accepted. Readers would see the colons. */
function looseTitle({children: [first], position}: Paragraph, directives: CheckContext['directives']): PageFinding[] {
  const [, form = '', name, title] = (first?.type === 'text' && /^(:::+([\w-]+)) +(\S.*)/.exec(first.value)) || [];
  if (!directives.some((directive) => directive.has_text && directive.name === name)) return [];
  const problem = `\`${form} ${title}\` is shown as text, expected \`${form}[${title}]\``;
  return [{place: position?.start, problem, fix: 'Put the title in square brackets, without a space before them.'}];
}

/** A block without its last line takes in the rest of the page. */
function openBlock({type, position}: DirectiveNode, text: string): Fault[] {
  const [first = '', ...others] = text.slice(position?.start.offset, position?.end.offset).split('\n');
  if (type !== 'containerDirective' || !first.startsWith(':') || /^[ >]*:::+[ \t]*$/.test(others.at(-1) ?? ''))
    return [];
  const problem = `the block \`${first}\` has no end, expected a line with \`:::\``;
  return [{problem, fix: 'Write `:::` on a line of its own after the last line of the block.'}];
}

/** Whether the directive is allowed, or is a time or a ratio: Docusaurus shows a bare `:30am` as written. */
function isHarmless(node: DirectiveNode, allowed: readonly string[]): boolean {
  if (node.type === 'leafDirective') return allowed.includes(node.name);
  return node.type === 'textDirective' && /^\d/.test(node.name) && isBare(node);
}

function isBare({attributes, children}: DirectiveNode): boolean {
  return Object.keys(attributes ?? {}).length === 0 && children.length === 0;
}

function directiveFault(node: DirectiveNode, forms: readonly string[]): Fault {
  const written = writtenForm(node);
  if (node.type === 'textDirective') {
    return {
      problem: `the site has no component \`${written}\`, expected a space after the colon`,
      fix: 'Add a space after the colon, put the text in backticks, or write the colon as `\\:`.',
    };
  }
  const allowed = forms.map((form) => `\`${form}\``).join(', ');
  return {
    problem: `the site has no component \`${written}\`, expected ${allowed || 'text'}`,
    fix:
      node.type === 'containerDirective'
        ? 'Remove the lines of colons and keep the text. To highlight it, use a box such as `:::note`.'
        : 'Remove the line, or describe in text what it should show.',
  };
}
